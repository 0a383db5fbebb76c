import type { TwilioEmulator } from "../../provider/testing";
import type { Project } from "./support";
import { addPolicyPack, policiesOf, policyConfig } from "./support/policy-pack";
import { diagnosticsOf, otherSid, projectFor, sid, startTwilio } from "./support/service";

const hijacked = "https://hooks.examp1e.com/post";
const expected = `{ postWebhookUrl: { host: "hooks.example.com" } }`;
const imports = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
`;

let twilio: TwilioEmulator;
beforeAll(async () => {
  twilio = await startTwilio();
});
beforeEach(() => {
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/post" });
});

async function recordedNames(project: Project): Promise<string[]> {
  const { resources = [] } = (await project.exportState()).deployment;
  return resources
    .filter(({ type }) => !/Stack$|providers/.test(type))
    .map(({ urn }) => urn.slice(urn.lastIndexOf("::") + 2));
}

describe("A mandatory policy on what is recorded", () => {
  let project: Project;
  let pack: string[];

  beforeAll(async () => {
    project = await projectFor(
      twilio,
      `${imports}
      const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });
      new pulumi.Stash("dependent", { input: chat.postWebhookUrl });
    `,
    );
    pack = addPolicyPack(project, `webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: ${expected} })`);
  });

  test("stops preview and update at a configuration that is different, and nothing that depends on it is touched", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
    const preview = await project.preview(...pack);
    expect(preview.code).not.toBe(0);
    expect(policiesOf(preview.output).replace(/\(local: .*\)/, "(local: …)")).toMatchInlineSnapshot(`
"Policies:
    ❌ twilio@v1.2.3 (local: …)
        - [mandatory]  webhook-expectation  (pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration: chat)
          The webhook configuration of a Twilio Conversations service must be as expected.
          the webhook configuration of service [secret] is not as expected:
            - postWebhookUrl.host: expected "hooks.example.com", found [secret]
            Change the webhook configuration at Twilio:
              Choose a postWebhookUrl that meets host (many URLs do) and set it with --post-webhook-url
            Or change \`expect\` if the configuration is right as it is
            What was found is shown as [secret]: a policy cannot tell which values are secret. \`showValues\` shows it.
"
`);
    const up = await project.up(...pack);
    expect(up.code).not.toBe(0);
    expect(policiesOf(up.output)).toContain('postWebhookUrl.host: expected "hooks.example.com", found [secret]');
    expect(await recordedNames(project)).toEqual([]);
  });

  test("lets a configuration pass that is as expected", async () => {
    const up = await project.up(...pack);
    expect(policiesOf(up.output)).not.toContain("webhook-expectation");
    expect(up.code).toBe(0);
    expect(await recordedNames(project)).toEqual(["chat", "dependent"]);
  });

  test("is advisory, or off, where the pack's configuration says so", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
    const advisory = await project.preview(...pack, ...policyConfig(project, { "webhook-expectation": "advisory" }));
    expect(advisory.code).toBe(0);
    expect(policiesOf(advisory.output)).toContain("[advisory]  webhook-expectation");
    const disabled = await project.preview(...pack, ...policyConfig(project, { "webhook-expectation": "disabled" }));
    expect(disabled.code).toBe(0);
    expect(policiesOf(disabled.output)).not.toContain("webhook-expectation");
  });

  test("expects what the pack's configuration says instead", async () => {
    const config = {
      expect: { postWebhookUrl: "https://hooks.example.com/other", filters: { includes: ["onMessageAdded"] } },
      showValues: true,
    };
    const { code, output } = await project.preview(
      ...pack,
      ...policyConfig(project, { "webhook-expectation": config }),
    );
    expect(code).not.toBe(0);
    expect(policiesOf(output)).toMatch(
      /expected: https:\/\/hooks.example.com\/other\s+found: {4}https:\/\/hooks.example.com\/post/,
    );
    expect(policiesOf(output)).toContain(`the webhook configuration of service ${sid} is not as expected`);
  });

  test.each([
    [{ expect: {} }, /expect/],
    [{ expect: { postWebhookURL: null } }, /postWebhookURL/],
    [{ services: { [`AC${sid.slice(2)}`]: { method: "POST" } } }, /services/],
  ])("is not run with a configuration that its schema refuses: %j", async (properties, named) => {
    const { code, output } = await project.preview(
      ...pack,
      ...policyConfig(project, { "webhook-expectation": properties }),
    );
    expect(code).not.toBe(0);
    expect(output).toMatch(/error: validating policy config/);
    expect(output).toMatch(named);
  });
});

