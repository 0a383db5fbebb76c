import type { TwilioEmulator } from "../../../provider/testing";
import type { Project } from "../support";
import { diagnosticsOf, projectFor, sid, startTwilio, webhookSetter } from "../support/service";

const good = "https://hooks.example.com/post";
const hijacked = "https://hooks.examp1e.com/post";

const imports = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
`;

function gated({ expect = `{ postWebhookUrl: "${good}" }`, more = "", options = "{}", before = "" } = {}): string {
  return `${imports}
    ${before}
    const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}", expect: ${expect}, ${more} }, ${options});
    new pulumi.Stash("dependent", { input: chat.method });
    exports.postWebhookUrl = chat.postWebhookUrl;
  `;
}

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
    project = await projectFor(twilio, gated());
  });

  test("passes while the configuration is as expected", async () => {
    expect((await project.preview()).code).toBe(0);
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

test("A gate can be added to a resource that is recorded already", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(
    twilio,
    `${imports} new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });`,
  );
  expect((await project.up()).code).toBe(0);
  project.writeProgram({ "index.js": gated() });
  expect((await project.preview("--diff")).output).toContain("+ expect");
  expect((await project.up()).code).toBe(0);
  twilio.changeWebhook(sid, { postWebhookUrl: null });
  expect((await project.up()).code).not.toBe(0);
});

describe("A stack whose webhook leads elsewhere since it was recorded", () => {
  let project: Project;

  beforeAll(async () => {
    const twilio = await startTwilio();
    project = await projectFor(twilio, gated());
    await project.up();
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  });

  // None of these updates gets as far as the state: each starts from what the first one recorded.
  test.each([
    '["expect"]',
    '["postWebhookUrl"]',
    '["*"]',
    '["expect", "enforcement", "postWebhookUrl", "__read"]',
    '["expect.postWebhookUrl"]',
  ])("ignoreChanges %s does not open the gate", async (ignoreChanges) => {
    project.writeProgram({ "index.js": gated({ options: `{ ignoreChanges: ${ignoreChanges} }` }) });
    const up = await project.up();
    expect(up.code).not.toBe(0);
    expect(diagnosticsOf(up.output)).toMatch(/is not as expected|ignoreChanges: \["\*"\] hides/);
    expect((await project.stackOutputs())["postWebhookUrl"]).toBe(good);
  });
});

test("ignoreChanges that keeps another service than the one that was judged does not open the gate", async () => {
  const twilio = await startTwilio();
  const other = `IS${"f".repeat(32)}`;
  twilio.addService({ sid: other, webhook: { postWebhookUrl: hijacked } });
  const options = `{ ignoreChanges: ["chatServiceSid"] }`;
  const project = await projectFor(
    twilio,
    `${imports} new ServiceWebhookConfiguration("chat", { chatServiceSid: "${other}" }, ${options});`,
  );
  expect((await project.up()).code).toBe(0);
  project.writeProgram({ "index.js": gated({ options }) });
  const up = await project.up();
  expect(up.code).not.toBe(0);
  expect(diagnosticsOf(up.output)).toContain("has a problem: chatServiceSid or account is not what was read");
});

test("A transform that adds an expectation, or puts another service in, is an error: nothing was judged by it", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: `IS${"f".repeat(32)}`, webhook: { postWebhookUrl: hijacked } });
  const program = (changed: string) => `${imports}
    const change = ({ props, opts }) => ({ props: { ...props, ${changed} }, opts });
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }, { transforms: [change] });`;
  const project = await projectFor(twilio, program(`expect: { postWebhookUrl: null }`));
  expect(diagnosticsOf((await project.preview()).output)).toContain(
    "has a problem: expect was not given by the program",
  );
  project.writeProgram({ "index.js": program(`chatServiceSid: "IS${"f".repeat(32)}"`) });
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toContain("has a problem: chatServiceSid or account is not what was read");
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

test.each([
  ["{}", "expect"],
  ["undefined", "expect"],
  ["{ postWebhookUrl: undefined }", "expect.postWebhookUrl"],
  ["{ postWebhookUrl: pulumi.output(undefined) }", "expect.postWebhookUrl"],
  ["pulumi.output({ postWebhookUrl: undefined })", "expect.postWebhookUrl"],
  ["Promise.resolve({ postWebhookUrl: undefined })", "expect.postWebhookUrl"],
  ["{ postWebHookUrl: null }", "expect.postWebHookUrl"],
  ["{ method: [] }", "expect.method"],
  ["null", "expect"],
])("An expectation that is none is an error that names the key, never a pass: expect: %s", async (expectation, key) => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, gated({ expect: expectation, more: `enforcement: "advisory"` }));
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toContain(`has a problem: expect is not a valid expectation: ${key} `);
  expect(diagnosticsOf(preview.output)).not.toMatch(/^\s+at /m);
});

test("An enforcement level that is none, or that is about nothing, is an error", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, gated({ more: `enforcement: "Mandatory"` }));
  expect(diagnosticsOf((await project.preview()).output)).toContain(
    'enforcement must be "mandatory", "advisory" or "disabled"',
  );
  project.writeProgram({
    "index.js": `${imports} new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}", enforcement: "mandatory" });`,
  });
  expect(diagnosticsOf((await project.preview()).output)).toContain("enforcement has no effect without expect");
});

