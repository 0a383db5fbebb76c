import { isTwilioApiError } from "../../../provider/errors/twilio-api-error";
import { answer, good } from "../support/behaviours";
import { closeFaultServers, startFaultServer } from "../support/fault-server";
import {
  clientFor,
  closeClients,
  configured,
  eventsOf,
  failureOf,
  readConfiguration,
  subject,
} from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

const requestId = "RQ0123456789abcdef0123456789abcdef";
const moreInfo = "https://www.twilio.com/docs/errors/20404";

describe.each([429, 500, 502, 503, 504])("status %i", (status) => {
  test("is tried again, and the next answer is taken", async () => {
    const server = await startFaultServer([answer({ status }), answer({ status }), good]);
    await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
    expect(server.requests).toHaveLength(3);
  });

  test("is an error with the status and the number of attempts when it stays", async () => {
    const server = await startFaultServer([answer({ status, body: "<html>Bad luck</html>" })]);
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isTwilioApiError(error) && error).toMatchObject({ status, code: undefined, requestId });
    expect(String(error)).toContain(`${subject} could not be read: Twilio answered ${status} in attempt 3 of 3\n`);
    expect(String(error)).not.toContain("Bad luck");
    expect(server.requests).toHaveLength(3);
  });

  test("is waited for with full jitter: any part of a time that doubles", async () => {
    const server = await startFaultServer([answer({ status })]);
    const randoms = [0.1, 0.2, 0.05];
    const client = clientFor(server.url, { maxAttempts: 4 }, { random: () => randoms.shift() ?? 0 });
    const waits = (await eventsOf(client)).flatMap((event) => (event.kind === "waiting" ? [event.seconds] : []));
    expect(waits).toEqual([0.1 * 0.5, 0.2 * 1, 0.05 * 2]);
    const times = server.requests.map(({ at }) => at);
    times.slice(1).forEach((time, index) => expect(time - times[index]!).toBeGreaterThan(waits[index]! * 1000 - 5));
  });
});

test.each([400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 418, 422, 451, 501, 505, 507, 511, 599])(
  "status %i is never tried again",
  async (status) => {
    const server = await startFaultServer([answer({ status, headers: { "Retry-After": "0" } }), good]);
    await expect(readConfiguration(clientFor(server.url))).rejects.toMatchObject({ name: "TwilioApiError", status });
    expect(server.requests).toHaveLength(1);
  },
);

test.each([
  [
    "Twilio's older form",
    { code: 20404, message: "The requested resource was not found", more_info: moreInfo, status: 404 },
  ],
  [
    "RFC 9457's form",
    { type: moreInfo, title: "Not Found", detail: "The requested resource was not found", status: 404, code: 20404 },
  ],
])("an error in %s gives status, code, message, more_info and request id", async (_name, body) => {
  const server = await startFaultServer([answer({ status: 404, body })]);
  const error = await failureOf(readConfiguration(clientFor(server.url)));
  const twilioMessage = "The requested resource was not found";
  expect(isTwilioApiError(error) && error).toMatchObject({
    status: 404,
    code: 20404,
    twilioMessage,
    moreInfo,
    requestId,
  });
  expect((error as Error).message.split("\n")[0]).toBe(
    `${subject} could not be read: Twilio answered 404 (code 20404): ${twilioMessage}`,
  );
  expect(String(error)).toContain(moreInfo);
  expect(String(error)).toContain(requestId);
});

test.each([
  [401, "Credentials used: auth token of account AC"],
  [401, "rotated"],
  [403, "permissions"],
  [403, "Credentials used: "],
  [404, "Does this service belong to the account"],
  [404, "Credentials used: "],
  [429, "too many requests at once"],
  [503, "https://status.twilio.com"],
])("the error of status %i says what can be done: %s", async (status, hint) => {
  const server = await startFaultServer([answer({ status })]);
  const error = await failureOf(readConfiguration(clientFor(server.url)));
  expect(String(error)).toContain(hint);
});
