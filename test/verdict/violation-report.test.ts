import { compileExpectation, type CompileOptions } from "../../provider/expectation/compile-expectation";
import { judge, type JudgedConfiguration } from "../../provider/verdict/judge";
import { violationMessage, violationReport, type ReportContext } from "../../provider/verdict/violation-report";

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
  context?: Partial<ReportContext>,
) {
  const { violations } = judge({ ...live, ...change }, compileExpectation(expected, options));
  return violationMessage(violations, { chatServiceSid, ...context });
}

test("an exact expectation: what was expected, what was found, where they part, and the command that mends it", () => {
  expect(
    message({
      preWebhookUrl: null,
      postWebhookUrl: "https://hooks.example.com/twilio/post",
      method: "POST",
      filters: ["onMessageAdded", "onMessageUpdated"],
      accountSid: `AC${"1".repeat(32)}`,
    }),
  ).toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected, in 5 ways:
  - preWebhookUrl: expected null, found "https://hooks.example.com/twilio/pre"
  - postWebhookUrl is not the expected URL
      expected: https://hooks.example.com/twilio/post
      found:    https://hooks.examp1e.com/twilio/post
                                   ^ they part here
      because of another host
  - method: expected "POST", found "GET"
  - filters: expected exactly "onMessageAdded", "onMessageUpdated", found "onMessageAdded", "onConversationAdded"
      missing: "onMessageUpdated"
      extra: "onConversationAdded"
  - accountSid: expected "AC11111111111111111111111111111111", found "AC00000000000000000000000000000000"
  Check that this is the right service, and that the credentials are those of its account
  Mend it at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --pre-webhook-url='' --post-webhook-url=https://hooks.example.com/twilio/post --method=POST --filters=onMessageAdded --filters=onMessageUpdated
  or change \`expect\`, if the configuration is right as it is"
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
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected, in 9 ways:
  - preWebhookUrl.set: expected no URL to be set, found "https://hooks.example.com/twilio/pre"
  - postWebhookUrl.protocol: expected "http", found "https"
  - postWebhookUrl.host: expected "hooks.example.com" or "*.example.net", found "hooks.examp1e.com"
  - postWebhookUrl.query: expected the parameters "tenant", found none
  - postWebhookUrl.pattern: expected a match of /^https:\\/\\/hooks\\.example\\.com\\//i, found "https://hooks.examp1e.com/twilio/post"
  - method: expected "POST" or null, found "GET"
  - filters.includes: expected at least "onMesageAdded", found "onMessageAdded", "onConversationAdded"
      missing: "onMesageAdded"
      "onMesageAdded" is no known event; did you mean "onMessageAdded"?
  - filters.excludes: expected none of "onConversationAdded", found "onMessageAdded", "onConversationAdded"
      excluded, but there: "onConversationAdded"
  - filters.only: expected nothing but "onMesageAdded", "onMessageUpdated", found "onMessageAdded", "onConversationAdded"
      extra: "onMessageAdded", "onConversationAdded"
      "onMesageAdded" is no known event; did you mean "onMessageAdded"?
  Change the webhook configuration at Twilio
  or change \`expect\`, if the configuration is right as it is"
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
      because the URL has a backslash, which some HTTP clients take for a slash
  Change the webhook configuration at Twilio
  or change \`expect\`, if the configuration is right as it is"
`);
});

test("two long URLs are shown around the place where they part", () => {
  const long = `https://hooks.example.com/${"segment/".repeat(30)}`;
  expect(message({ postWebhookUrl: `${long}post?tenant=one` }, { postWebhookUrl: `${long}p\u043est?tenant=one` }))
    .toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected:
  - postWebhookUrl is not the expected URL
      expected: ...nt/segment/segment/segment/segment/segment/segment/segment/post?tenant=one
      found:    ...nt/segment/segment/segment/segment/segment/segment/segment/p\\u043est?tenant=one
                                                                               ^ they part here
      because the URL that was found has characters that a URL cannot have without percent-encoding
  Mend it at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --post-webhook-url='https://hooks.example.com/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/segment/post?tenant=one'
  or change \`expect\`, if the configuration is right as it is"
`);
});

test("a secret URL: a variable stands for it in the command", () => {
  const postWebhookUrl = "https://user:password@hooks.example.com/";
  expect(message({ postWebhookUrl, method: "POST" })).toMatchInlineSnapshot(`
"the webhook configuration of service IS00000000000000000000000000000000 is not as expected, in 2 ways:
  - postWebhookUrl: expected [secret], found [secret]
      because of another user name or password, another host, another path, query or fragment
  - method: expected "POST", found "GET"
  Mend it at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --post-webhook-url="$POST_WEBHOOK_URL" --method=POST
    with POST_WEBHOOK_URL set to the expected postWebhookUrl, which is secret and therefore not shown
  or change \`expect\`, if the configuration is right as it is"
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
  - not known yet, and not checked: expect.postWebhookUrl.host, expect.filters
  Mend it at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000000 --method=POST
  or change \`services.chat.expect\`, if the configuration is right as it is"
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