test("What is not known in preview is a note there, and is judged in the update", async () => {
  twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  const project = await projectFor(
    twilio,
    `${imports}
    const service = new pulumi.Stash("service", { input: "${sid}" });
    const chatServiceSid = pulumi.all([service.id, service.output]).apply(([, output]) => output);
    new ServiceWebhookConfiguration("chat", { chatServiceSid });
  `,
  );
  const pack = addPolicyPack(
    project,
    `webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: ${expected} }), recordedServicesPolicy({ enforcementLevel: "mandatory" })`,
  );
  const preview = await project.preview(...pack);
  expect(preview.code).toBe(0);
  expect(policiesOf(preview.output)).toContain("can't run policy 'webhook-expectation' from policy pack");
  expect(policiesOf(preview.output)).toContain("can't run policy 'recorded-services' from policy pack");
  expect(policiesOf(preview.output)).not.toContain("[mandatory]");
  const up = await project.up(...pack);
  expect(up.code).not.toBe(0);
  expect(policiesOf(up.output)).toContain("[mandatory]  webhook-expectation");
  expect(await recordedNames(project)).toEqual(["service"]);
});

test("What the program marks as secret stands in no message", async () => {
  const { sid: guarded } = twilio.addService({
    webhook: { postWebhookUrl: "https://hidden.example.com/post", preWebhookUrl: "https://a.example/?key=sesame" },
  });
  const project = await projectFor(
    twilio,
    `${imports}
    const chatServiceSid = pulumi.secret("${guarded}");
    new ServiceWebhookConfiguration("chat", { chatServiceSid });
    new pulumi.Stash("note", { input: pulumi.secret({ words: "sesame ${otherSid}" }) });
  `,
  );
  const pack = addPolicyPack(
    project,
    `
    webhookExpectationPolicy({ expect: { postWebhookUrl: "https://hooks.example.com", preWebhookUrl: null, method: "POST" } }),
    recordedServicesPolicy(),
  `,
  );
  const { code, output } = await project.preview(...pack);
  expect(code).toBe(0);
  expect(policiesOf(output)).toContain("is not as expected (3 violations)");
  expect(policiesOf(output)).toMatch(
    /names a service that no ServiceWebhookConfiguration of this stack records:\s+- in the property input\n/,
  );
  const secrets = new RegExp(`sesame|hidden|${guarded}|${otherSid}`);
  expect(output).not.toMatch(secrets);
  expect((await project.preview("--diff", ...pack)).output).not.toMatch(secrets);
});

describe("The stack policy", () => {
  const using = (record: string) => `${imports}
    new pulumi.Stash("worker", { input: { SERVICE: "${sid}" } });
    ${record}
  `;

  test.each([
    ["", false],
    [`new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });`, true],
    // Pulumi does not tell policies of what is only read.
    [`ServiceWebhookConfiguration.get("chat", "${sid}");`, false],
  ])("holds where the service that a resource uses is recorded: %s", async (record, holds) => {
    const project = await projectFor(twilio, using(record));
    const pack = addPolicyPack(project, `recordedServicesPolicy({ enforcementLevel: "mandatory", showValues: true })`);
    for (const { code, output } of [await project.preview(...pack), await project.up(...pack)]) {
      const found = policiesOf(output).match(/(?<=^ *- )IS.*/gm) ?? [];
      expect([code === 0, found]).toEqual(
        holds ? [true, []] : [false, [`${sid} in input.SERVICE`, `${sid} in output.SERVICE`]],
      );
    }
  });
});

test("A policy of one's own that is for ServiceWebhookConfiguration stops what it reports", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });
  `,
  );
  const policy = `{
    name: "own",
    description: "d",
    enforcementLevel: "mandatory",
    validateResource: require("@pulumi/policy").validateResourceOfType(
      require("pulumi-twilio-conversations").ServiceWebhookConfiguration,
      ({ postWebhookUrl }, _, report) => report("recorded " + postWebhookUrl),
    ),
  }`;
  const { code, output } = await project.preview(...addPolicyPack(project, policy));
  expect(code).not.toBe(0);
  expect(policiesOf(output)).toContain("recorded https://hooks.example.com/post");
});

test("A service that cannot be read is its resource's error alone: the policy does not judge what is not known", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "IS99999999999999999999999999999999" });
  `,
  );
  const pack = addPolicyPack(
    project,
    `webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: ${expected} })`,
  );
  for (const { code, output } of [await project.preview(...pack), await project.up(...pack)]) {
    expect(code).not.toBe(0);
    expect(diagnosticsOf(output)).toContain("could not be read: Twilio answered 404");
    expect(policiesOf(output)).not.toContain("webhook-expectation");
  }
  expect(await recordedNames(project)).toEqual([]);
});
