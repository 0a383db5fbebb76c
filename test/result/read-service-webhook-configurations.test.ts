import { isConfigurationError } from "../../provider/errors/configuration-error";
import { isInvalidInputError } from "../../provider/errors/invalid-input-error";
import { isTwilioApiError } from "../../provider/errors/twilio-api-error";
import { TwilioClient } from "../../provider/request/client";
import type { RequestEvent } from "../../provider/request/request-event";
import {
  mapServiceReadings,
  readServiceWebhookConfigurations,
} from "../../provider/result/read-service-webhook-configurations";
import type { ServiceWebhookConfigurationReading } from "../../provider/result/service-reading";
import { accountOf, addServices, emulate, failureOf } from "./support/account";

const gone = `IS${"9".repeat(32)}`;
const isRead = (request: { readonly chatServiceSid: string | undefined }): boolean =>
  request.chatServiceSid !== undefined;

test("all 250 services of an account are read, in the order of Twilio's list, with their friendly names", async () => {
  const emulator = await emulate();
  const sids = addServices(emulator, 250, {
    webhook: { postWebhookUrl: "https://hooks.example.com/post", method: "POST" },
  });
  const readings = await readServiceWebhookConfigurations(accountOf(emulator));
  expect(readings).toEqual(
    sids.map((chatServiceSid, index) => ({
      chatServiceSid,
      friendlyName: `Service ${index}`,
      configuration: {
        accountSid: emulator.account.accountSid,
        chatServiceSid,
        preWebhookUrl: null,
        postWebhookUrl: "https://hooks.example.com/post",
        filters: null,
        method: "POST",
        url: `https://conversations.twilio.com/v1/Services/${chatServiceSid}/Configuration/Webhooks`,
      },
      error: null,
    })),
  );
  expect(emulator.countRequests(isRead)).toBe(250);
  expect(emulator.countRequests()).toBe(253);
});

test("services are read in parallel, but no more at a time than was said", async () => {
  const emulator = await emulate();
  addServices(emulator, 30);
  emulator.setFault("*", { delay: 20 });
  await readServiceWebhookConfigurations(accountOf(emulator), undefined, { concurrency: 3 });
  expect(emulator.mostConcurrentRequests).toBe(3);
});

test("where the server bears few requests at once, all services are read all the same", async () => {
  const emulator = await emulate({ concurrencyLimit: 4 });
  addServices(emulator, 60);
  const readings = await readServiceWebhookConfigurations(accountOf(emulator));
  expect(readings.filter(({ error }) => error !== null)).toEqual([]);
  expect(readings).toHaveLength(60);
});

test("an unreadable service does not lose the others: its reading says why, as plain data", async () => {
  const emulator = await emulate();
  const sids = addServices(emulator, 20);
  const lost = sids[7]!;
  emulator.setFault(lost, { status: 404, code: 20404 });
  const readings = await readServiceWebhookConfigurations(accountOf(emulator));
  expect(readings.filter(({ error }) => error === null).map(({ chatServiceSid }) => chatServiceSid)).toEqual(
    sids.filter((sid) => sid !== lost),
  );
  const { requestId } = emulator.requests.find(({ chatServiceSid }) => chatServiceSid === lost)!;
  const reading = readings[7]!;
  expect(JSON.parse(JSON.stringify(reading))).toStrictEqual(reading);
  expect(reading).toStrictEqual({
    chatServiceSid: lost,
    friendlyName: "Service 7",
    configuration: null,
    error: {
      name: "TwilioApiError",
      message: expect.stringContaining(
        `the webhook configuration of service ${lost} could not be read: Twilio answered 404`,
      ),
      status: 404,
      code: 20404,
      requestId,
    },
  });
});

test.each([
  ["an answer of another form", { status: 200, body: [] }, { name: "ResponseFormatError" }],
  ["a broken connection", { reset: true }, { name: "NetworkError", code: "ECONNRESET" }],
  ["no answer in time", { hang: true }, { name: "RequestTimeoutError" }],
] as const)("%s is the error of that service alone", async (_what, fault, expected) => {
  const emulator = await emulate();
  const [broken = "", sound = ""] = addServices(emulator, 2);
  emulator.setFault(broken, fault);
  const limits = { TWILIO_MAX_ATTEMPTS: "1", TWILIO_ATTEMPT_TIMEOUT: "0.3" };
  const readings = await readServiceWebhookConfigurations(accountOf(emulator, limits), [broken, sound]);
  expect(readings[0]).toMatchObject({ configuration: null, error: expected });
  expect(readings[1]).toMatchObject({ configuration: { chatServiceSid: sound }, error: null });
});

