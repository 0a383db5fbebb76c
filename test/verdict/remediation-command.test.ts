import { compileExpectation, type CompileOptions } from "../../provider/expectation/compile-expectation";
import { judge, type JudgedConfiguration } from "../../provider/verdict/judge";
import { mendingCommand } from "../../provider/verdict/remediation-command";

const chatServiceSid = `IS${"0".repeat(32)}`;
const start = `twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=${chatServiceSid} `;
const live: JudgedConfiguration = {
  preWebhookUrl: "https://a.example/pre",
  postWebhookUrl: "https://a.example/post",
  method: "GET",
  filters: ["onMessageAdded"],
  accountSid: `AC${"0".repeat(32)}`,
};

function command(expected: unknown, options?: CompileOptions): string | undefined {
  return mendingCommand(judge(live, compileExpectation(expected, options)).violations, chatServiceSid)?.text.replace(
    start,
    "",
  );
}

test.each<[expected: unknown, flags: string | undefined]>([
  [{ postWebhookUrl: "https://b.example/post" }, "--post-webhook-url=https://b.example/post"],
  [{ postWebhookUrl: "https://b.example/$(id)'`id`" }, "--post-webhook-url='https://b.example/$(id)'\\''`id`'"],
  [{ preWebhookUrl: null }, "--pre-webhook-url=''"],
  [
    { preWebhookUrl: "https://b.example/", postWebhookUrl: "https://a.example/post" },
    "--pre-webhook-url=https://b.example/",
  ],
  [{ method: "POST" }, "--method=POST"],
  [
    { filters: ["onMessageUpdated", "onMessageAdded", "onMessageAdded"] },
    "--filters=onMessageUpdated --filters=onMessageAdded",
  ],
  [{ filters: ["--profile", "a b"] }, "--filters=--profile --filters='a b'"],
])("%j: %s", (expected, flags) => {
  expect(command(expected)).toBe(flags);
});

test.each<[why: string, expected: unknown]>([
  [
    "conditions leave a choice",
    { postWebhookUrl: { host: "b.example" }, filters: { includes: ["onX"] }, method: ["POST", null] },
  ],
  ["an account cannot be changed", { accountSid: `AC${"1".repeat(32)}` }],
  ["filters and a method cannot be unset", { filters: null, method: null }],
  ["an empty list cannot be sent", { filters: [] }],
  ["a misspelt event is to be put right in the expectation", { filters: ["onMesageAdded", "onMessageUpdated"] }],
])("there is no command where %s", (_why, expected) => {
  expect(command(expected)).toBeUndefined();
});

test("a secret URL is not in it, and other secrets are left out", () => {
  const expected = { preWebhookUrl: "https://b.example/x", method: "POST", filters: ["onX"] };
  const options = { secretPaths: [["preWebhookUrl"], ["filters"]] };
  expect(command(expected, options)).toBe('--pre-webhook-url="$PRE_WEBHOOK_URL" --method=POST');
  expect(command({ filters: ["onX"] }, options)).toBeUndefined();
});

test("a secret service SID is a variable too", () => {
  const { violations } = judge(live, compileExpectation({ method: "POST" }));
  expect(mendingCommand(violations, "[secret]")?.text).toContain(
    ' --chat-service-sid="$CHAT_SERVICE_SID" --method=POST',
  );
});
