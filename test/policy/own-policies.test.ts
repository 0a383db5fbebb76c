import { startProgram, type Pack } from "./support/pack";
import { other, record, sid } from "./support/resources";

// A pack of a user's own, which asks for this package's resources in every way that Pulumi's policy SDK has.
const program = `
const policies = require("@pulumi/policy");
const { ServiceWebhookConfiguration, WebhookGate } = require("pulumi-twilio-conversations");
const say = (text) => (props, args, report) => report(text + " " + (props.chatServiceSid ?? "none"));
const enforcementLevel = "mandatory";
new policies.PolicyPack("own", {
  policies: [
    { name: "resource", description: "d", enforcementLevel,
      validateResource: policies.validateResourceOfType(ServiceWebhookConfiguration, say("resource")) },
    { name: "several", description: "d", enforcementLevel,
      validateResource: [policies.validateResourceOfType(ServiceWebhookConfiguration, say("several"))] },
    { name: "both", description: "d", enforcementLevel,
      ...policies.validateRemediateResourceOfType(ServiceWebhookConfiguration, say("both")) },
    { name: "gate", description: "d", enforcementLevel,
      validateResource: policies.validateResourceOfType(WebhookGate, say("gate")) },
    { name: "asks", description: "d", enforcementLevel,
      validateResource: (args, report) => {
        if (args.isType(ServiceWebhookConfiguration)) report("isType");
        const typed = args.asType(ServiceWebhookConfiguration);
        if (typed !== undefined) report("asType " + typed.chatServiceSid);
      } },
    { name: "stack", description: "d", enforcementLevel,
      validateStack: policies.validateStackResourcesOfType(ServiceWebhookConfiguration, (all, args, report) =>
        report("stack " + all.map(({ chatServiceSid }) => chatServiceSid))) },
    { name: "stack-gates", description: "d", enforcementLevel,
      validateStack: policies.validateStackResourcesOfType(WebhookGate, (all, args, report) => report("gates " + all.length)) },
    { name: "stack-asks", description: "d", enforcementLevel,
      validateStack: ({ resources }, report) => {
        for (const resource of resources) {
          if (resource.isType(ServiceWebhookConfiguration)) report("isType");
          const typed = resource.asType(ServiceWebhookConfiguration);
          if (typed !== undefined) report("asType " + typed.chatServiceSid);
        }
      } },
    { name: "remedy", description: "d", enforcementLevel: "remediate",
      remediateResource: policies.remediateResourceOfType(ServiceWebhookConfiguration, (props) => ({ ...props, method: "GET" })) },
  ],
});
`;

const gate = other({}, "twilio-conversations:index:WebhookGate", "gate");

let pack: Pack;
beforeAll(async () => {
  pack = await startProgram({ "index.js": program });
});
beforeEach(() => pack.configure({}));

async function reported(resource: Parameters<Pack["analyze"]>[0]): Promise<readonly string[]> {
  return (await pack.analyze(resource)).violations.map(({ message }) => message.replace(/^d\n/, ""));
}

test("A policy of one's own that is for ServiceWebhookConfiguration is called for each of them, however it asks for the type", async () => {
  expect(await reported(record())).toEqual([
    `resource ${sid}`,
    `several ${sid}`,
    `both ${sid}`,
    "isType",
    `asType ${sid}`,
  ]);
});

test("A policy of one's own that is for WebhookGate is called for each gate, and not for other components", async () => {
  expect(await reported(gate)).toEqual(["gate none"]);
  expect(await reported(other({}, "pkg:index:Component"))).toEqual([]);
});

test("A stack policy of one's own finds both kinds of resources", async () => {
  const { violations } = await pack.analyzeStack([record(), gate, other({}, "pkg:index:Component")]);
  expect(violations.map(({ message }) => message.replace(/^d\n/, ""))).toEqual([
    `stack ${sid}`,
    "gates 1",
    "isType",
    `asType ${sid}`,
  ]);
});

test("A remediation of one's own is called for what a stack records", async () => {
  expect(await pack.remediate(record())).toEqual(["remedy"]);
  expect(await pack.remediate(gate)).toEqual([]);
});
