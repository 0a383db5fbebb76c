import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { judge } from "../../provider/verdict/judge";
import { violationMessage } from "../../provider/verdict/violation-report";

const chatServiceSid = `IS${"0".repeat(32)}`;
const urls = ["https://a.example/", "::error::", "https://a.example/x?y=##vso[task.setvariable variable=A]b&##[group]"];

test.each([
  "https://hooks.example.com/",
  `https://a.example/${"x".repeat(200)}`,
  null,
  { host: "hooks.example.com" },
  { path: "/twilio" },
  { query: ["tenant"] },
  { query: "none" },
  { pattern: { source: "^https://hooks" } },
  { protocol: "http" },
])("what is live commands no CI system in the message of a gate that expects %j", (expected) => {
  for (const postWebhookUrl of [...urls, `https://a.example/${"x".repeat(100)}##vso[a]`]) {
    const live = { preWebhookUrl: postWebhookUrl, postWebhookUrl, method: null, filters: null, accountSid: null };
    const { violations } = judge(live, compileExpectation({ postWebhookUrl: expected }));
    const message = violationMessage(violations, { chatServiceSid });
    expect(message).not.toMatch(/^\s*::|##\w*\[/m);
  }
});
