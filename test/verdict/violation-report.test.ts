import { compileExpectation, type CompileOptions } from "../../provider/expectation/compile-expectation";
import { judge, type JudgedConfiguration } from "../../provider/verdict/judge";
import { violationMessage, violationReport, type ViolationContext } from "../../provider/verdict/violation-report";

const chatServiceSid = `IS${"0".repeat(32)}`;
const live: JudgedConfiguration = {
  preWebhookUrl: "https://hooks.example.com/twilio/pre",
  postWebhookUrl: "https://hooks.examp1e.com/twilio/post",
  method: "GET",
  filters: ["onMessageAdded", "onConversationAdded"],
  accountSid: `AC${"0".repeat(32)}`,
};

function message(
  expected: unknown,
  change: Partial<JudgedConfiguration> = {},
  options?: CompileOptions,
  context?: Partial<ViolationContext>,
) {
  const { violations } = judge({ ...live, ...change }, compileExpectation(expected, options));
  return violationMessage(violations, { chatServiceSid, ...context });
}

test("a named account is named beside the service", () => {
  const { summary } = violationReport([], { chatServiceSid, accountName: "eu" });
  expect(summary).toBe(
    `the webhook configuration of service ${chatServiceSid} of the account "eu" is not as expected (0 violations):`,
  );
});

test("an exact expectation: what was expected, what was found, where they differ, and the command that fixes it", () => {
  expect(
    message({
      preWebhookUrl: null,
      postWebhookUrl: "https://hooks.example.com/twilio/post",
      method: "POST",
      filters: ["onMessageAdded", "onMessageUpdated"],
      accountSid: `AC${"1".repeat(32)}`,
    }),
  ).toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected (5 violations):
  - preWebhookUrl: expected null, found "https://hooks.example.com/twilio/pre"
  - postWebhookUrl is not the expected URL
      expected: https://hooks.example.com/twilio/post
      found:    https://hooks.examp1e.com/twilio/post
                                   ^ first difference
      the host differs
  - method: expected "POST", found "GET"
  - filters: expected exactly "onMessageAdded", "onMessageUpdated", found "onMessageAdded", "onConversationAdded"
      missing: "onMessageUpdated"
      extra: "onConversationAdded"
  - accountSid: expected "AC11111111111111111111111111111111", found "AC00000000000000000000000000000000"
  Check that this is the right service, and that the credentials are those of its account
  To fix 4 of the 5 violations at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --pre-webhook-url='' --post-webhook-url=https://hooks.example.com/twilio/post --method=POST --filters=onMessageAdded --filters=onMessageUpdated
  Or change \`expect\` if the configuration is right as it is"
`);
});

test("conditions: each that fails, with the part that it is about", () => {
  expect(
    message({
      preWebhookUrl: { set: false },
      postWebhookUrl: {
        protocol: "http",
        host: ["hooks.example.com", "*.example.net"],
        path: "/twilio/*",
        query: ["tenant"],
        pattern: { source: "^https:\\/\\/hooks\\.example\\.com\\/", flags: "i" },
      },
      method: ["POST", null],
      filters: {
        includes: ["onMesageAdded"],
        excludes: ["onConversationAdded"],
        only: ["onMesageAdded", "onMessageUpdated"],
      },
    }),
  ).toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected (9 violations):
  - preWebhookUrl.set: expected no URL to be set, found "https://hooks.example.com/twilio/pre"
  - postWebhookUrl.protocol: expected "http", found "https"
  - postWebhookUrl.host: expected "hooks.example.com" or "*.example.net", found "hooks.examp1e.com"
  - postWebhookUrl.query: expected the parameters "tenant", found none
  - postWebhookUrl.pattern: expected a match of /^https:\\/\\/hooks\\.example\\.com\\//i, found "https://hooks.examp1e.com/twilio/post"
  - method: expected "POST" or null, found "GET"
  - filters.includes: expected at least "onMesageAdded", found "onMessageAdded", "onConversationAdded"
      missing: "onMesageAdded"
      "onMesageAdded" is not a known event; did you mean "onMessageAdded"?
  - filters.excludes: expected none of "onConversationAdded", found "onMessageAdded", "onConversationAdded"
      excluded but delivered: "onConversationAdded"
  - filters.only: expected nothing but "onMesageAdded", "onMessageUpdated", found "onMessageAdded", "onConversationAdded"
      extra: "onMessageAdded", "onConversationAdded"
      "onMesageAdded" is not a known event; did you mean "onMessageAdded"?
  To fix 2 of the 9 violations at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --pre-webhook-url='' --method=POST
  For the others:
    Choose a postWebhookUrl that meets protocol, host, query and pattern (many URLs do) and set it with --post-webhook-url
    Correct the misspelt events in the expectation: no command sets them
  Or change \`expect\` if the configuration is right as it is"
`);
});

