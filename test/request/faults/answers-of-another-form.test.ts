import { isResponseFormatError } from "../../../provider/errors/response-format-error";
import { answer, answerBytes, head, json, rawThenEnd } from "../support/behaviours";
import { closeFaultServers, startFaultServer, type Behaviour } from "../support/fault-server";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

const text = JSON.stringify(configured);
const html = "<!doctype html><title>Sign in to CorpNet</title>";

const wrong: Record<string, { behaviour: Behaviour; got: string }> = {
  "an empty body": { behaviour: answer({ body: "" }), got: "got an empty body" },
  "white space": { behaviour: answer({ body: " \r\n" }), got: "got an empty body" },
  "JSON that ends early": { behaviour: answer({ body: text.slice(0, -20) }), got: "characters that are not JSON" },
  "text that is not JSON": { behaviour: answer({ body: "CorpNet says hello" }), got: "characters that are not JSON" },
  "two JSON objects": { behaviour: answer({ body: text + text }), got: "characters that are not JSON" },
  "JSON after a byte order mark": { behaviour: answer({ body: `\uFEFF${text}` }), got: "got a byte order mark" },
  "bytes that are not UTF-8": {
    behaviour: answer({ body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) }),
    got: "got a body that is not UTF-8",
  },
  "a JSON array": { behaviour: answer({ body: [configured] }), got: "got a list in JSON" },
  "a JSON string": { behaviour: answer({ body: JSON.stringify(text) }), got: "got a string in JSON" },
  "JSON null": { behaviour: answer({ body: "null" }), got: "got null in JSON" },
  "status 200 with HTML": {
    behaviour: answer({ body: html, headers: { "Content-Type": "text/html; charset=utf-8" } }),
    got: "got content of type text/html",
  },
  "status 204": { behaviour: answer({ status: 204 }), got: "got status 204" },
  "status 202 with the usual body": { behaviour: answer({ status: 202, body: configured }), got: "got status 202" },
  "status 206 with part of the body": {
    behaviour: answer({ status: 206, body: text.slice(0, 50) }),
    got: "got status 206",
  },
};

test.each(Object.entries(wrong))(
  "%s: a format error that says what was expected, at once and without the body",
  async (_name, { behaviour, got }) => {
    const server = await startFaultServer([behaviour]);
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isResponseFormatError(error) && error.field).toBeUndefined();
    expect(isResponseFormatError(error) && error.requestId).toBe("RQ0123456789abcdef0123456789abcdef");
    expect(String(error)).toContain("expected status 200 with a JSON object; ");
    expect(String(error)).toContain(got);
    expect(String(error)).not.toMatch(/CorpNet|example\.com/);
    expect(server.requests).toHaveLength(1);
  },
);

const fields: Record<string, { change: Record<string, unknown>; says: string }> = {
  "a number for a URL": {
    change: { pre_webhook_url: 5 },
    says: "pre_webhook_url is not as documented: expected a string, or null; got a number",
  },
  "an object for the filters": {
    change: { filters: {} },
    says: "filters is not as documented: expected a list of strings, or null; got an object",
  },
  "a service SID of another service": {
    change: { chat_service_sid: `IS${"c".repeat(32)}` },
    says: "chat_service_sid is not as documented: expected the service asked for; got another one",
  },
  "an account SID of another account": {
    change: { account_sid: `AC${"c".repeat(32)}` },
    says: "account_sid is not as documented: expected the account of the credentials used; got another one",
  },
};

test.each(Object.entries(fields))(
  "%s: a format error that names the field, and no value is handed on",
  async (_name, { change, says }) => {
    const server = await startFaultServer([answer({ body: { ...configured, ...change } })]);
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isResponseFormatError(error) && error.field).toBe(Object.keys(change)[0]);
    expect(String(error)).toContain(says);
    expect(server.requests).toHaveLength(1);
  },
);

test("an answer without a content type is read by its body", async () => {
  const bytes = Buffer.from(text);
  const server = await startFaultServer([rawThenEnd(head({ "Content-Length": bytes.length }), bytes)]);
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
});

test("a field that nobody documented does no harm", async () => {
  const server = await startFaultServer([answer({ body: { ...configured, colour: "green", __proto__x: 1 } })]);
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
});

test("interim answers before the answer are passed over", async () => {
  const server = await startFaultServer([
    rawThenEnd("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", answerBytes({ body: configured, headers: json })),
  ]);
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
});
