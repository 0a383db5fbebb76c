import { createProject } from "../support";
import { configFor, sid, startTwilio } from "../support/service";
import { Commands } from "../support/command";

/** Each function is called, and nothing of the program waits for it. */
const script = `
const pulumi = require("@pulumi/pulumi");
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const twilio = require("pulumi-twilio-conversations");

const chatServiceSid = "${sid}";

async function program() {
  twilio.getServiceWebhookConfigurationsOutput().apply(({ services }) => {
    const gate = new twilio.ServiceWebhookConfiguration("gate", { chatServiceSid: services[0].chatServiceSid });
    new pulumi.Stash("in-apply", { input: 1 }, { dependsOn: gate });
  });
  twilio.getServiceWebhookConfiguration({ chatServiceSid }).then(() => new pulumi.Stash("after-promise", { input: 1 }));
  const live = twilio.getServiceWebhookConfigurationOutput({ chatServiceSid });
  twilio.assertServiceWebhookConfigurationOutput(live, { postWebhookUrl: { host: "hooks.example.com" } });
}

(async () => {
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: "dev", projectName: "inline", program },
    { workDir: process.cwd() },
  );
  await stack.setAllConfig(JSON.parse(process.env.CONFIG));
  const failure = await stack.up().then(() => null, (error) => error.message);
  const { resources = [] } = (await stack.exportStack()).deployment;
  console.log(JSON.stringify({ failure, names: resources.map(({ urn }) => urn.split("::").pop()) }));
})();
`;

test("An inline program ends when its reads and assertions have, and what follows from them is registered", async () => {
  const twilio = await startTwilio();
  twilio.failNext(1_000, { delay: 500 });
  const project = await createProject({ program: { "automate.js": script }, typescript: false, name: "inline" });
  const config = Object.entries(configFor(twilio)).map(([key, value]) => [
    key,
    typeof value === "string" ? { value } : { value: value.secret, secret: true },
  ]);
  const commands = new Commands();
  const env = { ...project.env, CONFIG: JSON.stringify(Object.fromEntries(config)) };
  const update = async () => {
    const { stdout } = await commands.run(process.execPath, ["automate.js"], project.programFolder, env);
    return JSON.parse(stdout) as { failure: string | null; names: string[] };
  };

  const first = await update();
  expect(first.failure).toBeNull();
  expect(first.names).toEqual(expect.arrayContaining(["gate", "in-apply", "after-promise"]));

  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.examp1e.com/post" });
  const second = await update();
  expect(second.failure).toContain("assertServiceWebhookConfigurationOutput: the webhook configuration of service");
  expect(new Set(second.names)).toEqual(new Set(first.names));
});
