import { lintServiceWebhookConfiguration } from "../../provider/index";
import type { Finding } from "../../provider/rules/finding";
import { findingsMessage } from "../../provider/rules/findings-message";

const finding: Finding = {
  rule: "plain-http",
  severity: "error",
  property: "postWebhookUrl",
  message: "postWebhookUrl is plain http",
  remediation: "Have the server take https, then set it\ntwilio update",
};

test("a message has each finding with its way out, and how to switch the rules off", () => {
  const context = { chatServiceSid: "IS1", rulesName: "rules" };
  expect(findingsMessage([finding], context)).toBe(
    `the webhook configuration of service IS1 is wrong by the rules (1 finding):
  - plain-http: postWebhookUrl is plain http
    Have the server take https, then set it
    twilio update
  or, if it is right as it is, switch the rule off: rules: { "plain-http": "off" }`,
  );
  const several = findingsMessage([finding, { ...finding, property: "preWebhookUrl" }], context);
  expect(several).toContain("(2 findings)");
  expect(several.match(/"plain-http": "off"/g)).toHaveLength(1);
});

test("a secret method is judged and not shown", () => {
  const configuration = {
    chatServiceSid: "IS1",
    preWebhookUrl: null,
    postWebhookUrl: "https://hooks.mycompany.com/",
    filters: ["onMessageAdded"],
    method: "GET" as const,
  };
  const found = lintServiceWebhookConfiguration(configuration, { secretProperties: ["method"] });
  expect(found.find(({ rule }) => rule === "get-method")?.message).toBe(
    "the method puts what people write into URLs, and so into logs",
  );
});
