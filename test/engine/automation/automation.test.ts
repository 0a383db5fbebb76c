import { spawn } from "node:child_process";
import { createProject } from "../support";
import { configFor, sid, startTwilio } from "../support/service";

const script = `
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const { getServiceWebhookConfigurationOutput, ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");

async function deploy(stackName, { sid, config }) {
  const program = async () => ({
    read: getServiceWebhookConfigurationOutput({ chatServiceSid: sid }).accountSid,
    recorded: new ServiceWebhookConfiguration("chat", { chatServiceSid: sid }).accountSid,
  });
  const stack = await LocalWorkspace.createOrSelectStack({ stackName, projectName: "inline", program }, { workDir: process.cwd() });
  await stack.setAllConfig(config);
  const preview = await stack.preview();
  const { outputs, stdout } = await stack.up();
  await stack.destroy();
  return { read: outputs.read.value, recorded: outputs.recorded.value, printed: preview.stdout + stdout };
}

(async () => {
  const stacks = JSON.parse(process.env.STACKS);
  const done = await Promise.all(Object.entries(stacks).map(async ([name, stack]) => [name, await deploy(name, stack)]));
  console.log(JSON.stringify(Object.fromEntries(done)));
})();
`;

test("Two stacks that run at once in one process never see each other's credentials", async () => {
  const twilio = await startTwilio();
  const other = twilio.addAccount();
  const { sid: otherSid } = twilio.addService({ accountSid: other.accountSid });
  const automationConfig = (config: ReturnType<typeof configFor>) =>
    Object.fromEntries(
      Object.entries(config).map(([key, value]) => [
        key,
        typeof value === "string" ? { value } : { value: value.secret, secret: true },
      ]),
    );
  const stacks = {
    one: { sid, config: automationConfig(configFor(twilio)) },
    two: { sid: otherSid, config: automationConfig(configFor(twilio, { account: other })) },
  };
  const project = await createProject({ program: { "automate.js": script }, typescript: false, name: "inline" });
  const { code, stdout, stderr } = await new Promise<{ code: number | null; stdout: string; stderr: string }>(
    (resolve) => {
      const child = spawn(process.execPath, ["automate.js"], {
        cwd: project.programFolder,
        env: { ...project.env, STACKS: JSON.stringify(stacks) },
      });
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
      child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    },
  );
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    one: { read: twilio.account.accountSid, recorded: twilio.account.accountSid },
    two: { read: other.accountSid, recorded: other.accountSid },
  });
  expect([twilio.account, other].filter(({ authToken }) => stdout.includes(authToken))).toEqual([]);
  expect(new Set(twilio.requests.map(({ status }) => status))).toEqual(new Set([200]));
});
