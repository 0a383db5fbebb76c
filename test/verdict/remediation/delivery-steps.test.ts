import type { AccountWebhookSettings, ServiceWebhookExpectation } from "../../../provider/index";
import { compileExpectation } from "../../../provider/expectation/compile-expectation";
import { webhookConfiguration } from "../../../provider/testing";
import { judge } from "../../../provider/verdict/judge";
import { violationReport } from "../../../provider/verdict/violation-report";

const url = "https://hooks.acme.io/hook";
const chatServiceSid = "IS0123456789abcdef0123456789abcdef";
const service = `twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=${chatServiceSid}`;
const account = "twilio api:conversations:v1:configuration:webhooks:update";

type Settings = Partial<AccountWebhookSettings>;
function steps(live: Settings, expectation: ServiceWebhookExpectation, ofAccount?: Settings): string {
  const { violations } = judge(webhookConfiguration(live), compileExpectation(expectation), {
    account: ofAccount && { ...webhookConfiguration({}), target: null, ...ofAccount },
  });
  return violationReport(violations, { chatServiceSid }).remediationSteps.join("\n");
}
const posting = { postWebhookUrl: url, filters: ["onConversationAdded"] };

test("An event that the service only has to list is added to the whole list of filters", () => {
  expect(steps(posting, { delivers: ["onMessageAdded"] })).toContain(
    `To fix it at Twilio:\n  ${service} --filters=onConversationAdded --filters=onMessageAdded\nOr change`,
  );
});

test("One command has what filters and delivers demand", () => {
  const both = {
    delivers: ["onMessageAdded"],
    filters: { includes: ["onMessageRemoved"], excludes: ["onConversationAdded"] },
  };
  expect(steps(posting, both)).toContain(
    `To fix it at Twilio:\n  ${service} --filters=onMessageRemoved --filters=onMessageAdded\nOr change`,
  );
  const exact = { delivers: ["onMessageAdded"], filters: ["onMessageRemoved"] };
  expect(steps(posting, exact)).toContain("To fix 1 of the 2 violations at Twilio:");
});

test("A URL that is expected exactly is all that an event may need", () => {
  const live = { preWebhookUrl: url, filters: ["onMessageAdded"] };
  expect(steps(live, { delivers: ["onMessageAdded"], postWebhookUrl: url })).toContain(
    `To fix it at Twilio:\n  ${service} --post-webhook-url=${url}\nOr change`,
  );
});

test("A URL that is still to be chosen stands in the command as a variable, beside the list that it takes", () => {
  expect(steps(posting, { delivers: ["onMessageAdd"] })).toContain(
    `  ${service} --filters=onConversationAdded --filters=onMessageAdd --pre-webhook-url="$PRE_WEBHOOK_URL"\n` +
      "  with PRE_WEBHOOK_URL set to the URL that should get onMessageAdd",
  );
  const withFilters = steps(posting, { delivers: ["onMessageAdd"], filters: { includes: ["onMessageAdded"] } });
  expect(withFilters).toContain(
    `To fix 1 of the 2 violations at Twilio:\n  ${service} --filters=onConversationAdded --filters=onMessageAdded --filters=onMessageAdd\n`,
  );
  expect(withFilters).toContain(`For the others:\n  ${service} --pre-webhook-url="$PRE_WEBHOOK_URL"`);
});

test("What the account's settings would deliver is changed there, with all of its filters, or by settings of the service's own", () => {
  const told = steps({}, { delivers: ["onMessageAdded"] }, posting);
  expect(told).toContain(`    ${account} --filters=onConversationAdded --filters=onMessageAdded`);
  expect(told).toContain("or give the service a URL of its own");
  expect(steps({}, { delivers: ["onMessageAdded"] }, { target: "flex", filters: ["onMessageAdd"] })).toContain(
    `    ${account} --filters=onMessageAdd --filters=onMessageAdded\n`,
  );
  expect(
    steps({}, { delivers: ["onMessageAdded"] }, { postWebhookUrl: url, filters: ["onMessageAdded"], target: "studio" }),
  ).toContain("Set its target to webhook or flex");
});

test.each([
  ["that has no URL either", {}],
  ["that is not known", undefined],
])("Where nobody delivers, with an account %s, the service is given settings of its own", (_what, ofAccount) => {
  expect(steps({ filters: ["onMessageAdd"] }, { delivers: ["onMessageAdded"] }, ofAccount)).toContain(
    `    ${service} --filters=onMessageAdd --filters=onMessageAdded --post-webhook-url="$POST_WEBHOOK_URL"`,
  );
});

test("Without a command that can be shown, the steps say what there is to do", () => {
  const { violations } = judge(webhookConfiguration(posting), compileExpectation({ delivers: ["onMessageAdded"] }), {
    secretProperties: new Set(["filters"]),
  });
  expect(violationReport(violations, { chatServiceSid }).remediationSteps.join("\n")).toContain(
    "List all of the events in filters, and set the URLs to which they go: they may not be shown here",
  );
  const odd = { postWebhookUrl: url, filters: ["\u0000", "onConversationAdded"], preWebhookUrl: null };
  expect(steps(odd, { delivers: ["onMessageAdd"] })).toContain(
    'List "onMessageAdd" in filters, beside all that are there',
  );
});
