import type { TwilioEmulator } from "../../../provider/testing";
import { configFor, diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";

let twilio: TwilioEmulator;

beforeAll(async () => {
  twilio = await startTwilio();
});

const gone = "IS99999999999999999999999999999999";
const forms = {
  "a recorded resource": (id: string) => `
    const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${id}" });
    new pulumi.Stash("dependent", { input: chat.postWebhookUrl });`,
  "the Output form": (id: string) => `
    const live = getServiceWebhookConfigurationOutput({ chatServiceSid: "${id}" });
    new pulumi.Stash("dependent", { input: live.postWebhookUrl });`,
  "an Output that nobody uses": (id: string) => `
    getServiceWebhookConfigurationOutput({ chatServiceSid: "${id}" });`,
  "an exported Output": (id: string) => `
    exports.live = getServiceWebhookConfigurationOutput({ chatServiceSid: "${id}" }).postWebhookUrl;`,
  "the plain form": (id: string) => `
    module.exports = async () => {
      const live = await getServiceWebhookConfiguration({ chatServiceSid: "${id}" });
      new pulumi.Stash("dependent", { input: live.postWebhookUrl });
    };`,
  "an exported promise": (id: string) => `
    exports.live = getServiceWebhookConfiguration({ chatServiceSid: "${id}" });`,
  ".get": (id: string) => `
    const chat = ServiceWebhookConfiguration.get("chat", "${id}");
    new pulumi.Stash("dependent", { input: chat.postWebhookUrl });`,
};
const program = (body: string) => `
const pulumi = require("@pulumi/pulumi");
const { getServiceWebhookConfiguration, getServiceWebhookConfigurationOutput, ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
${body}
`;

const causes = {
  "of a service that is not there": { id: gone, config: () => ({}) },
  "of a SID of the wrong shape": { id: "AC0123456789abcdef0123456789abcdef", config: () => ({}) },
  "with credentials that are wrong": {
    id: sid,
    config: () => configFor(twilio, { account: { ...twilio.account, authToken: "another-token" } }),
  },
};
const said = {
  "of a service that is not there": /could not be read: Twilio answered 404/,
  "of a SID of the wrong shape":
    /chatServiceSid must be "IS" followed by 32 hexadecimal digits, but it is an account SID/,
  "with credentials that are wrong": /could not be read: Twilio answered 401/,
};

const cases = (Object.keys(causes) as (keyof typeof causes)[]).flatMap((cause) =>
  (Object.keys(forms) as (keyof typeof forms)[]).map((form) => [form, cause] as const),
);

test.each(cases)(
  "A read through %s %s stops the preview with one short error and no stack trace",
  async (form, cause) => {
    const project = await projectFor(twilio, program(forms[form](causes[cause].id)), {
      config: causes[cause].config(),
    });
    const preview = await project.preview();
    const diagnostics = diagnosticsOf(preview.output);
    expect(preview.code).not.toBe(0);
    expect(diagnostics).toMatch(said[cause]);
    expect(diagnostics.match(new RegExp(said[cause], "g"))).toHaveLength(1);
    expect(diagnostics).not.toMatch(/^\s+at .*[(:]/m);
    expect(diagnostics).not.toMatch(/PromiseRejectionHandledWarning|Unhandled|serializing|node:internal|\.js:\d+/);
    expect(diagnostics.split("\n").length).toBeLessThan(16);
    expect(preview.output).not.toContain("another-token");
  },
);

test("The error stands on its resource, and says which service, what happened and what to do", async () => {
  const project = await projectFor(twilio, program(forms["a recorded resource"](gone)));
  const up = await project.up("--continue-on-error");
  expect(up.code).not.toBe(0);
  expect(
    diagnosticsOf(up.output)
      .replace(/RQ\w+/, "RQ…")
      .replace(/(account) AC\w+(.* at) [\d.]+:\d+/, "$1 AC…$2 …"),
  ).toMatchInlineSnapshot(`
"Diagnostics:
  pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration (chat):
    error: pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration resource 'chat' has a problem: the webhook configuration of service IS99999999999999999999999999999999 could not be read: Twilio answered 404 (code 20404): The requested resource /v1/Services/IS99999999999999999999999999999999/Configuration/Webhooks was not found
      Does this service belong to the account of these credentials, in this region?
      Twilio gives the same answer for a wrong host or path: if a base URL is configured, check it.
      Credentials used: auth token of account AC… from the stack config (twilio:accountSid, twilio:authToken), at ….
      More on this error: https://www.twilio.com/docs/errors/20404
      Twilio's request id: RQ…
"
`);
  expect(up.output).not.toContain("dependent");
});

test("Wrong credentials say which were used: whose, from where and for which host", async () => {
  const project = await projectFor(twilio, program(forms["the Output form"](sid)), {
    config: causes["with credentials that are wrong"].config(),
  });
  expect(
    diagnosticsOf((await project.preview()).output)
      .replace(/RQ\w+/, "RQ…")
      .replace(/(account) AC\w+(.* at) [\d.]+:\d+/, "$1 AC…$2 …"),
  ).toMatchInlineSnapshot(`
"Diagnostics:
  pulumi:pulumi:Stack (test-dev):
    error: getServiceWebhookConfigurationOutput: the webhook configuration of service IS0123456789abcdef0123456789abcdef could not be read: Twilio answered 401 (code 20003): Authenticate
      Check the credentials: an auth token that was rotated, or an API key that was revoked, no longer works.
      Credentials used: auth token of account AC… from the stack config (twilio:accountSid, twilio:authToken), at ….
      More on this error: https://www.twilio.com/docs/errors/20003
      Twilio's request id: RQ…
"
`);
});

test("Without credentials the message says which to set, and how", async () => {
  const project = await projectFor(twilio, program(forms["a recorded resource"](sid)), {
    config: { "twilio:accountSid": "", "twilio:authToken": { secret: "" } },
  });
  expect(diagnosticsOf((await project.preview()).output)).toContain("pulumi config set --secret twilio:authToken");
});

test.each<[what: string, body: string, line: RegExp]>([
  [
    "A mistake in a resource's options",
    `const parent = "the stack";
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }, { parent });`,
    /Resource parent is not a valid Resource: the stack\s+at Object.<anonymous> \(\S*index\.js:5:5\)/,
  ],
  [
    "A mistake in a transformation",
    `const transformations = [({ props }) => ({ props, opts: { parent: props.parent.name } })];
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" }, { transformations });`,
    /Cannot read properties of undefined \(reading 'name'\)\s+at \S+ \(\S*index\.js:4:80\)/,
  ],
])("%s is shown with its line in the program", async (_what, body, line) => {
  const project = await projectFor(twilio, program(body));
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toMatch(line);
});
