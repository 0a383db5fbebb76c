import { compileExpectation, type CompileOptions } from "../../../provider/expectation/compile-expectation";
import { judge, type JudgedConfiguration } from "../../../provider/verdict/judge";
import { remediationCommand } from "../../../provider/verdict/remediation/remediation-command";

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
  return remediationCommand(
    judge(live, compileExpectation(expected, options)).violations,
    chatServiceSid,
  )?.text.replace(start, "");
}

test.each<[expected: unknown, flags: string | undefined]>([
  [{ postWebhookUrl: "https://b.example/post" }, "--post-webhook-url=https://b.example/post"],
  [{ postWebhookUrl: "https://b.example/$(id)'`id`" }, "--post-webhook-url='https://b.example/$(id)'\\''`id`'"],
  [{ preWebhookUrl: null }, "--pre-webhook-url=''"],
  [
    { preWebhookUrl: "https://b.example/", postWebhookUrl: "https://a.example/post" },
    "--pre-webhook-url=https://b.example/",
  ],
  [{ preWebhookUrl: { set: false } }, "--pre-webhook-url=''"],
  [{ method: "POST" }, "--method=POST"],
  [{ method: ["POST", null] }, "--method=POST"],
  [
    { filters: ["onMessageUpdated", "onMessageAdded", "onMessageAdded"] },
    "--filters=onMessageUpdated --filters=onMessageAdded",
  ],
  [{ filters: { includes: ["onX", "onMessageAdded", "onY"] } }, "--filters=onMessageAdded --filters=onX --filters=onY"],
  [{ filters: { includes: ["onX"], excludes: ["onMessageAdded"] } }, "--filters=onX"],
  [{ filters: { includes: ["onX"], only: ["onX", "onY"] } }, "--filters=onX"],
])("%j: %s", (expected, flags) => {
  expect(command(expected)).toBe(flags);
});

test("An update replaces the whole list of events, so the command repeats those that are there and may stay, quoted", () => {
  const configuration = { ...live, filters: ["--profile", "a b", "", "onX", "onX"] };
  const { violations } = judge(
    configuration,
    compileExpectation({ filters: { includes: ["onY"], excludes: ["onX"] } }),
  );
  expect(remediationCommand(violations, chatServiceSid)?.text).toBe(
    `${start}--filters=--profile --filters='a b' --filters=onY`,
  );
});

test("Events that were never set are set to those that must be delivered", () => {
  const expectation = compileExpectation({ filters: { includes: ["onX"], excludes: ["onY"] } });
  const { violations } = judge({ ...live, filters: null }, expectation);
  expect(remediationCommand(violations, chatServiceSid)?.text).toBe(`${start}--filters=onX`);
});

test("It says which properties are as expected afterwards", () => {
  const { violations } = judge(live, compileExpectation({ method: "POST", postWebhookUrl: { host: "b.example" } }));
  expect(remediationCommand(violations, chatServiceSid)?.sets).toEqual(["method"]);
});

test.each<[why: string, expected: unknown]>([
  ["conditions leave a choice", { postWebhookUrl: { host: "b.example", set: true }, filters: { only: ["onX"] } }],
  ["an account cannot be changed", { accountSid: `AC${"1".repeat(32)}` }],
  ["filters and a method cannot be unset", { filters: null, method: null }],
  ["an empty list cannot be sent", { filters: [] }],
  ["a misspelt event is to be corrected in the expectation", { filters: ["onMesageAdded", "onMessageUpdated"] }],
  ["so is one that must be there", { filters: { includes: ["onMesageAdded"] } }],
])("There is no command if %s", (_why, expected) => {
  expect(command(expected)).toBeUndefined();
});

test("A choice of methods is left to the reader", () => {
  const { violations } = judge({ ...live, method: null }, compileExpectation({ method: ["POST", "GET"] }));
  expect(remediationCommand(violations, chatServiceSid)).toBeUndefined();
});

test("A secret URL is not in it, and other secrets are left out", () => {
  const expected = { preWebhookUrl: "https://b.example/x", method: "POST", filters: ["onX"] };
  const options = { secretPaths: [["preWebhookUrl"], ["filters"]] };
  expect(command(expected, options)).toBe('--pre-webhook-url="$PRE_WEBHOOK_URL" --method=POST');
  expect(command({ filters: ["onX"] }, options)).toBeUndefined();
});

test("Events that a secret hides are not repeated", () => {
  const expected = { filters: { includes: ["onX"], excludes: ["onMessageAdded"] } };
  expect(command(expected, { secretPaths: [["filters", "excludes"]] })).toBeUndefined();
  const hidden = { secretProperties: new Set(["filters"]) };
  const verdict = (filters: unknown) => judge(live, compileExpectation({ filters }), hidden).violations;
  expect(remediationCommand(verdict({ includes: ["onX"] }), chatServiceSid)).toBeUndefined();
  expect(remediationCommand(verdict(["onX"]), chatServiceSid)?.text).toBe(`${start}--filters=onX`);
});

test("A secret service SID is a variable too", () => {
  const { violations } = judge(live, compileExpectation({ method: "POST" }));
  expect(remediationCommand(violations, "[secret]")?.text).toContain(
    ' --chat-service-sid="$CHAT_SERVICE_SID" --method=POST',
  );
});
