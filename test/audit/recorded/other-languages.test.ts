import { audit } from "../../../provider/audit/audit";
import { pluginResourceType } from "../../../provider/recording/recorded-type";
import { folderWith } from "../support/folder";
import { lockedSecret, plainSecret, stateOf, type RecordedArgs } from "../support/state";
import { sidOf, startTwilio } from "../support/twilio";

const providerUrn = "urn:pulumi:dev::shop::pulumi:providers:twilio-conversations::eu";
const post = "https://hooks.example.com/post";

/** A service as a program in Python, Go or YAML records it. */
function recorded(name: string, sid: string, more: Partial<RecordedArgs> = {}): RecordedArgs {
  return {
    name,
    sid,
    values: { postWebhookUrl: post },
    ...more,
    resource: {
      type: pluginResourceType,
      urn: `urn:pulumi:dev::shop::${pluginResourceType}::${name}`,
      ...more.resource,
    },
  };
}

function withProvider(state: Record<string, unknown>, inputs: object, name = "eu", parent?: string): object {
  const { deployment } = state as { deployment: { resources: object[] } };
  const urn = providerUrn.replace(/eu$/, name);
  const provider = { urn, custom: true, id: "p1", type: "pulumi:providers:twilio-conversations", inputs, parent };
  return { ...state, deployment: { ...deployment, resources: [provider, ...deployment.resources] } };
}

test("a service that was recorded from another language is audited as any other", async () => {
  const twilio = await startTwilio();
  const webhook = { postWebhookUrl: post };
  ["1", "2", "3"].forEach((digit) => twilio.addService({ sid: sidOf(digit), webhook }));
  twilio.changeWebhook(sidOf("2"), { postWebhookUrl: "https://evil.example.net/" });
  const accountSid = twilio.account.accountSid;
  const values = (digit: string) => ({
    accountSid,
    postWebhookUrl: post,
    url: `https://conversations.twilio.com/v1/Services/${sidOf(digit)}/Configuration/Webhooks`,
  });
  const state = stateOf([
    recorded("one", sidOf("1"), {
      values: values("1"),
      outputs: { expect: { postWebhookUrl: { host: ["hooks.example.com"], noQuery: true } } },
    }),
    recorded("two", sidOf("2"), { values: values("2") }),
    recorded("three", sidOf("3"), {
      values: values("3"),
      outputs: { expect: { preWebhookUrl: { set: true } } },
    }),
  ]);
  const report = await audit({
    workDir: folderWith({ "state.json": state }),
    environment: twilio.environment(),
    stateFiles: ["state.json"],
    failOn: ["violation"],
  });
  expect(report.services.map(({ chatServiceSid, verdict }) => [chatServiceSid.slice(-1), verdict])).toEqual([
    ["1", "ok"],
    ["2", "drifted"],
    ["3", "violation"],
  ]);
});

test("a service of an explicit provider is read with that provider's credentials", async () => {
  const twilio = await startTwilio();
  const other = twilio.addAccount();
  twilio.addService({ sid: sidOf("1"), accountSid: other.accountSid, webhook: { postWebhookUrl: post } });
  const inputs = { accountSid: other.accountSid, baseUrl: twilio.baseUrl };
  const run = async (authToken: unknown, name = "eu", parent?: string) => {
    const resource = { provider: `${providerUrn.replace(/eu$/, name)}::p1` };
    const values = { accountSid: other.accountSid, postWebhookUrl: post };
    const state = stateOf([recorded("one", sidOf("1"), { values, resource })]);
    const files = { "state.json": withProvider(state, { ...inputs, authToken }, name, parent) };
    const report = await audit({
      workDir: folderWith(files),
      environment: twilio.environment(),
      stateFiles: ["state.json"],
    });
    return report.services[0];
  };
  expect(await run(plainSecret(other.authToken))).toMatchObject({ live: { postWebhookUrl: post }, verdict: "drifted" });
  expect(await run(lockedSecret())).toMatchObject({
    verdict: "unreadable",
    reason: expect.stringContaining('authToken of the provider "eu" is encrypted and could not be decrypted'),
  });
  // Nothing of the environment's account is read instead, and the stack's config has nothing to do with it.
  for (const [authToken, reason] of [
    [undefined, 'in the provider "eu" are not complete: accountSid is set, but authToken is missing'],
    [true, 'authToken of the provider "eu" must be a text; it is a boolean'],
  ] as const) {
    const service = await run(authToken);
    expect(service).toMatchObject({ verdict: "unreadable", reason: expect.stringContaining(reason) });
    expect(service?.reason).not.toMatch(/stack config|pulumi config/);
  }
  // The name of the engine's own, which has no parent, does not make it the default one.
  const stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
  expect(await run(plainSecret(other.authToken), "default_eu", stack)).toMatchObject({ verdict: "drifted" });
  // The environment's account has no such service.
  expect(await run(plainSecret(other.authToken), "default_1_2_3")).toMatchObject({ verdict: "unreadable" });
});
