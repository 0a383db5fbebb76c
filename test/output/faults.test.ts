import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import * as twilio from "../../provider/index";
import { outputValue } from "../../provider/testing";
import { answer, good, head, json, raw, rawThenEnd, rawThenReset, reset, silence } from "../request/support/behaviours";
import { selfSigned } from "../request/support/certificates";
import {
  closeFaultServers,
  startFaultServer,
  type Behaviour,
  type FaultServerOptions,
} from "../request/support/fault-server";
import { accountSid, configured, failureOf, serviceSid } from "../request/support/reading";

const token = "0f0f-marked-token-0f0f";
const environment = { ...process.env };

afterEach(async () => {
  process.env = { ...environment };
  await closeFaultServers();
});

const forms = {
  "the plain form": (chatServiceSid: string) => twilio.getServiceWebhookConfiguration({ chatServiceSid }),
  "the Output form": (chatServiceSid: string) =>
    outputValue(twilio.getServiceWebhookConfigurationOutput({ chatServiceSid })),
};

function pointAt(baseUrl: string, more: Record<string, string> = {}): void {
  Object.assign(process.env, {
    TWILIO_BASE_URL: baseUrl,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: token,
    TWILIO_MAX_ATTEMPTS: "2",
    TWILIO_ATTEMPT_TIMEOUT: "0.4",
    TWILIO_DEADLINE: "5",
    ...more,
  });
}

interface Row {
  readonly fault: string;
  readonly behaviours: readonly Behaviour[];
  readonly is: (error: unknown) => boolean;
  readonly says: RegExp;
  /** How many requests the server sees. */
  readonly requests: number;
  readonly server?: FaultServerOptions;
}

const body = JSON.stringify(configured);
const bytes = gzipSync(body);
const { isNetworkError, isRequestTimeoutError, isResponseFormatError, isTwilioApiError } = twilio;

const rows: readonly Row[] = [
  {
    fault: "a reset before the headers",
    behaviours: [reset],
    is: isNetworkError,
    says: /closed the connection/,
    requests: 2,
  },
  {
    fault: "a reset in the body",
    behaviours: [rawThenReset(head({ ...json, "Content-Length": 999 }), "{")],
    is: isNetworkError,
    says: /closed the connection/,
    requests: 2,
  },
  {
    fault: "a body cut short of its Content-Length",
    behaviours: [rawThenEnd(head({ ...json, "Content-Length": body.length + 1 }), body)],
    is: isNetworkError,
    says: /closed the connection/,
    requests: 2,
  },
  {
    fault: "a chunked body cut short",
    behaviours: [
      rawThenEnd(head({ ...json, "Transfer-Encoding": "chunked" }), `${body.length.toString(16)}\r\n${body}\r\n`),
    ],
    is: isNetworkError,
    says: /closed the connection/,
    requests: 2,
  },
  { fault: "headers that do not come", behaviours: [silence], is: isRequestTimeoutError, says: /0\.4 s/, requests: 2 },
  {
    fault: "a body that does not come",
    behaviours: [raw(head({ ...json, "Content-Length": 99 }))],
    is: isRequestTimeoutError,
    says: /0\.4 s/,
    requests: 2,
  },
  { fault: "an empty body", behaviours: [answer()], is: isResponseFormatError, says: /JSON/, requests: 1 },
  {
    fault: "truncated JSON",
    behaviours: [answer({ body: body.slice(0, -1) })],
    is: isResponseFormatError,
    says: /JSON/,
    requests: 1,
  },
  {
    fault: "JSON led by a BOM",
    behaviours: [answer({ body: `\ufeff${body}` })],
    is: isResponseFormatError,
    says: /JSON/,
    requests: 1,
  },
  {
    fault: "JSON that is no object",
    behaviours: [answer({ body: "[]" })],
    is: isResponseFormatError,
    says: /object/,
    requests: 1,
  },
  {
    fault: "a field of the wrong type",
    behaviours: [answer({ body: { ...configured, filters: "onMessageAdd" } })],
    is: isResponseFormatError,
    says: /filters/,
    requests: 1,
  },
  {
    fault: "200 with HTML",
    behaviours: [answer({ headers: { "Content-Type": "text/html" }, body: "<p>sign in</p>" })],
    is: isResponseFormatError,
    says: /JSON/,
    requests: 1,
  },
  { fault: "204", behaviours: [answer({ status: 204 })], is: isResponseFormatError, says: /204/, requests: 1 },
  {
    fault: "corrupt gzip",
    behaviours: [answer({ headers: { "Content-Encoding": "gzip" }, body: Buffer.from("not gzip") })],
    is: isResponseFormatError,
    says: /gzip/,
    requests: 1,
  },
  {
    fault: "truncated gzip",
    behaviours: [answer({ headers: { "Content-Encoding": "gzip" }, body: bytes.subarray(0, -9) })],
    is: isResponseFormatError,
    says: /gzip/,
    requests: 1,
  },
  {
    fault: "a gzip bomb",
    behaviours: [answer({ headers: { "Content-Encoding": "gzip" }, body: gzipSync(Buffer.alloc(8 * 1024 * 1024)) })],
    is: isResponseFormatError,
    says: /more than 1048576 bytes/,
    requests: 1,
  },
  {
    fault: "a body over the limit",
    behaviours: [answer({ body: " ".repeat(1024 * 1024 + 1) })],
    is: isResponseFormatError,
    says: /more than 1048576 bytes/,
    requests: 1,
  },
  {
    fault: "a redirect",
    behaviours: [answer({ status: 302, headers: { Location: "https://elsewhere.example.com/" } })],
    is: isResponseFormatError,
    says: /redirect/,
    requests: 1,
  },
  {
    fault: "429 with a wait beyond the deadline",
    behaviours: [
      answer({
        status: 429,
        headers: { "Retry-After": "3600" },
        body: { code: 20429, message: "Too many", status: 429 },
      }),
    ],
    is: isTwilioApiError,
    says: /3600 s/,
    requests: 1,
  },
  ...[500, 502, 503, 504].map((status) => ({
    fault: String(status),
    behaviours: [answer({ status, body: { message: "Trouble", status } })],
    is: isTwilioApiError,
    says: new RegExp(`answered ${status}`),
    requests: 2,
  })),
  ...[400, 401, 403, 404, 501].map((status) => ({
    fault: String(status),
    behaviours: [answer({ status, body: { code: 20000 + status, message: "No", status } })],
    is: isTwilioApiError,
    says: new RegExp(`answered ${status} \\(code ${20_000 + status}\\): No`),
    requests: 1,
  })),
  {
    fault: "a self-signed certificate",
    behaviours: [good],
    is: isNetworkError,
    says: /self-signed certificate/,
    requests: 0,
    server: { tls: selfSigned({ names: ["127.0.0.1"] }) },
  },
  {
    fault: "another service's configuration",
    behaviours: [answer({ body: { ...configured, chat_service_sid: `IS${"c".repeat(32)}` } })],
    is: isResponseFormatError,
    says: /chat_service_sid/,
    requests: 1,
  },
  {
    fault: "another account's configuration",
    behaviours: [answer({ body: { ...configured, account_sid: `AC${"c".repeat(32)}` } })],
    is: isResponseFormatError,
    says: /is about account AC/,
    requests: 1,
  },
];