describe("An expected value that is not known in preview", () => {
  const program = (expectation: string) =>
    gated({
      before: `
        const service = new pulumi.Stash("service", { input: "https://hooks.example.com/post" });
        const url = pulumi.all([service.id, service.output]).apply(([, output]) => output);`,
      expect: expectation,
    });

  test("defers its condition: the others are still checked, and the update checks it all", async () => {
    const twilio = await startTwilio();
    const project = await projectFor(twilio, program(`{ postWebhookUrl: url, method: "POST" }`));
    expect((await project.preview()).code).toBe(0);
    twilio.changeWebhook(sid, { method: "GET", postWebhookUrl: hijacked });
    const preview = await project.preview();
    expect(preview.code).not.toBe(0);
    expect(diagnosticsOf(preview.output)).toContain("not known yet, so not checked: expect.postWebhookUrl");
    twilio.changeWebhook(sid, { method: "POST" });
    expect((await project.preview()).code).toBe(0);
    const up = await project.up();
    expect(up.code).not.toBe(0);
    expect(diagnosticsOf(up.output)).toContain("is not as expected");
    twilio.changeWebhook(sid, { postWebhookUrl: good });
    expect((await project.up()).code).toBe(0);
  });

  test("may be the whole expectation, or part of a condition", async () => {
    const twilio = await startTwilio();
    const whole = await projectFor(twilio, program("url.apply((postWebhookUrl) => ({ postWebhookUrl }))"));
    const part = await projectFor(
      twilio,
      program(`{ postWebhookUrl: { host: [url.apply(() => "evil.example.com")], protocol: "https" } }`),
    );
    expect((await whole.preview()).code).toBe(0);
    expect((await part.preview()).code).toBe(0);
    expect((await whole.up()).code).toBe(0);
    expect((await part.up()).code).not.toBe(0);
  });
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

test("A secret expectation never shows, in the message, the diff or the state; the message says which condition failed", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { preWebhookUrl: "https://hooks.example.com/pre?token=livesecret" });
  const expectation = `{
    preWebhookUrl: "https://hooks.example.com/pre?token=plainsecret",
    postWebhookUrl: { host: pulumi.secret("hooks.opensesame.example"), protocol: "https" },
  }`;
  const project = await projectFor(twilio, gated({ expect: expectation }));
  const preview = await project.preview("--diff");
  expect(preview.code).not.toBe(0);
  expect(preview.output).toContain("postWebhookUrl");
  expect(preview.output).toContain("preWebhookUrl");
  project.writeProgram({ "index.js": gated({ expect: expectation, more: `enforcement: "advisory"` }) });
  expect((await project.preview("--diff")).code).toBe(0);
  expect((await project.up()).code).toBe(0);
  twilio.changeWebhook(sid, { filters: null });
  expect((await project.refresh("--diff")).code).toBe(0);
  await project.exportState();
  expect((await project.preview("--diff")).code).toBe(0);
  await project.pulumi("stack", "output", "--json");
  for (const secret of ["opensesame", "plainsecret", "livesecret"]) {
    expect(project.transcript).not.toContain(secret);
  }
  expect(JSON.stringify(await project.exportState())).toContain('"protocol":"https"');
});

test("A secret expectation never shows where it holds either: what is live is then secret too", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/opensesame" });
  const secretUrl = `pulumi.secret("https://hooks.example.com/opensesame")`;
  const secretPattern = `{ source: pulumi.secret("opensesame$") }`;
  const program = (url: string, more = "") =>
    `${gated({ expect: `{ postWebhookUrl: ${url} }`, more })}
    const { getServiceWebhookConfigurationOutput, assertServiceWebhookConfigurationOutput } = require("pulumi-twilio-conversations");
    const live = getServiceWebhookConfigurationOutput({ chatServiceSid: "${sid}" });
    exports.asserted = assertServiceWebhookConfigurationOutput(live, { postWebhookUrl: { pattern: ${secretPattern} } }).postWebhookUrl;
    exports.method = chat.method;`;
  const project = await projectFor(twilio, program(secretUrl));
  expect((await project.preview("--diff")).code).toBe(0);
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ postWebhookUrl: "[secret]", asserted: "[secret]", method: "POST" });
  const condition = `{ host: pulumi.secret("*.EXAMPLE.com"), pattern: { source: "nomatch" } }`;
  project.writeProgram({ "index.js": program(condition, `enforcement: "advisory"`) });
  expect(diagnosticsOf((await project.preview()).output)).toContain("[secret]");
  await project.preview("--diff");
  await project.exportState();
  expect(project.transcript).not.toContain("https://hooks.example.com/opensesame");
});

test("What additionalSecretOutputs names shows neither in the state nor in a violation", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/opensesame" });
  const options = `{ additionalSecretOutputs: ["postWebhookUrl"] }`;
  const project = await projectFor(twilio, gated({ options, more: `enforcement: "advisory"` }));
  expect(diagnosticsOf((await project.preview()).output)).toContain("[secret]");
  await project.preview("--diff");
  expect((await project.up()).code).toBe(0);
  await project.exportState();
  expect(project.transcript).not.toContain("opensesame");
});
