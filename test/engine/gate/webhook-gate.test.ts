import { diagnosticsOf, otherSid, projectFor, sid, startTwilio, webhookSetter } from "../support/service";

const imports = `
const pulumi = require("@pulumi/pulumi");
const { WebhookGate } = require("pulumi-twilio-conversations");
`;
const program = (gate: string, options = "{}") => `${imports}
  const gate = new WebhookGate("webhooks", ${gate}, ${options});
  new pulumi.Stash("behind", { input: "deployed" }, { dependsOn: gate });
  exports.method = gate.services?.chat?.method;
`;
const services = `
  chat: { chatServiceSid: "${sid}", expect: { postWebhookUrl: "https://hooks.example.com/post" } },
  support: { chatServiceSid: "${otherSid}", expect: { method: "GET" } },
`;

test("WebhookGate lets nothing behind it start before all of its services are as expected", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: otherSid, webhook: { method: "POST" } });
  const project = await projectFor(twilio, program(`{ services: {${services}} }`));
  const closed = await project.up("--continue-on-error");
  expect(closed.code).not.toBe(0);
  expect(closed.output).not.toContain("behind");
  expect(diagnosticsOf(closed.output)).toMatch(
    /ServiceWebhookConfiguration \(webhooks-support\):\n\s+error: .*is not as expected/,
  );

  twilio.changeWebhook(otherSid, { method: "GET" });
  const open = await project.up();
  expect(diagnosticsOf(open.output)).toBe("");
  expect(await project.stackOutputs()).toEqual({ method: "POST" });
  const state = JSON.stringify(await project.exportState());
  expect(state).toContain(
    "twilio-conversations:index:WebhookGate$pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration::webhooks-chat",
  );
  expect(state).toContain("pulumi:index:Stash::behind");
});

test("WebhookGate enforces as it is told, and a service may say otherwise for itself", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: otherSid, webhook: { method: "POST" } });
  const project = await projectFor(twilio, program(`{ services: {${services}}, enforcement: "advisory" }`));
  const preview = await project.preview();
  expect(preview.code).toBe(0);
  expect(diagnosticsOf(preview.output)).toMatch(/\(webhooks-support\):\n\s+warning: .*is not as expected/);
  project.writeProgram({
    "index.js": program(
      `{ services: {${services.replace(`method: "GET" }`, `method: "GET" }, enforcement: "mandatory"`)}}, enforcement: "advisory" }`,
    ),
  });
  expect((await project.preview()).code).not.toBe(0);
});

test("WebhookGate's dependsOn counts for each of its services", async () => {
  const twilio = await startTwilio();
  const gated = program(
    `{ services: { chat: { chatServiceSid: "${sid}", expect: { postWebhookUrl: "https://new.example.com" } } } }`,
    "{ dependsOn: setter }",
  );
  const setter = `
    const { WebhookSetter } = require("./webhook-setter");
    const setter = new WebhookSetter("setter", { sid: "${sid}", postWebhookUrl: "https://new.example.com" });
  `;
  const project = await projectFor(twilio, {
    "webhook-setter.js": webhookSetter,
    "index.js": gated.replace("const gate", `${setter} const gate`),
  });
  expect((await project.preview()).code).toBe(0);
  const up = await project.up();
  expect(diagnosticsOf(up.output)).toBe("");
  expect(up.code).toBe(0);
});

test("WebhookGate refuses to guard nothing", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(
    twilio,
    `${imports}
    for (const args of [
      {},
      { services: { chat: { chatServiceSid: "${sid}" } } },
      { services: { chat: { chatServiceSid: "${sid}", expect: undefined } } },
    ]) {
      try {
        new WebhookGate("webhooks", args);
      } catch (error) {
        pulumi.log.warn(pulumi.RunError.isInstance(error) + ": " + error.message);
      }
    }
    new WebhookGate("webhooks", { services: {} });`,
  );
  const preview = await project.preview();
  const diagnostics = diagnosticsOf(preview.output);
  expect(preview.code).not.toBe(0);
  expect(diagnostics.match(/warning: .*/g)).toEqual([
    expect.stringContaining("true: WebhookGate: services must name at least one service"),
    expect.stringContaining("true: WebhookGate: services.chat.expect is missing, and there are no rules"),
    expect.stringContaining("true: WebhookGate: services.chat.expect is missing"),
  ]);
  expect(diagnostics).toContain("error: WebhookGate: services must name at least one service");
  expect(diagnostics).not.toMatch(/^\s+at /m);
});