test("the services that are named are read without a list, in the order asked for, each once however often it is named", async () => {
  const emulator = await emulate();
  const [first = "", second = "", third = ""] = addServices(emulator, 5);
  const asked = [third, gone, first, third, second, gone];
  const readings = await readServiceWebhookConfigurations(accountOf(emulator), asked);
  expect(readings.map(({ chatServiceSid, error }) => [chatServiceSid, error?.status])).toEqual([
    [third, undefined],
    [gone, 404],
    [first, undefined],
    [third, undefined],
    [second, undefined],
    [gone, 404],
  ]);
  expect(emulator.requests.map(({ chatServiceSid }) => chatServiceSid).sort()).toEqual(
    [gone, first, second, third].sort(),
  );
});

test("no service named is none read, and not all of them", async () => {
  const emulator = await emulate();
  addServices(emulator, 3);
  expect(await readServiceWebhookConfigurations(accountOf(emulator), [])).toEqual([]);
  expect(emulator.countRequests()).toBe(0);
});

test.each([
  ["chatServiceSids[1]", [gone, "AC0123456789abcdef0123456789abcdef"], "it is an account SID"],
  ["chatServiceSids[0]", [undefined], "it is missing"],
  // eslint-disable-next-line no-sparse-arrays -- a hole is what is refused
  ["chatServiceSids[1]", [gone, , gone], "it is missing"],
  ["chatServiceSids", gone, "must be a list of service SIDs, but it is of type string"],
  ["chatServiceSids", null, "must be a list of service SIDs, but it is null"],
])("a wrong %s is named, before any request", async (argument, sids, message) => {
  const emulator = await emulate();
  const error = await failureOf(readServiceWebhookConfigurations(accountOf(emulator), sids as string[]));
  expect(isInvalidInputError(error) && error.argument).toBe(argument);
  expect(String(error)).toContain(message);
  expect(emulator.countRequests()).toBe(0);
});

test("without the list there is no result at all: its error is thrown", async () => {
  const emulator = await emulate();
  const error = await failureOf(
    readServiceWebhookConfigurations(accountOf(emulator, { TWILIO_AUTH_TOKEN: "another" })),
  );
  expect(isTwilioApiError(error) && error.status).toBe(401);
});

test("settings that no read can go with are one error, and not one of each service", async () => {
  const emulator = await emulate();
  const sids = addServices(emulator, 3);
  const account = accountOf(emulator);
  // A proxy's URL is looked at when the first request is made.
  const client = new TwilioClient(
    { account: undefined, accountSid: undefined, username: "SK", password: "word", baseUrl: "https://twilio.invalid" },
    {},
    { environment: { HTTPS_PROXY: "no URL" } },
  );
  const error = await failureOf(readServiceWebhookConfigurations({ ...account, client }, sids));
  expect(isConfigurationError(error)).toBe(true);
});

test("each reading is handed on as soon as it is there, once, and what is made of it comes in the order asked for", async () => {
  const emulator = await emulate();
  const [slow = "", fast = ""] = addServices(emulator, 2);
  emulator.setFault(slow, { delay: 200 });
  const told: string[] = [];
  const numbers = await mapServiceReadings(accountOf(emulator), [slow, fast, slow], ({ chatServiceSid }) =>
    told.push(chatServiceSid),
  );
  expect(told).toEqual([fast, slow]);
  expect(numbers).toEqual([2, 1]);
});

test("a service that is named twice is read once, and its reading given for both", async () => {
  const emulator = await emulate();
  const [one = "", other = ""] = addServices(emulator, 2);
  const readings = await readServiceWebhookConfigurations(accountOf(emulator), [one, other, one]);
  expect(readings.map(({ chatServiceSid }) => chatServiceSid)).toEqual([one, other, one]);
  expect(emulator.countRequests()).toBe(2);
});

test("each event names its service; those of the list name none", async () => {
  const emulator = await emulate();
  const [only] = addServices(emulator, 1);
  const events: [RequestEvent["kind"], string | undefined][] = [];
  const onEvent = ({ kind }: RequestEvent, sid: string | undefined): unknown => events.push([kind, sid]);
  await readServiceWebhookConfigurations(accountOf(emulator), undefined, { onEvent });
  expect(events).toEqual([
    ["attempt", undefined],
    ["answered", undefined],
    ["attempt", only],
    ["answered", only],
  ]);
});

test("an abort ends it at once with the signal's reason, and what was read until then has been told", async () => {
  const emulator = await emulate();
  const sids = addServices(emulator, 120);
  sids.slice(10).forEach((sid) => emulator.setFault(sid, { hang: true }));
  const controller = new AbortController();
  const reason = new Error("no longer wanted");
  const told: string[] = [];
  const tell = ({ chatServiceSid }: ServiceWebhookConfigurationReading): void => {
    told.push(chatServiceSid);
    if (told.length === 10) {
      controller.abort(reason);
    }
  };
  const { signal } = controller;
  const reading = mapServiceReadings(accountOf(emulator), undefined, tell, { signal });
  expect(await failureOf(reading)).toBe(reason);
  expect(told.sort()).toEqual(sids.slice(0, 10).sort());
});