test("a single violation, of a URL that is read in different ways", () => {
  expect(
    message(
      { postWebhookUrl: { host: "hooks.example.com" } },
      { postWebhookUrl: "https://hooks.example.com\\@evil.example/" },
    ),
  ).toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected:
  - postWebhookUrl.host: expected "hooks.example.com", found "https://hooks.example.com\\\\@evil.example/"
      the URL has a backslash, which some HTTP clients take for a slash
  Change the webhook configuration at Twilio:
    Choose a postWebhookUrl that meets host (many URLs do) and set it with --post-webhook-url
  Or change \`expect\` if the configuration is right as it is"
`);
});

test("two long URLs are shown around the first difference", () => {
  const long = `https://hooks.example.com/${"segment/".repeat(30)}`;
  expect(message({ postWebhookUrl: `${long}post?tenant=one` }, { postWebhookUrl: `${long}p\u043est?tenant=one` }))
    .toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected:
  - postWebhookUrl is not the expected URL
      expected: ...nt/segment/segment/segment/segment/segment/segment/segment/post?tenant=one
      found:    ...nt/segment/segment/segment/segment/segment/segment/segment/p\\u043est?tenant=one
                                                                               ^ first difference
      the URL that was found has characters that a URL cannot have without percent-encoding
  To fix it at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --post-webhook-url='https://hooks.example.com/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/post?tenant=one'
  Or change \`expect\` if the configuration is right as it is"
`);
});

test("a secret URL: a variable stands for it in the command", () => {
  const postWebhookUrl = "https://user:password@hooks.example.com/";
  expect(message({ postWebhookUrl, method: "POST" })).toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected (2 violations):
  - postWebhookUrl: expected [secret], found [secret]
      the user name or password, the host and the path differ
  - method: expected "POST", found "GET"
  To fix it at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --post-webhook-url="$POST_WEBHOOK_URL" --method=POST
    with POST_WEBHOOK_URL set to the expected postWebhookUrl, which is secret and not shown
    This replaces all of a postWebhookUrl that is not shown: if it has connection overrides (such as #rc=3) or a user name and a password that are still needed, add them to the expected URL first
  Or change \`expect\` if the configuration is right as it is"
`);
});

test("what was not checked is said", () => {
  const context = {
    deferred: ["expect.postWebhookUrl.host", "expect.filters"],
    expectationName: "services.chat.expect",
  };
  expect(message({ method: "POST" }, {}, {}, context)).toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected:
  - method: expected "POST", found "GET"
  - not known yet, so not checked: expect.postWebhookUrl.host, expect.filters
  To fix it at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --method=POST
  Or change \`services.chat.expect\` if the configuration is right as it is"
`);
});

test("the parts are those of an error: a summary, and steps of one line each", () => {
  const { violations } = judge(live, compileExpectation({ method: "POST" }));
  const { summary, remediationSteps } = violationReport(violations, { chatServiceSid });
  expect(summary.split("\n")).toHaveLength(2);
  expect(remediationSteps.every((step) => !step.includes("\n"))).toBe(true);
});

test("nothing from outside reaches a terminal as it is", () => {
  const nasty = "\u001b[31mred\u0007\r\n\u202egnp.exe\u2028";
  const text = message(
    { postWebhookUrl: { set: false }, filters: ["onX"], method: "POST" },
    { postWebhookUrl: nasty, filters: [nasty], method: nasty as "GET" },
  );
  expect(text).toMatch(/^[\n\x20-\x7e]+$/);
  expect(text.match(/\\u001b\[31mred\\u0007\\r\\n\\u202egnp\.exe\\u2028/g)).toHaveLength(4);
});

test("a value of a megabyte is not printed whole", () => {
  const huge = `https://hooks.example.com/${"x".repeat(1_000_000)}`;
  const many = Array.from({ length: 10_000 }, (_item, index) => `onEvent${index}`);
  const text = message(
    { postWebhookUrl: "https://hooks.example.com/", preWebhookUrl: null, filters: [] },
    { postWebhookUrl: huge, preWebhookUrl: huge, filters: many },
  );
  expect(text.length).toBeLessThan(4_000);
  expect(text).toContain("(1,000,026 characters)");
  expect(text).toContain("9970 more");
});
