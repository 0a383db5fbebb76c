import type { TwilioEmulator } from "../../../provider/testing";
import type { Project } from "../support";
import { diagnosticsOf, projectFor, sid, startTwilio, webhookSetter } from "../support/service";
import { gated, good, hijacked, imports } from "./support/gated";

async function recordedTypes(project: Project): Promise<string[]> {
  return (
    (await project.exportState()).deployment.resources
      ?.map(({ type }) => type)
      .filter((type) => !/Stack$|providers/.test(type)) ?? []
  );
}

describe("One stack with a gate", () => {
  let twilio: TwilioEmulator;
  let project: Project;

  beforeAll(async () => {
    twilio = await startTwilio();
    const recorded = `${imports} new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });`;
    project = await projectFor(twilio, recorded);
    await project.up();
  });

  test("can be added to a resource that is recorded already, and passes while the configuration is as expected", async () => {
    project.writeProgram({ "index.js": gated() });
    const preview = await project.preview("--diff");
    expect(preview.output).toContain("+ expect");
    expect(preview.code).toBe(0);
    const up = await project.up();
    expect(diagnosticsOf(up.output)).toBe("");
    expect(up.code).toBe(0);
    expect((await project.preview("--expect-no-changes")).code).toBe(0);
  });

  test("stops preview and update at a hijacked URL, even with --continue-on-error, and says where the URLs part", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked, method: "GET" });
    const preview = await project.preview();
    expect(preview.code).not.toBe(0);
    expect(diagnosticsOf(preview.output)).toMatchInlineSnapshot(`
"Diagnostics:
  pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration (chat):
    error: pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration resource 'chat' has a problem: the webhook configuration of service IS0123456789abcdef0123456789abcdef is not as expected:
      - postWebhookUrl is not the expected URL
          expected: https://hooks.example.com/post
          found:    https://hooks.examp1e.com/post
                                       ^ first difference
          the host differs
      To fix it at Twilio:
        twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS0123456789abcdef0123456789abcdef --post-webhook-url=https://hooks.example.com/post
      Or change \`expect\` if the configuration is right as it is
"
`);
    const up = await project.up("--continue-on-error");
    expect(up.code).not.toBe(0);
    expect(up.output).toContain("is not as expected");
    expect(up.output).not.toContain("dependent");
    expect((await project.stackOutputs())["postWebhookUrl"]).toBe(good);
  });

  test("records at a refresh what is there, and never judges it", async () => {
    const refresh = await project.refresh();
    expect(refresh.code).toBe(0);
    expect(JSON.stringify(await project.exportState())).toContain(hijacked);
    expect((await project.preview()).code).not.toBe(0);
  });

  test("opens again when the webhook is right, after an update that failed", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: good });
    expect((await project.up()).code).toBe(0);
    expect(await project.stackOutputs()).toEqual({ postWebhookUrl: good });
  });

  test("shows a change that still meets the expectation as a diff, and not as an error", async () => {
    twilio.changeWebhook(sid, { filters: ["onConversationAdded"] });
    const preview = await project.preview("--diff");
    expect(preview.code).toBe(0);
    expect(preview.output).toContain("~ filters");
  });

  test("records a change of expect or enforcement alone as an update", async () => {
    expect((await project.up()).code).toBe(0);
    project.writeProgram({
      "index.js": gated({ expect: `{ postWebhookUrl: { host: "hooks.example.com" }, method: "GET" }` }),
    });
    const preview = await project.preview("--diff");
    expect(preview.output).toContain("~ expect");
    expect(preview.output).toContain("~ 1 to update");
    expect((await project.up()).code).toBe(0);
    project.writeProgram({ "index.js": gated({ more: `enforcement: "advisory"` }) });
    expect((await project.preview("--diff")).output).toContain("+ enforcement");
  });

  test("warns on the resource, in preview and in update, where enforcement is advisory, and goes on", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
    for (const run of [await project.preview(), await project.up()]) {
      expect(run.code).toBe(0);
      expect(diagnosticsOf(run.output)).toMatch(
        /ServiceWebhookConfiguration \(chat\):\n\s+warning: the webhook configuration of service IS\w+ is not as expected/,
      );
      expect(diagnosticsOf(run.output)).not.toContain("error");
    }
    expect(await project.stackOutputs()).toEqual({ postWebhookUrl: hijacked });
  });

  test("says nothing of a violation where enforcement is disabled", async () => {
    project.writeProgram({ "index.js": gated({ more: `enforcement: "disabled"` }) });
    const up = await project.up();
    expect(up.code).toBe(0);
    expect(diagnosticsOf(up.output)).toBe("");
  });

  test("is destroyed without judging", async () => {
    expect((await project.destroy()).code).toBe(0);
    expect(await recordedTypes(project)).toEqual([]);
  });
});

