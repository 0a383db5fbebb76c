import { gzipSync } from "node:zlib";
import { isTwilioConversationsError } from "../../provider/errors/twilio-conversations-error";
import { parseServiceWebhookConfiguration } from "../../provider/response/service-webhook-configuration";
import { answer, head, json, rawThenEnd, rawThenReset, reset, silence } from "./support/behaviours";
import { closeFaultServers, startFaultServer, until, type Behaviour, type SeenRequest } from "./support/fault-server";
import { clientFor, configured } from "./support/reading";
import { seeded } from "./support/random";

const reads = 1000;
/** Change it to see another run; every failure can be seen again with the same one. */
const seed = Number(process.env["CHAOS_SEED"] ?? 20_240_229);
const settings = { maxAttempts: 4, attemptTimeout: 1, deadline: 10 };

afterEach(closeFaultServers);

const sidOf = (index: number) => `IS${index.toString(16).padStart(32, "0")}`;
/** Different for each service: an answer that went to the wrong read would be noticed. */
const configurationOf = (sid: string) => ({
  ...configured,
  chat_service_sid: sid,
  post_webhook_url: `https://www.example.com/${sid}`,
});
const sidAskedFor = ({ path }: SeenRequest) => path.split("/")[3] ?? "";
const bodyFor = (request: SeenRequest) => Buffer.from(JSON.stringify(configurationOf(sidAskedFor(request))));

const good: Behaviour = (socket, request) => answer({ body: bodyFor(request) })(socket, request);
const goodInGzip: Behaviour = (socket, request) =>
  answer({ body: gzipSync(bodyFor(request)), headers: { "Content-Encoding": "gzip" } })(socket, request);
const goodInChunks: Behaviour = (socket, request) => {
  const body = bodyFor(request).toString();
  const chunks = [body.slice(0, 100), body.slice(100)].map((text) => `${text.length.toString(16)}\r\n${text}\r\n`);
  socket.write(`${head({ ...json, "Transfer-Encoding": "chunked" })}${chunks[0]}`);
  setTimeout(() => socket.write(`${chunks[1]}0\r\n\r\n`), 5);
};
const late: Behaviour = (socket, request) => {
  setTimeout(() => good(socket, request), 100);
};

/** What the server picks from, and how often. */
const picks: [weight: number, behaviour: Behaviour][] = [
  [50, good],
  [10, goodInGzip],
  [10, goodInChunks],
  [5, late],
  [2, reset],
  [2, silence],
  [2, rawThenEnd()],
  [
    2,
    (socket, request) =>
      rawThenEnd(head({ ...json, "Content-Length": 500 }), bodyFor(request).subarray(0, 200))(socket, request),
  ],
  [
    2,
    (socket, request) =>
      rawThenReset(head({ ...json, "Content-Length": 500 }), bodyFor(request).subarray(0, 200))(socket, request),
  ],
  [1, rawThenEnd(head({ ...json, "Transfer-Encoding": "chunked" }), '5\r\n{"a":')],
  [1, (socket) => void socket.write(head({ ...json, "Content-Length": 500 }))],
  [1, (socket, request) => answer({ body: bodyFor(request).subarray(0, -1) })(socket, request)],
  [1, answer({ body: configurationOf(sidOf(reads + 1)) })],
  [1, (socket, request) => answer({ body: { ...configurationOf(sidAskedFor(request)), filters: 5 } })(socket, request)],
  [1, answer({ body: "<html>", headers: { "Content-Type": "text/html" } })],
  [1, answer({ status: 204 })],
  [1, answer({ status: 302, headers: { Location: "http://127.0.0.1:1/" } })],
  [1, answer({ status: 404, body: { code: 20404, message: "not found" } })],
  [1, answer({ status: 401 })],
  [2, answer({ status: 500 })],
  [2, answer({ status: 503, headers: { "Retry-After": "0" } })],
  [1, answer({ status: 503, headers: { "Retry-After": "3600" } })],
  [1, answer({ status: 429 })],
  [1, rawThenEnd("this is not HTTP\r\n\r\n")],
  [
    1,
    (socket, request) =>
      answer({ body: gzipSync(bodyFor(request)).subarray(0, -4), headers: { "Content-Encoding": "gzip" } })(
        socket,
        request,
      ),
  ],
  [1, (socket, request) => (good(socket, request), void socket.end())],
];

function picker(random: () => number): Behaviour {
  const total = picks.reduce((sum, [weight]) => sum + weight, 0);
  return (socket, request) => {
    let left = random() * total;
    const [, behaviour] = picks.find(([weight]) => (left -= weight) < 0) ?? picks[0]!;
    behaviour(socket, request);
  };
}

test(`a thousand reads that meet faults at random end in time, each as it should (seed ${seed})`, async () => {
  const random = seeded(seed);
  const server = await startFaultServer([picker(random)]);
  const client = clientFor(server.url, settings, { random: seeded(seed + 1) });
  const before = process.memoryUsage();
  const outcomes = await Promise.all(
    Array.from({ length: reads }, async (_, index) => {
      const sid = sidOf(index);
      const subject = `the webhook configuration of service ${sid}`;
      let started = 0;
      const onEvent = () => {
        started ||= performance.now();
      };
      let outcome: unknown;
      try {
        const { object } = await client.getJson(`/v1/Services/${sid}/Configuration/Webhooks`, { subject, onEvent });
        outcome = parseServiceWebhookConfiguration(object, { subject, chatServiceSid: sid });
      } catch (error) {
        outcome = error;
      }
      return { sid, outcome, seconds: (performance.now() - started) / 1000 };
    }),
  );
  const errors = outcomes.filter(({ outcome }) => outcome instanceof Error);
  const values = outcomes.filter(({ outcome }) => !(outcome instanceof Error));
  expect(errors.filter(({ outcome }) => !isTwilioConversationsError(outcome))).toEqual([]);
  expect(values.map(({ outcome }) => outcome)).toEqual(values.map(({ sid }) => configurationOf(sid)));
  // The machine may be busy; a read that hangs would take for ever.
  expect(Math.max(...outcomes.map(({ seconds }) => seconds))).toBeLessThan(settings.deadline + 10);
  // The faults that may go away did so for nearly every read: what is left are those that are final at once.
  expect(values.length).toBeGreaterThan(reads * 0.8);
  expect(new Set(errors.map(({ outcome }) => (outcome as Error).name)).size).toBeGreaterThan(1);
  // Those in use and those that are kept, at the very most.
  expect(server.mostOpen).toBeLessThanOrEqual(64);

  client.close();
  await until(() => server.openConnections === 0);
  const after = process.memoryUsage();
  expect(after.rss - before.rss).toBeLessThan(200 * 1024 * 1024);
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(32 * 1024 * 1024);
});
