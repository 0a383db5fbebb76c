import { diagnosticsOf, projectFor, sid, startTwilio, webhookSetter } from "../support/service";

const imports = `
const pulumi = require("@pulumi/pulumi");
const twilio = require("pulumi-twilio-conversations");
const chatServiceSid = "${sid}";
`;
const hijacked = "https://hooks.examp1e.com/post";
const expectation = `{ postWebhookUrl: "https://hooks.example.com/post" }`;

const forms = {
  assertServiceWebhookConfiguration: (expected: string) => `${imports}
    module.exports = async () => {
      const live = await twilio.getServiceWebhookConfiguration({ chatServiceSid });
      const { method } = twilio.assertServiceWebhookConfiguration(live, ${expected});
      new pulumi.Stash("behind", { input: method });
      return { method };
    };`,
  assertServiceWebhookConfigurationOutput: (expected: string) => `${imports}
    const live = twilio.getServiceWebhookConfigurationOutput({ chatServiceSid });
    const { method } = twilio.assertServiceWebhookConfigurationOutput(live, ${expected});
    new pulumi.Stash("behind", { input: method });
    exports.method = method;`,
};

describe.each(Object.keys(forms) as (keyof typeof forms)[])("%s", (form) => {
  test("hands the configuration on while it is as expected, and stops with every violation and no stack trace", async () => {
    const twilio = await startTwilio();
    const project = await projectFor(twilio, forms[form](expectation));
    const up = await project.up();
    expect(diagnosticsOf(up.output)).toBe("");
    expect(await project.stackOutputs()).toEqual({ method: "POST" });

    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
    const preview = await project.preview();
    const diagnostics = diagnosticsOf(preview.output);
    expect(preview.code).not.toBe(0);
    expect(diagnostics).toContain(`error: ${form}: the webhook configuration of service ${sid} is not as expected:`);
    expect(diagnostics).toContain("found:    https://hooks.examp1e.com/post");
    expect(diagnostics.match(/is not as expected/g)).toHaveLength(1);
    expect(diagnostics).not.toMatch(/^\s+at |Warning|serializing/m);
  });

  test("refuses an expectation that is none, and names the key", async () => {
    const twilio = await startTwilio();
    const project = await projectFor(twilio, forms[form]("{ postWebHookUrl: null }"));
    const preview = await project.preview();
    const diagnostics = diagnosticsOf(preview.output);
    expect(preview.code).not.toBe(0);
    expect(diagnostics).toMatch(new RegExp(`error: ${form}: \\w+ is not a valid expectation: \\w+\\.postWebHookUrl `));
    expect(diagnostics).not.toMatch(/^\s+at |Warning|serializing/m);
  });
});

test("The Output form defers what is not known in preview, and refuses an invalid expectation even then", async () => {
  const twilio = await startTwilio();
  const program = (expected: string) => `${imports}
    const service = new pulumi.Stash("service", { input: "${sid}" });
    const later = pulumi.all([service.id, service.output]).apply(([, output]) => output);
    const live = twilio.getServiceWebhookConfigurationOutput({ chatServiceSid: later });
    exports.method = twilio.assertServiceWebhookConfigurationOutput(live, ${expected}).method;
  `;
  const project = await projectFor(twilio, program("{}"));
  expect((await project.preview()).code).not.toBe(0);
  project.writeProgram({ "index.js": program(`{ method: later.apply(() => "GET") }`) });
  expect((await project.preview()).code).toBe(0);
  const up = await project.up();
  expect(up.code).not.toBe(0);
  expect(diagnosticsOf(up.output)).toContain("is not as expected");
});

test("The Output form with dependsOn warns in preview and stops in the update", async () => {
  const twilio = await startTwilio();
  const program = (url: string, expected: string) => ({
    "webhook-setter.js": webhookSetter,
    "index.js": `${imports}
      const { WebhookSetter } = require("./webhook-setter");
      const setter = new WebhookSetter("setter", { sid: chatServiceSid, postWebhookUrl: "${url}" });
      const live = twilio.getServiceWebhookConfigurationOutput({ chatServiceSid }, { dependsOn: setter });
      const options = { dependsOn: setter };
      exports.url = twilio.assertServiceWebhookConfigurationOutput(live, { postWebhookUrl: "${expected}" }, options).postWebhookUrl;
    `,
  });
  const project = await projectFor(twilio, program("https://one.example.com", "https://one.example.com"));
  expect((await project.up()).code).toBe(0);
  project.writeProgram(program("https://two.example.com", "https://two.example.com"));
  const preview = await project.preview();
  expect(preview.code).toBe(0);
  expect(diagnosticsOf(preview.output)).toContain("It is checked again in the update, after setter");
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ url: "https://two.example.com" });
  project.writeProgram(program("https://two.example.com", "https://three.example.com"));
  expect((await project.preview()).code).toBe(0);
  expect((await project.up()).code).not.toBe(0);
});

test("A secret configuration shows nothing of itself", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: "https://opensesame.example.com/post" });
  const project = await projectFor(
    twilio,
    `${imports}
    const live = pulumi.secret(twilio.getServiceWebhookConfigurationOutput({ chatServiceSid }));
    exports.live = twilio.assertServiceWebhookConfigurationOutput(live, { method: "GET", postWebhookUrl: { host: "hooks.example.com" } });
  `,
  );
  const preview = await project.preview("--diff");
  expect(preview.code).not.toBe(0);
  expect(preview.output).toContain("postWebhookUrl");
  expect(preview.output).not.toContain("opensesame");
  expect(preview.output).not.toContain("POST");
});
