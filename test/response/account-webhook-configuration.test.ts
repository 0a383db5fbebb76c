import { parseAccountWebhookConfiguration } from "../../provider/response/account-webhook-configuration";

const accountSid = `AC${"a".repeat(32)}`;
const context = { subject: "the webhook configuration of the account", accountSid };
const example = {
  account_sid: accountSid,
  pre_webhook_url: "https://example.com/pre",
  post_webhook_url: "https://example.com/post",
  method: "get",
  filters: ["onMessageSend"],
  target: "webhook",
  url: "https://conversations.twilio.com/v1/Configuration/Webhooks",
};

test("an answer is taken as it is, with its method in capitals", () => {
  expect(parseAccountWebhookConfiguration(example, context)).toEqual({ ...example, method: "GET" });
});

test("a target that nobody documented is taken, and one that is no text is a fault", () => {
  expect(parseAccountWebhookConfiguration({ ...example, target: "studio" }, context).target).toBe("studio");
  expect(() => parseAccountWebhookConfiguration({ ...example, target: 1 }, context)).toThrow(
    "the answer's field target is not as documented: expected a string, or null; got a number",
  );
});

test("another account than that of the credentials is a fault", () => {
  const other = { ...example, account_sid: `AC${"b".repeat(32)}` };
  expect(() => parseAccountWebhookConfiguration(other, context)).toThrow(
    "field account_sid is not as documented: expected the account of the credentials used; got another one",
  );
  expect(parseAccountWebhookConfiguration(other, { subject: "it" }).account_sid).toBe(other.account_sid);
});

test("Text that is empty is not set, and a URL that is not absolute is handed on as it came", () => {
  const cleared = { account_sid: "", pre_webhook_url: "", post_webhook_url: "", method: "", target: "", url: "" };
  expect(parseAccountWebhookConfiguration({ ...example, ...cleared }, context)).toEqual({
    ...Object.fromEntries(Object.keys(cleared).map((name) => [name, null])),
    filters: example.filters,
  });
  const { url: _url, ...linkless } = { ...example, method: "GET", post_webhook_url: "hooks.example.com/x" };
  expect(parseAccountWebhookConfiguration(linkless, context)).toEqual({ ...linkless, url: null });
});
