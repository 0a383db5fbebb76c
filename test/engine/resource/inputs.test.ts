import type { TwilioEmulator } from "../../../provider/testing";
import { diagnosticsOf, projectFor, sid, startTwilio, webhookSetter } from "../support/service";

let twilio: TwilioEmulator;

beforeAll(async () => {
  twilio = await startTwilio();
});

beforeEach(() => twilio.clearRequests());

const imports = `
const pulumi = require("@pulumi/pulumi");
const { getServiceWebhookConfiguration, getServiceWebhookConfigurationOutput, ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
`;

test("A service SID that is not known yet makes the outputs unknown in preview, without a request, and is read in the update", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    const service = new pulumi.Stash("service", { input: { sid: "${sid}" } });
    const chatServiceSid = pulumi.all([service.id, service.output]).apply(([, output]) => output.sid);
    exports.recorded = new ServiceWebhookConfiguration("chat", { chatServiceSid }).postWebhookUrl;
    exports.read = getServiceWebhookConfigurationOutput({ chatServiceSid }).postWebhookUrl;
  `,
  );
  const preview = await project.preview("--diff");
  expect(preview.code).toBe(0);
  expect(preview.output).toMatch(/postWebhookUrl\s*: \[unknown\]/);
  expect(preview.output).toMatch(/read\s*: \[unknown\]/);
  expect(twilio.countRequests()).toBe(0);
  expect((await project.up()).code).toBe(0);
  const url = "https://hooks.example.com/post";
  expect(await project.stackOutputs()).toEqual({ recorded: url, read: url });
});

test("A secret service SID makes every value secret", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    const chatServiceSid = pulumi.secret("${sid}");
    new ServiceWebhookConfiguration("chat", { chatServiceSid });
    exports.read = getServiceWebhookConfigurationOutput({ chatServiceSid });
  `,
  );
  const preview = await project.preview("--diff");
  expect(preview.output).toMatch(/read\s*: \[secret\]/);
  expect(preview.output).not.toContain("hooks.example.com");
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ read: "[secret]" });
  const { id, outputs = {} } =
    (await project.exportState()).deployment.resources?.find(({ type }) => type.includes("twilio")) ?? {};
  const { __provider, ...values } = outputs;
  expect(id).toBe(sid);
  expect(Object.keys(values).sort()).toEqual([
    "accountSid",
    "chatServiceSid",
    "filters",
    "method",
    "postWebhookUrl",
    "preWebhookUrl",
    "url",
  ]);
  for (const value of Object.values(values)) {
    expect(value).toEqual({
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      ciphertext: expect.any(String),
    });
  }
});

test("A secret service SID stands in no error", async () => {
  const gone = "IS99999999999999999999999999999999";
  const project = await projectFor(
    twilio,
    `${imports}
    const chatServiceSid = pulumi.secret("${gone}");
    new ServiceWebhookConfiguration("chat", { chatServiceSid });
    exports.read = getServiceWebhookConfigurationOutput({ chatServiceSid });
  `,
  );
  const preview = await project.preview("--diff", "--logtostderr", "-v=5", "--debug");
  expect(preview.code).not.toBe(0);
  expect(preview.output).toContain(
    "the webhook configuration of service [secret] could not be read: Twilio answered 404",
  );
  expect(preview.output.match(/.*IS9999.*/g) ?? []).toEqual([]);
});

test("A URL that carries a credential makes the whole result of the Output form secret", async () => {
  const { sid: guarded } = twilio.addService({
    webhook: { preWebhookUrl: "https://hooks.example.com/pre?key=opensesame" },
  });
  const project = await projectFor(
    twilio,
    `${imports}
    exports.read = getServiceWebhookConfigurationOutput({ chatServiceSid: "${guarded}" });
    exports.method = getServiceWebhookConfigurationOutput({ chatServiceSid: "${sid}" }).method;
  `,
  );
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ read: "[secret]", method: "POST" });
  expect(project.transcript).not.toContain("opensesame");
});

test("A program that changes webhooks through resources, and reads them with dependsOn on those, sees the new values in the same update, and unknown ones in the preview before it", async () => {
  const forms = ["setter", "[component]", "pulumi.output([setter])", "[Promise.resolve(component)]"];
  const services = forms.map(() => twilio.addService({ webhook: { postWebhookUrl: "https://old.example.com" } }));
  const program = (postWebhookUrl: string) => ({
    "webhook-setter.js": webhookSetter,
    "index.js": `${imports}
      const { WebhookSetter } = require("./webhook-setter");
      class Chat extends pulumi.ComponentResource {
        constructor(name, sid) {
          super("example:index:Chat", name);
          this.setter = new WebhookSetter(name + "-setter", { sid, postWebhookUrl: "${postWebhookUrl}" }, { parent: this });
        }
      }
      const seen = (name, chatServiceSid, dependsOnFor) => {
        const component = new Chat(name, chatServiceSid);
        const dependsOn = dependsOnFor(component, component.setter);
        return {
          recorded: new ServiceWebhookConfiguration(name + "-chat", { chatServiceSid }, { dependsOn }).postWebhookUrl,
          read: getServiceWebhookConfigurationOutput({ chatServiceSid }, { dependsOn }).postWebhookUrl,
        };
      };
      ${forms.map((form, index) => `exports.form${index} = seen("form${index}", "${services[index]?.sid}", (component, setter) => ${form});`).join("\n")}
    `,
  });
  const seenBy = (url: string) =>
    Object.fromEntries(forms.map((_form, index) => [`form${index}`, { recorded: url, read: url }]));

  const project = await projectFor(twilio, program("https://new.example.com"));
  const preview = await project.preview("--diff");
  expect(preview.code).toBe(0);
  for (const index of forms.keys()) {
    expect(preview.output).toMatch(
      new RegExp(`form${index} *: \\{\\s+read +: \\[unknown\\]\\s+recorded *: \\[unknown\\]`),
    );
  }
  expect(twilio.countRequests()).toBe(0);
  const up = await project.up();
  expect(diagnosticsOf(up.output)).not.toContain("error");
  expect(await project.stackOutputs()).toEqual(seenBy("https://new.example.com"));

  project.writeProgram(program("https://newer.example.com"));
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual(seenBy("https://newer.example.com"));
});

test("Values are fresh: two reads in one program are two requests", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    module.exports = async () => {
      await getServiceWebhookConfiguration({ chatServiceSid: "${sid}" });
      await getServiceWebhookConfiguration({ chatServiceSid: "${sid}" });
    };
  `,
  );
  expect((await project.preview()).code).toBe(0);
  expect(twilio.countRequests()).toBe(2);
});

test("A program that leaves its folder before it loads the package records all the same, or is told to load it first", async () => {
  const project = await projectFor(
    twilio,
    `process.chdir("/");
    const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });`,
  );
  // An older language host does not say which folder it was.
  expect(diagnosticsOf((await project.preview()).output)).toContain("process.chdir, load this package before that");
  project.env["PULUMI_NODEJS_ROOT_DIRECTORY"] = project.programFolder;
  const preview = await project.preview();
  expect(diagnosticsOf(preview.output)).toBe("");
  expect(preview.code).toBe(0);
});
