import { knownWebhookFilters } from "../../../provider/result/webhook-filter";
import { exampleServiceSid, startEmulator, type TwilioEmulator } from "../../../provider/testing";
import { ask, webhookPath } from "../support/ask";

// The endpoint's reference, field by field: the JSON types an answer may have, and the shape of its texts.
const accountSidShape = /^AC[0-9a-fA-F]{32}$/;
const serviceSidShape = /^IS[0-9a-fA-F]{32}$/;
const absoluteUri = /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+/i;
interface Field {
  readonly types: readonly ("string" | "null" | "array of strings")[];
  readonly shape?: RegExp;
}
const serviceFields: Readonly<Record<string, Field>> = {
  account_sid: { types: ["string", "null"], shape: accountSidShape },
  chat_service_sid: { types: ["string", "null"], shape: serviceSidShape },
  pre_webhook_url: { types: ["string", "null"], shape: absoluteUri },
  post_webhook_url: { types: ["string", "null"], shape: absoluteUri },
  filters: { types: ["array of strings", "null"] },
  method: { types: ["string", "null"], shape: /^(GET|POST)$/ },
  url: { types: ["string", "null"], shape: absoluteUri },
};
const { chat_service_sid: _, ...sharedFields } = serviceFields;
const accountFields = { ...sharedFields, target: { types: ["string"], shape: /^(webhook|flex)$/ } } as const;

function wrongFields(body: object, fields: Readonly<Record<string, Field>>): string[] {
  const names = new Set([...Object.keys(body), ...Object.keys(fields)]);
  return [...names].filter((name) => {
    const field = fields[name];
    const value: unknown = Reflect.get(body, name);
    if (field === undefined || !(name in body)) {
      return true;
    }
    if (value === null) {
      return !field.types.includes("null");
    }
    if (Array.isArray(value)) {
      return !field.types.includes("array of strings") || !value.every((item) => typeof item === "string");
    }
    return typeof value !== "string" || !field.types.includes("string") || !(field.shape?.test(value) ?? true);
  });
}

const accountSid = `AC${"a".repeat(32)}`;
const url = `https://conversations.twilio.com/v1/Services/${exampleServiceSid}/Configuration/Webhooks`;
const publishedConfigured =
  `{"url":"${url}","method":"POST","filters":["onMessageRemove","onParticipantAdd"],"account_sid":"${accountSid}",` +
  `"pre_webhook_url":"https://www.example.com/pre","chat_service_sid":"${exampleServiceSid}",` +
  `"post_webhook_url":"https://www.example.com/post"}`;
const publishedNeverConfigured =
  `{"url":"${url}","method":null,"filters":null,"account_sid":"${accountSid}","pre_webhook_url":null,` +
  `"chat_service_sid":"${exampleServiceSid}","post_webhook_url":null}`;

const configured = {
  preWebhookUrl: "https://www.example.com/pre",
  postWebhookUrl: "https://www.example.com/post",
  filters: ["onMessageRemove", "onParticipantAdd"],
  method: "POST",
};

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator({ accounts: [{ accountSid }] });
});
afterEach(() => emulator.stop());

test.each([
  ["configured", configured, publishedConfigured],
  ["never configured", undefined, publishedNeverConfigured],
])("the published answer for a service that is %s is reproduced to the letter", async (_title, webhook, published) => {
  emulator.addService({ sid: exampleServiceSid, ...(webhook && { webhook }) });
  expect(JSON.stringify((await ask(emulator, webhookPath(exampleServiceSid))).body)).toBe(published);
});

test.each([
  ["never configured", {}],
  ["fully configured", configured],
  ["for every known filter", { filters: knownWebhookFilters }],
  ["for no filter", { filters: [] }],
  ["called with GET", { method: "GET" }],
])("the answer for a service %s has just the documented fields, types and shapes", async (_title, webhook) => {
  const { sid } = emulator.addService({ webhook });
  const { status, body } = await ask(emulator, webhookPath(sid));
  expect(status).toBe(200);
  expect(wrongFields(body, serviceFields)).toEqual([]);
  expect(body.filters).toEqual("filters" in webhook ? webhook.filters : null);
});

test("the field table notices a missing field, another field, a wrong type and a wrong shape", () => {
  const good = JSON.parse(publishedConfigured) as Record<string, unknown>;
  const { url: _url, ...missing } = good;
  expect(wrongFields(good, serviceFields)).toEqual([]);
  expect(wrongFields(missing, serviceFields)).toEqual(["url"]);
  expect(wrongFields({ ...good, more: null }, serviceFields)).toEqual(["more"]);
  expect(wrongFields({ ...good, filters: "onMessageAdd", method: "PUT", account_sid: "AC1" }, serviceFields)).toEqual([
    "method",
    "filters",
    "account_sid",
  ]);
});

test("an account's webhook is never configured at first, and names a target instead of a service", async () => {
  const { status, body } = await ask(emulator, "/v1/Configuration/Webhooks");
  expect(status).toBe(200);
  expect(wrongFields(body, accountFields)).toEqual([]);
  expect(body).toEqual({
    account_sid: accountSid,
    pre_webhook_url: null,
    post_webhook_url: null,
    filters: null,
    method: null,
    target: "webhook",
    url: "https://conversations.twilio.com/v1/Configuration/Webhooks",
  });
});

test("an account's webhook can be set, target included, and each account has its own", async () => {
  const other = emulator.addAccount();
  emulator.setAccountWebhook({ ...configured, target: "flex" });
  emulator.setAccountWebhook({ method: "GET" }, other.accountSid);
  const own = (await ask(emulator, "/v1/Configuration/Webhooks")).body;
  const others = (await ask(emulator, "/v1/Configuration/Webhooks", { account: other })).body;
  expect(wrongFields(own, accountFields)).toEqual([]);
  expect(own).toMatchObject({ method: "POST", post_webhook_url: configured.postWebhookUrl, target: "flex" });
  expect(others).toMatchObject({ account_sid: other.accountSid, method: "GET", post_webhook_url: null });
});

test("a service can be made to answer under SIDs and a URL that are not its own, or under none", async () => {
  const { sid } = emulator.addService({ webhook: configured, identity: { accountSid: null, url: null } });
  expect((await ask(emulator, webhookPath(sid))).body).toMatchObject({ account_sid: null, url: null, method: "POST" });
  emulator.changeIdentity(sid, { chatServiceSid: exampleServiceSid });
  expect((await ask(emulator, webhookPath(sid))).body).toMatchObject({
    account_sid: null,
    chat_service_sid: exampleServiceSid,
  });
});
