import { isTwilioApiError } from "../../../provider/errors/twilio-api-error";
import { answer, good } from "../support/behaviours";
import { closeFaultServers, startFaultServer, type Behaviour } from "../support/fault-server";
import { clientFor, closeClients, configured, eventsOf, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

/** The wait that was announced before the second attempt, and the one that was kept, in seconds. */
async function waits(first: Behaviour, random = 0.02) {
  const server = await startFaultServer([first, good]);
  const events = await eventsOf(clientFor(server.url, {}, { random: () => random }));
  const [before, after] = server.requests;
  return {
    announced: events.flatMap((event) => (event.kind === "waiting" ? [event.seconds] : [])),
    kept: (after!.at - before!.at) / 1000,
  };
}

const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

describe.each([429, 503])("on status %i", (status) => {
  const withHeader = (value: string | undefined) =>
    answer({ status, headers: value === undefined ? {} : { "Retry-After": value } });

  test("Retry-After in seconds is that wait", async () => {
    const { announced, kept } = await waits(withHeader("1"));
    expect(announced).toEqual([1]);
    expect(kept).toBeGreaterThan(0.99);
  });

  test("Retry-After 0 is now", async () => {
    expect((await waits(withHeader("0"))).announced).toEqual([0]);
  });

  test("Retry-After with a date is until then", async () => {
    const [announced] = (await waits(withHeader(later(3)))).announced;
    // A date has whole seconds.
    expect(announced).toBeGreaterThan(0.5);
    expect(announced).toBeLessThanOrEqual(3);
  });

  test("Retry-After with a past date is now", async () => {
    expect((await waits(withHeader(later(-3600)))).announced).toEqual([0]);
  });

  test.each(["soon", "", "-1", "1.5", "2 seconds", "0x10", "2024-01-01T00:00:00Z", "1, 2", undefined])(
    "Retry-After %j says nothing: the wait is the backoff",
    async (value) => {
      expect((await waits(withHeader(value))).announced).toEqual([0.02 * 0.5]);
    },
  );

  test.each(["3600", "99999999999999999999999999", later(3600)])(
    "Retry-After %s is longer than the deadline allows: the read gives up at once and says why",
    async (value) => {
      const server = await startFaultServer([withHeader(value), good]);
      const started = performance.now();
      const error = await failureOf(readConfiguration(clientFor(server.url)));
      expect(performance.now() - started).toBeLessThan(9000);
      expect(isTwilioApiError(error) && error.status).toBe(status);
      expect(String(error)).toContain("Not retried: the server asks to wait ");
      expect(String(error)).toContain("longer than the deadline of 10 seconds (twilio:deadline) allows");
      expect(server.requests).toHaveLength(1);
    },
  );
});

test.each([500, 502, 504])("Retry-After is obeyed on status %i as well", async (status) => {
  expect((await waits(answer({ status, headers: { "Retry-After": "0" } }))).announced).toEqual([0]);
  expect((await waits(answer({ status, headers: { "Retry-After": "later" } }))).announced).toEqual([0.02 * 0.5]);
});

test("a Retry-After of one attempt does not count for the next", async () => {
  const server = await startFaultServer([
    answer({ status: 429, headers: { "Retry-After": "0" } }),
    answer({ status: 503 }),
    good,
  ]);
  const events = await eventsOf(clientFor(server.url, {}, { random: () => 0.1 }));
  expect(events.flatMap((event) => (event.kind === "waiting" ? [event.seconds] : []))).toEqual([0, 0.1 * 1]);
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
});