describe.each(Object.keys(forms) as (keyof typeof forms)[])("Through %s", (form) => {
  test.each(rows)(
    "$fault ends in a typed error that says so, and leaks no credential",
    async ({ behaviours, is, says, requests, server }) => {
      const faulty = await startFaultServer(behaviours, server);
      pointAt(faulty.url);
      const error = (await failureOf(forms[form](serviceSid))) as Error;
      expect(error.message).toMatch(says);
      expect(is(error)).toBe(true);
      expect(error.message).toContain(`the webhook configuration of service ${serviceSid} could not be read`);
      expect(faulty.requests).toHaveLength(requests);
      expect(`${error.message}${String(error.stack)}${JSON.stringify(error)}`).not.toContain(token);
    },
  );

  test.each([
    ["a reset", [reset, good]],
    ["429 without a wait", [answer({ status: 429, headers: { "Retry-After": "0" } }), good]],
    ["503", [answer({ status: 503 }), good]],
    ["an answer that does not come", [silence, good]],
  ])("%s goes away by itself: the second attempt is the value", async (_fault, behaviours) => {
    const faulty = await startFaultServer(behaviours);
    pointAt(faulty.url);
    expect(await forms[form](serviceSid)).toMatchObject({
      postWebhookUrl: configured.post_webhook_url,
      chatServiceSid: serviceSid,
    });
    expect(faulty.requests).toHaveLength(2);
  });

  test("a refused connection and a name without an address are network errors that name the host", async () => {
    const unused = createServer();
    await new Promise<void>((resolve) => unused.listen(0, "127.0.0.1", resolve));
    const { port } = unused.address() as { port: number };
    await new Promise((resolve) => unused.close(resolve));
    for (const host of [`127.0.0.1:${port}`, "nowhere.invalid"]) {
      pointAt(host === "nowhere.invalid" ? `https://${host}` : `http://${host}`);
      const error = await failureOf(forms[form](serviceSid));
      expect(isNetworkError(error) && error.host).toBe(host);
      expect((error as Error).message).toContain(host);
    }
  });

  test("plain HTTP to another machine and SIDs of another shape are refused before a socket opens", async () => {
    const faulty = await startFaultServer([good]);
    pointAt(`http://127.0.0.1.nip.example:${faulty.port}`);
    expect(twilio.isConfigurationError(await failureOf(forms[form](serviceSid)))).toBe(true);
    pointAt(faulty.url);
    for (const sid of [
      `${serviceSid.slice(0, -1)}/`,
      `${serviceSid} `,
      `${serviceSid}\n`,
      `${serviceSid.slice(0, -1)}٣`,
      "../..",
    ]) {
      expect(twilio.isInvalidInputError(await failureOf(forms[form](sid)))).toBe(true);
    }
    expect(faulty.connections).toBe(0);
  });
});
