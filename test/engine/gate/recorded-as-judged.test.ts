import type { TwilioEmulator } from "../../../provider/testing";
import type { Project } from "../support";
import { diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";

const good = "https://hooks.example.com/post";
const hijacked = "https://hooks.examp1e.com/post";

interface Variant {
  readonly expectation?: string;
  readonly enforcement?: string;
  readonly options?: string;
  readonly before?: string;
}

const program = ({ expectation = good, enforcement = "mandatory", options = "{}", before = "" }: Variant = {}) => `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const isGate = (type) => type.endsWith(":ServiceWebhookConfiguration");
${before}
const args = { chatServiceSid: "${sid}", expect: { postWebhookUrl: "${expectation}" }, enforcement: "${enforcement}" };
const chat = new ServiceWebhookConfiguration("chat", args, ${options});
new pulumi.Stash("behind", { input: chat.postWebhookUrl });
`;

let twilio: TwilioEmulator;
let project: Project;

// What is recorded is a webhook that was hijacked once, and an update that only warned of it.
beforeAll(async () => {
  twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  project = await projectFor(twilio, program({ enforcement: "advisory" }));
  await project.up();
  twilio.changeWebhook(sid, { postWebhookUrl: good });
});

test.each<[what: string, variant: Variant, refusal: string]>([
  [
    "a transform of the resource gives another expectation",
    {
      options: `{ transforms: [({ props, opts }) =>
        ({ props: { ...props, expect: { postWebhookUrl: "https://strict.example.com" } }, opts })] }`,
    },
    "expect is not what the program has judged by: ignoreChanges or a transform has put another one in its place. Give it",
  ],
  [
    "a transform of the resource puts in rules by which nothing was judged",
    { options: `{ transforms: [({ props, opts }) => ({ props: { ...props, rules: "recommended" }, opts })] }` },
    "rules is not what the program has judged by: ignoreChanges or a transform has put another one in its place. Give it",
  ],
  [
    "a transformation of the stack gives another enforcement",
    {
      expectation: "https://strict.example.com",
      enforcement: "advisory",
      before: `pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
        isGate(type) ? { props: { ...props, enforcement: "mandatory" }, opts } : undefined);`,
    },
    "enforcement is not what the program has judged by",
  ],
  [
    "ignoreChanges keeps a URL that was recorded before",
    { options: `{ ignoreChanges: ["postWebhookUrl"] }` },
    "postWebhookUrl is not what was read and judged",
  ],
  [
    "ignoreChanges keeps an enforcement that was recorded before",
    { options: `{ ignoreChanges: ["enforcement"] }` },
    "enforcement is not what the program has judged by",
  ],
])("A gate is refused if what is registered is not what was judged: %s", async (_what, variant, refusal) => {
  project.writeProgram({ "index.js": program(variant) });
  const up = await project.up();
  expect(up.code).not.toBe(0);
  expect(diagnosticsOf(up.output)).toContain(`has a problem: ${refusal}`);
  expect(up.output).not.toContain("behind");
});

test("A gate passes with options that keep what was judged, and how it was judged stands in no state and no diff", async () => {
  project.writeProgram({
    "index.js": program({
      options: `{ ignoreChanges: ["url", "expect", "accountSid"], additionalSecretOutputs: ["url"] }`,
    }),
  });
  const up = await project.up("--diff");
  expect(diagnosticsOf(up.output)).toBe("");
  expect(up.code).toBe(0);
  expect(up.output).not.toContain("__read");
  const { resources = [] } = (await project.exportState()).deployment;
  expect(JSON.stringify(resources.map(({ inputs, outputs }) => [inputs, outputs]))).not.toContain("__read");
});
