import type { Project } from "../support";
import { diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";
import { gated, good, hijacked, imports } from "./support/gated";

describe("A stack whose webhook leads elsewhere since it was recorded", () => {
  let project: Project;

  beforeAll(async () => {
    const twilio = await startTwilio();
    project = await projectFor(twilio, gated());
    await project.up();
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  });

  // None of these updates gets as far as the state: each starts from what the first one recorded.
  test.each(['["*"]', '["expect", "enforcement", "postWebhookUrl", "__read"]', '["expect.postWebhookUrl"]'])(
    "ignoreChanges %s does not open the gate",
    async (ignoreChanges) => {
      project.writeProgram({ "index.js": gated({ options: `{ ignoreChanges: ${ignoreChanges} }` }) });
      const up = await project.up();
      expect(up.code).not.toBe(0);
      expect(diagnosticsOf(up.output)).toMatch(/is not as expected|ignoreChanges: \["\*"\] hides/);
      expect((await project.stackOutputs())["postWebhookUrl"]).toBe(good);
    },
  );
});

test("ignoreChanges that keeps another service than the one that was judged does not open the gate", async () => {
  const twilio = await startTwilio();
  const other = `IS${"f".repeat(32)}`;
  twilio.addService({ sid: other, webhook: { postWebhookUrl: hijacked } });
  const options = `{ ignoreChanges: ["chatServiceSid"] }`;
  const project = await projectFor(
    twilio,
    `${imports} new ServiceWebhookConfiguration("chat", { chatServiceSid: "${other}" }, ${options});`,
  );
  expect((await project.up()).code).toBe(0);
  project.writeProgram({ "index.js": gated({ options }) });
  const up = await project.up();
  expect(up.code).not.toBe(0);
  expect(diagnosticsOf(up.output)).toContain("has a problem: chatServiceSid or account is not what was read");
});

test("A transform that adds an expectation, or puts another service in, is an error: nothing was judged by it", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: `IS${"f".repeat(32)}`, webhook: { postWebhookUrl: hijacked } });
  const program = (changed: string) => `${imports}
    const change = ({ props, opts }) => ({ props: { ...props, ${changed} }, opts });
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }, { transforms: [change] });`;
  const project = await projectFor(twilio, program(`expect: { postWebhookUrl: null }`));
  expect(diagnosticsOf((await project.preview()).output)).toContain(
    "has a problem: expect was not given by the program",
  );
  project.writeProgram({ "index.js": program(`chatServiceSid: "IS${"f".repeat(32)}"`) });
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toContain("has a problem: chatServiceSid or account is not what was read");
});
