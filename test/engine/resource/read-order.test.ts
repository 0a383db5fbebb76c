import { diagnosticsOf, projectFor, startTwilio, webhookSetter } from "../support/service";

const old = "https://old.example.com/post";
const url = "https://new.example.com/post";
const sids = Object.fromEntries(
  [
    "inTeam",
    "inGateInTeam",
    "underSetter",
    "expected",
    "enforced",
    "deletedWith",
    "replaceWith",
    "inItself",
    "got",
  ].map((name, index) => [name, `IS${String(index).repeat(32)}`] as const),
);

/** Each read has a service of its own, which the update puts right before Pulumi registers the resource. */
const program = (isPreview: boolean) => ({
  "webhook-setter.js": webhookSetter,
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    const { ServiceWebhookConfiguration, WebhookGate } = require("pulumi-twilio-conversations");
    const { WebhookSetter } = require("./webhook-setter");
    const sids = ${JSON.stringify(sids)};
    const expect = { postWebhookUrl: "${url}" };
    const setterOf = (name) => new WebhookSetter("set-" + name, { sid: sids[name], postWebhookUrl: "${url}" });
    const gate = (name, args = {}, options = {}) =>
      new ServiceWebhookConfiguration(name, { chatServiceSid: sids[name], expect, ...args }, options);
    class Team extends pulumi.ComponentResource {
      constructor(name, options, make) {
        super("example:index:Team", name, {}, options);
        make(this);
        this.registerOutputs({});
      }
    }
    gate("underSetter", {}, { parent: setterOf("underSetter") });
    exports.got = ServiceWebhookConfiguration.get("got", sids.got, {}, { dependsOn: setterOf("got") }).postWebhookUrl;
    if (!${isPreview}) {
      new Team("team", { dependsOn: setterOf("inTeam") }, (parent) => gate("inTeam", {}, { parent }));
      new Team("outer", { dependsOn: setterOf("inGateInTeam") }, (parent) => {
        const chat = { chatServiceSid: sids.inGateInTeam, expect };
        exports.inGateInTeam = new WebhookGate("webhooks", { services: { chat, again: chat } }, { parent }).services.again.method;
      });
      gate("expected", { expect: { postWebhookUrl: setterOf("expected").postWebhookUrl } });
      gate("enforced", { enforcement: setterOf("enforced").postWebhookUrl.apply(() => "mandatory") });
      gate("deletedWith", {}, { deletedWith: setterOf("deletedWith") });
      gate("replaceWith", {}, { replaceWith: [setterOf("replaceWith")] });
      new Team("self", {}, (parent) => {
        new WebhookSetter("set-inItself", { sid: sids.inItself, postWebhookUrl: "${url}" }, { parent });
        gate("inItself", {}, { parent, dependsOn: parent });
      });
    }
  `,
});

test("A resource is read when Pulumi registers it: after its ancestors, its inputs and the resources in its options", async () => {
  const twilio = await startTwilio();
  Object.values(sids).forEach((sid) => twilio.addService({ sid, webhook: { postWebhookUrl: old, method: "POST" } }));
  const project = await projectFor(twilio, program(true));
  const preview = await project.preview("--diff");
  expect(diagnosticsOf(preview.output)).toBe("");
  expect(preview.output).toMatch(/got\s*: \[unknown\]/);
  expect(twilio.countRequests()).toBe(0);

  project.writeProgram(program(false));
  const up = await project.up();
  expect(diagnosticsOf(up.output)).toBe("");
  expect(await project.stackOutputs()).toEqual({ got: url, inGateInTeam: "POST" });

  // A parent that is a resource of its own comes first, and may be what puts the webhook right: preview only warns.
  project.writeProgram({ "index.js": program(true)["index.js"].replaceAll(url, "https://newer.example.com") });
  const next = await project.preview();
  expect(next.code).toBe(0);
  expect(diagnosticsOf(next.output)).toMatch(/\(underSetter\):\n\s+warning: .* is not as expected/);
});
