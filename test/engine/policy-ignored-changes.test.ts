import { addPolicyPack, policiesOf } from "./support/policy-pack";
import { projectFor, sid, startTwilio } from "./support/service";

const program = (options: string) => `
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }, ${options});
`;

test("A mandatory policy stops a hijacked webhook although ignoreChanges has Pulumi show it the recorded one", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, program("{}"));
  const pack = addPolicyPack(
    project,
    `webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: { postWebhookUrl: { host: "hooks.example.com" } } })`,
  );
  expect((await project.up(...pack)).code).toBe(0);
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.examp1e.com/post" });
  project.writeProgram({ "index.js": program(`{ ignoreChanges: ["postWebhookUrl"] }`) });
  const preview = await project.preview(...pack);
  expect(policiesOf(preview.output)).toContain("ignoreChanges");
  expect(preview.code).not.toBe(0);
});
