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
let read: string;
beforeAll(async () => {
  twilio = await startTwilio();
  read = twilio.addService().sid;
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
  const chat = (options = "{}") => `
    const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }, ${options});
    new pulumi.Stash("dependent", { input: chat.postWebhookUrl });
  `;
  const using = (service: string) => `new pulumi.Stash("worker", { input: { SERVICE: "${service}" } });`;
  let project: Project;
  let pack: string[];

  beforeAll(async () => {
    project = await projectFor(twilio, imports + chat());
    pack = addPolicyPack(
      project,
      `
      webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: ${expected} }),
      recordedServicesPolicy({ enforcementLevel: "mandatory" }),
    `,
    );
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

  test("lets a configuration pass that is as expected, and a resource whose service is recorded, in the stack policy too", async () => {
    project.writeProgram({ "index.js": imports + chat() + using(sid) });
    for (const { code, output } of [await project.preview(...pack), await project.up(...pack)]) {
      expect(policiesOf(output)).not.toMatch(/webhook-expectation|recorded-services/);
      expect(code).toBe(0);
    }
    expect((await recordedNames(project)).sort()).toEqual(["chat", "dependent", "worker"]);
  });

  test("is advisory, or off, where the pack's configuration says so", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
    project.writeProgram({ "index.js": imports + chat() + using(otherSid) });
    const levels = { "webhook-expectation": "advisory", "recorded-services": "disabled" };
    const advisory = await project.preview(...pack, ...policyConfig(project, levels));
    expect(advisory.code).toBe(0);
    expect(policiesOf(advisory.output)).toContain("[advisory]  webhook-expectation");
    expect(policiesOf(advisory.output)).not.toContain("recorded-services");
  });

  test("stops in the stack policy where a service is used that nobody records: Pulumi does not tell policies of what is only read", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
    project.writeProgram({
      "index.js": `${imports}${chat()}
      ServiceWebhookConfiguration.get("got", "${read}");
      new pulumi.Stash("other", { input: { READ: "${read}", SERVICE: "${otherSid}" } });`,
    });
    const config = { "webhook-expectation": "disabled", "recorded-services": { showValues: true } };
    for (const run of ["preview", "up"] as const) {
      const { code, output } = await project[run](...pack, ...policyConfig(project, config));
      expect(code).not.toBe(0);
      expect(policiesOf(output)).not.toContain("webhook-expectation");
      expect(policiesOf(output).match(/(?<=^ *- )IS.*/gm)).toEqual([
        `${read} in input.READ`,
        `${otherSid} in input.SERVICE`,
        `${read} in output.READ`,
        `${otherSid} in output.SERVICE`,
      ]);
    }
  });

  test("expects what the pack's configuration says instead", async () => {
    project.writeProgram({ "index.js": imports + chat() });
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

  test("stops a hijacked webhook although ignoreChanges has Pulumi show it the recorded one", async () => {
    twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
    project.writeProgram({ "index.js": imports + chat(`{ ignoreChanges: ["postWebhookUrl"] }`) });
    const preview = await project.preview(...pack);
    expect(policiesOf(preview.output)).toContain("ignoreChanges");
    expect(preview.code).not.toBe(0);
  });

  test.each([
    [{ expect: {} }, ["expect"]],
    [
      { expect: { postWebhookURL: null }, services: { [`AC${sid.slice(2)}`]: { method: "POST" } } },
      ["postWebhookURL", "services"],
    ],
  ])("is not run with a configuration that its schema refuses: %j", async (properties, named) => {
    const { code, output } = await project.preview(
      ...pack,
      ...policyConfig(project, { "webhook-expectation": properties }),
    );
    expect(code).not.toBe(0);
    expect(output).toMatch(/error: validating policy config/);
    for (const name of named) {
      expect(output).toContain(name);
    }
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

test("A policy of one's own that is for ServiceWebhookConfiguration stops what it reports; a service that cannot be read is its resource's error alone", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });
  `,
  );
  const own = `{
    name: "own",
    description: "d",
    enforcementLevel: "mandatory",
    validateResource: require("@pulumi/policy").validateResourceOfType(
      require("pulumi-twilio-conversations").ServiceWebhookConfiguration,
      ({ postWebhookUrl }, _, report) => report("recorded " + postWebhookUrl),
    ),
  }`;
  const pack = addPolicyPack(
    project,
    `${own}, webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: { method: "GET" } })`,
  );
  const { code, output } = await project.preview(...pack);
  expect(code).not.toBe(0);
  expect(policiesOf(output)).toContain("recorded https://hooks.example.com/post");
  expect(policiesOf(output)).toContain("[mandatory]  webhook-expectation");

  project.writeProgram({
    "index.js": `${imports}
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "IS99999999999999999999999999999999" });`,
  });
  for (const unreadable of [await project.preview(...pack), await project.up(...pack)]) {
    expect(unreadable.code).not.toBe(0);
    expect(diagnosticsOf(unreadable.output)).toContain("could not be read: Twilio answered 404");
    expect(policiesOf(unreadable.output)).not.toContain("webhook-expectation");
  }
  expect(await recordedNames(project)).toEqual([]);
});
