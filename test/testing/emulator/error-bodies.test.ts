import { exampleServiceSid, startEmulator, type TwilioEmulator } from "../../../provider/testing";
import { ask, webhookPath } from "../support/ask";
import { exchange } from "../support/raw-exchange";

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

test("an unknown service gets 404 in Twilio's own form, and nothing else in it", async () => {
  const { status, headers, body } = await ask(emulator, webhookPath(exampleServiceSid));
  expect(status).toBe(404);
  expect(headers.get("Content-Type")).toBe("application/json");
  expect(body).toEqual({
    code: 20404,
    message: `The requested resource ${webhookPath(exampleServiceSid)} was not found`,
    more_info: "https://www.twilio.com/docs/errors/20404",
    status: 404,
  });
});

test("the same error in RFC 9457 form names the request as its instance", async () => {
  emulator.errorFormat = "rfc9457";
  const { status, headers, body } = await ask(emulator, webhookPath(exampleServiceSid));
  expect(status).toBe(404);
  expect(headers.get("Content-Type")).toBe("application/problem+json");
  expect(body).toEqual({
    type: "https://www.twilio.com/docs/errors/20404",
    title: `The requested resource ${webhookPath(exampleServiceSid)} was not found`,
    status: 404,
    code: 20404,
    detail: `The requested resource ${webhookPath(exampleServiceSid)} was not found`,
    instance: headers.get("Twilio-Request-Id"),
    errors: [],
  });
});

test("SIDs of the wrong shape and paths that Twilio does not have get 404", async () => {
  emulator.addService({ sid: exampleServiceSid });
  const unknown = [
    "/",
    "/v1",
    "/v1/Services/",
    "/v2/Services",
    "/v1/services",
    "/v1/Configuration/Webhook",
    webhookPath("IS1"),
    webhookPath(`${exampleServiceSid}a`),
    webhookPath(`CH${"a".repeat(32)}`),
    webhookPath(exampleServiceSid.replace("a", "%61")),
    webhookPath(`../Services/${exampleServiceSid}`),
    `${webhookPath(exampleServiceSid)}/`,
  ];
  for (const path of unknown) {
    const { head, body } = await exchange(emulator, path);
    expect([path, head.split("\r\n")[0]]).toEqual([path, "HTTP/1.1 404 Not Found"]);
    expect(JSON.parse(body)).toMatchObject({ code: 20404, status: 404 });
  }
});

test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])("%s gets 405 and the methods that work", async (method) => {
  const { sid } = emulator.addService();
  const { head, headers, body } = await exchange(emulator, webhookPath(sid), { method });
  expect(head).toMatch(/^HTTP\/1\.1 405 /);
  expect(headers.get("allow")).toBe("GET, POST");
  if (method !== "HEAD") {
    expect(JSON.parse(body)).toMatchObject({ code: 20004, status: 405 });
  }
});

test("the list of services cannot be posted to", async () => {
  const { status, headers } = await ask(emulator, "/v1/Services", { method: "POST" });
  expect([status, headers.get("Allow")]).toEqual([405, "GET"]);
});

test("every answer, errors too, has the documented headers and a request id of its own", async () => {
  const { sid } = emulator.addService();
  emulator.failNext(1, { status: 500 });
  const answers = [];
  for (const path of [webhookPath(sid), webhookPath(sid), "/v1/Services", "/v1/Configuration/Webhooks", "/nothing"]) {
    answers.push(await ask(emulator, path));
  }
  answers.push(await ask(emulator, webhookPath(sid), { headers: { Authorization: "none" } }));
  expect(answers.map(({ status }) => status)).toEqual([500, 200, 200, 200, 404, 401]);
  for (const { headers } of answers) {
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Access-Control-Allow-Methods")).toMatch(/GET/);
    expect(headers.get("Access-Control-Allow-Headers")).toMatch(/Authorization/);
    expect(headers.get("Access-Control-Allow-Credentials")).toBe("true");
    expect(headers.get("Access-Control-Expose-Headers")).toMatch(/Twilio-Request-Id/);
    expect(headers.get("Content-Type")).toBe("application/json");
    expect(headers.get("Twilio-Request-Id")).toMatch(/^RQ[0-9a-f]{32}$/);
  }
  const ids = answers.map(({ headers }) => headers.get("Twilio-Request-Id"));
  expect(new Set(ids).size).toBe(answers.length);
  expect(emulator.requests.map(({ requestId }) => requestId)).toEqual(ids);
});
