import type { AuditOptions } from "../../provider/audit/audit-options";
import type { AuditedService } from "../../provider/audit/audit-report";
import { auditIn } from "./support/audit-in";
import { plainSecret, stateOf } from "./support/state";
import { sidOf, startTwilio } from "./support/twilio";

const secretUrl = "https://hooks.example.com/of-nobody/T0123456789";
const webhook = { postWebhookUrl: secretUrl, method: "POST", filters: ["onMessageAdded"] };
const expectations = `default:
  postWebhookUrl: { host: hooks.example.com, protocol: https }
  method: [POST, GET]
  delivers: [onMessageAdded]
services:
  ${sidOf("2")}: { postWebhookUrl: "https://user:hunter2@hooks.example.com/" }
`;

async function servicesOf(outputs: object, options: Partial<AuditOptions> = {}): Promise<readonly AuditedService[]> {
  const twilio = await startTwilio();
  const [first, second, third] = ["1", "2", "3"].map((digit) => twilio.addService({ sid: sidOf(digit), webhook }));
  const state = stateOf([
    { name: "chat", sid: first!.sid, values: first!, outputs: { expect: { method: "POST" }, ...outputs } },
    { name: "other", sid: second!.sid, values: second! },
    { name: "third", sid: third!.sid, values: third! },
  ]);
  const files = { "e.yaml": expectations, "state.json": state };
  const report = await auditIn(twilio, files, {
    stateFiles: ["state.json"],
    expectationsFile: "e.yaml",
    ...options,
  });
  return report.services;
}

test("a report says what is expected of a service, by whom, whether or not it holds", async () => {
  const [first, , third] = await servicesOf({});
  expect(first?.violations).toEqual([]);
  const ofFile = {
    of: "file",
    place: { file: "e.yaml", line: 1, column: 1 },
    conditions: [
      { property: "postWebhookUrl", condition: "host", expected: "hooks.example.com" },
      { property: "postWebhookUrl", condition: "protocol", expected: "https" },
      { property: "method", condition: "equals", expected: ["POST", "GET"] },
      { property: "delivers", condition: "equals", expected: ["onMessageAdded"] },
    ],
  };
  const ofStack = {
    of: "stack",
    place: null,
    conditions: [{ property: "method", condition: "equals", expected: "POST" }],
  };
  expect(first?.expectations).toEqual([ofFile, ofStack]);
  expect(third?.expectations).toEqual([ofFile]);
});

test("what is expected is not shown if it is secret, nor if it would tell a live value that is", async () => {
  const [first, second] = await servicesOf({ postWebhookUrl: plainSecret(secretUrl) });
  expect(first?.expectations[0]?.conditions.slice(0, 3).map(({ expected }) => expected)).toEqual([
    "[secret]",
    "[secret]",
    ["POST", "GET"],
  ]);
  expect(second?.expectations[0]?.conditions).toEqual([
    { property: "postWebhookUrl", condition: "equals", expected: "[secret]" },
  ]);
  const [open] = await servicesOf({ postWebhookUrl: plainSecret(secretUrl) }, { showSecrets: true });
  expect(open?.expectations[0]?.conditions[0]?.expected).toBe("hooks.example.com");
});