test("What would judge nothing is one short error", async () => {
  const twilio = await startTwilio();
  const gate = `{ chatServiceSid: "${sid}", expect: { method: "GET" } }`;
  const project = await projectFor(
    twilio,
    `${imports}
    for (const make of [
      () => new ServiceWebhookConfiguration("chat", ${gate}, { id: "${sid}" }),
      () => new ServiceWebhookConfiguration("chat", ${gate}, { urn: "urn:pulumi:dev::harness::x:index:X::chat" }),
      () => ServiceWebhookConfiguration.get("chat", "${sid}", { expect: { method: "GET" } }),
      () => ServiceWebhookConfiguration.get("chat", ""),
      () => new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }, { import: "${sid}" }),
    ]) {
      try {
        make();
      } catch (error) {
        pulumi.log.warn(pulumi.RunError.isInstance(error) + ": " + error.message);
      }
    }`,
  );
  const said = diagnosticsOf((await project.preview()).output);
  expect(said.match(/warning: true: .*/g)).toEqual([
    expect.stringMatching(/expect is for a .* with the option id or with get\. Leave/),
    expect.stringMatching(/expect is for a .* with the option urn\. Leave/),
    expect.stringMatching(/expect is for a .* with the option id or with get\. Leave/),
    expect.stringContaining("get needs the service's SID, but the id is empty"),
    expect.stringContaining("cannot be imported"),
  ]);
});

test("A webhook that changes between preview and update stops the update", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, gated());
  expect((await project.preview()).code).toBe(0);
  twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  const up = await project.up();
  expect(up.code).not.toBe(0);
  expect(await recordedTypes(project)).toEqual([]);
});

test("A configuration that cannot be read stops whatever the enforcement is", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, gated({ more: `enforcement: "disabled"` }));
  twilio.removeService(sid);
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toContain("Twilio answered 404");
});

describe("A program that itself puts the webhook right", () => {
  const program = (url: string, options: string) => ({
    "webhook-setter.js": webhookSetter,
    "index.js": gated({
      before: `
        const { WebhookSetter } = require("./webhook-setter");
        const setter = new WebhookSetter("setter", { sid: "${sid}", postWebhookUrl: "${url}" });`,
      expect: `{ postWebhookUrl: "${url}" }`,
      options,
    }),
  });

  test("is warned in preview, by a message that says what comes first, and deploys", async () => {
    const twilio = await startTwilio();
    const project = await projectFor(twilio, program(good, "{ dependsOn: setter }"));
    expect((await project.up()).code).toBe(0);
    project.writeProgram(program("https://new.example.com/post", "{ dependsOn: setter }"));
    const preview = await project.preview();
    expect(preview.code).toBe(0);
    expect(diagnosticsOf(preview.output)).toContain(
      "It is checked again in the update, after setter, and stops the update if it is still violated.",
    );
    const up = await project.up();
    expect(diagnosticsOf(up.output)).toBe("");
    expect(await project.stackOutputs()).toEqual({ postWebhookUrl: "https://new.example.com/post" });
  });

  test("is stopped in the update where the webhook is wrong all the same", async () => {
    const twilio = await startTwilio();
    const broken = program(good, "{ dependsOn: setter }");
    const project = await projectFor(twilio, {
      ...broken,
      "index.js": broken["index.js"].replace(`expect: { postWebhookUrl: "${good}" }`, `expect: { method: "GET" }`),
    });
    expect((await project.preview()).code).toBe(0);
    const up = await project.up();
    expect(up.code).not.toBe(0);
    expect(await recordedTypes(project)).toEqual(["pulumi-nodejs:dynamic:Resource"]);
  });

  test("is stopped in preview if it does not say so with dependsOn", async () => {
    const twilio = await startTwilio();
    const project = await projectFor(twilio, program("https://new.example.com/post", "{}"));
    expect((await project.preview()).code).not.toBe(0);
    project.writeProgram(program("https://new.example.com/post", "{ dependsOn: [] }"));
    expect((await project.preview()).code).not.toBe(0);
  });
});
