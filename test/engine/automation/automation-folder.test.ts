import { createProject, type Project } from "../support";
import { Commands } from "../support/command";
import { configFor, sid, startTwilio } from "../support/service";

const script = (projectSettings: string) => `
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const program = async () => {
  new ServiceWebhookConfiguration("again", { chatServiceSid: "${sid}" });
  return { url: new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }).postWebhookUrl };
};
(async () => {
  const options = { projectSettings: ${projectSettings} };
  const stack = await LocalWorkspace.createOrSelectStack({ stackName: "dev", projectName: "inline", program }, options);
  await stack.setAllConfig(JSON.parse(process.env.CONFIG));
  const { stdout } = await stack.preview();
  console.log(stdout);
})().catch((error) => {
  console.log(error.message);
  process.exitCode = 1;
});
`;

let project: Project;

/** Runs the script from a folder without any packages. */
async function automate(projectSettings: string) {
  project.writeProgram({ "automate.js": script(projectSettings) });
  return new Commands().run(process.execPath, [`${project.programFolder}/automate.js`], project.folder, project.env);
}

beforeAll(async () => {
  const twilio = await startTwilio();
  const config = Object.fromEntries(
    Object.entries(configFor(twilio)).map(([key, value]) => [
      key,
      typeof value === "string" ? { value } : { value: value.secret, secret: true },
    ]),
  );
  project = await createProject({
    program: {},
    typescript: false,
    name: "inline",
    env: { CONFIG: JSON.stringify(config) },
  });
});

test("An inline program that is started in a folder without the package is told what to do, since Pulumi's own words do not say it", async () => {
  const { code, output } = await automate("undefined");
  expect(code).toBe(1);
  expect(output).toContain("1 warning");
  expect(output).toContain(
    `warning: Pulumi's dynamic-provider process will not find pulumi-twilio-conversations from ${project.folder}: the package is ` +
      'not in a node_modules folder there or above. If it reports "Cannot find module", start this program in the folder that ' +
      "has the package, or name that folder as `main` in the stack's `projectSettings`.",
  );
});

test("It works from there when its project settings name the folder that has the package", async () => {
  const settings = JSON.stringify({ name: "inline", runtime: "nodejs", main: project.programFolder });
  const { code, output } = await automate(settings);
  expect(output).toContain('url: "https://hooks.example.com/post"');
  expect(code).toBe(0);
});
