import { diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";

const program = `
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}", expect: { postWebhookUrl: { protocol: "https" } } });`;

test("A scheduled `pulumi refresh --preview-only --expect-no-changes` fails where a webhook was changed, is gone or cannot be read, and records nothing", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, program);
  expect((await project.up()).code).toBe(0);
  const recorded = (await project.exportState()).deployment.resources;
  const check = () => project.pulumi("refresh", "--preview-only", "--expect-no-changes", "--diff");

  expect((await check()).code).toBe(0);

  twilio.changeWebhook(sid, { postWebhookUrl: "http://evil.example.net/post" });
  const drifted = await check();
  expect(drifted.code).not.toBe(0);
  expect(drifted.output).toContain(
    '~ postWebhookUrl: "https://hooks.example.com/post" => "http://evil.example.net/post"',
  );
  expect(drifted.output).toContain("no changes were expected for refresh but changes were proposed");

  twilio.setFault(sid, { status: 403 });
  const unreadable = await check();
  expect(unreadable.code).not.toBe(0);
  expect(unreadable.output).toContain("could not be read: Twilio answered 403");

  twilio.clearFaults();
  twilio.removeService(sid);
  const gone = await check();
  expect(gone.code).not.toBe(0);
  expect(gone.output).toContain("1 to delete");

  expect((await project.exportState()).deployment.resources).toEqual(recorded);
  expect(diagnosticsOf(gone.output)).not.toContain(twilio.account.authToken);
});
