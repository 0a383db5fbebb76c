// The stack whose state is kept, one for each release. It uses the package in each way that leaves something in a state.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulator, type TwilioEmulator } from "../../../provider/testing";
import type { ProjectOptions } from "../support";
import { configFor } from "../support/service";

const accounts = [
  {
    accountSid: `AC${"1".repeat(32)}`,
    authToken: "state-fixture-token",
    apiKey: `SK${"1".repeat(32)}`,
    apiSecret: "state-fixture-secret",
  },
  {
    accountSid: `AC${"2".repeat(32)}`,
    authToken: "state-fixture-token-eu",
    apiKey: `SK${"2".repeat(32)}`,
    apiSecret: "state-fixture-secret-eu",
  },
] as const;

export const recordedSid = `IS${"a".repeat(32)}`;
const guardedSid = `IS${"b".repeat(32)}`;
const namedAccountSid = `IS${"c".repeat(32)}`;
const secretUrlSid = `IS${"d".repeat(32)}`;
const ruledSid = `IS${"e".repeat(32)}`;
const ruledGateSid = `IS${"f".repeat(32)}`;
const recommendedSid = `IS${"0".repeat(32)}`;

const programOfFirstRelease = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration, WebhookGate } = require("pulumi-twilio-conversations");
const recorded = new ServiceWebhookConfiguration("recorded", { chatServiceSid: "${recordedSid}" });
const gate = new WebhookGate("gate", {
  services: {
    guarded: {
      chatServiceSid: "${guardedSid}",
      expect: {
        preWebhookUrl: null,
        postWebhookUrl: { protocol: "https", host: ["*.example.com"], path: "/twilio/*", query: "none", pattern: { source: "^https" } },
        method: ["GET", "POST"],
        filters: { includes: ["onMessageAdded"] },
      },
      enforcement: "mandatory",
    },
  },
});
const named = new ServiceWebhookConfiguration("named", { chatServiceSid: "${namedAccountSid}", account: "eu" });
const withSecret = new ServiceWebhookConfiguration("with-secret", {
  chatServiceSid: pulumi.secret("${secretUrlSid}"),
  expect: { postWebhookUrl: pulumi.secret("https://hooks.example.com/post?token=opensesame"), method: "POST" },
  enforcement: "advisory",
});
exports.recorded = recorded.postWebhookUrl;
exports.guarded = gate.services.guarded.filters;
exports.named = named.account;
exports.secret = withSecret.postWebhookUrl;
`;

/** Rules came with 0.2.0: with and without an expectation, in each form that settings have. */
const programOfRules = `
const ruled = new ServiceWebhookConfiguration("ruled", {
  chatServiceSid: "${ruledSid}",
  rules: { "tunnel-host": "error", "get-method": "off" },
  expect: { method: "GET" },
  enforcement: "advisory",
});
const ruledGate = new WebhookGate("ruled-gate", {
  services: {
    strict: { chatServiceSid: "${ruledGateSid}", rules: { "unknown-event": "error" } },
    recommended: { chatServiceSid: "${recommendedSid}" },
  },
  rules: "recommended",
});
exports.ruled = ruled.rules;
exports.strict = ruledGate.services.strict.rules;
exports.recommended = ruledGate.services.recommended.rules;
`;

/** How many resources the stack of a release has, and what it gives. */
export function stackOf(release: string): {
  readonly program: string;
  readonly resources: number;
  readonly outputs: object;
} {
  return release === "0.1.0"
    ? { program: programOfFirstRelease, resources: 6, outputs: {} }
    : {
        program: `${programOfFirstRelease}${programOfRules}`,
        resources: 10,
        outputs: {
          ruled: { "tunnel-host": "error", "get-method": "off" },
          strict: { "unknown-event": "error" },
          recommended: "recommended",
        },
      };
}

/** The emulator as it was when the states were made. */
export async function startTwilioAsItWas(): Promise<TwilioEmulator> {
  const twilio = await startEmulator({ accounts });
  const webhook = {
    postWebhookUrl: "https://hooks.example.com/twilio/post",
    filters: ["onMessageAdded"],
    method: "POST" as const,
  };
  twilio.addService({
    sid: recordedSid,
    webhook: { ...webhook, preWebhookUrl: "https://hooks.example.com/twilio/pre" },
  });
  twilio.addService({ sid: guardedSid, webhook });
  twilio.addService({ sid: namedAccountSid, accountSid: accounts[1].accountSid });
  twilio.addService({
    sid: secretUrlSid,
    webhook: { ...webhook, postWebhookUrl: "https://hooks.example.com/post?token=opensesame" },
  });
  twilio.addService({ sid: ruledSid, webhook: { ...webhook, method: "GET" } });
  twilio.addService({ sid: ruledGateSid, webhook });
  twilio.addService({ sid: recommendedSid, webhook });
  return twilio;
}

/** One account from the stack's config, the other from the environment. */
export const optionsFor = (release: string, twilio: TwilioEmulator): ProjectOptions => ({
  program: { "index.js": stackOf(release).program },
  config: configFor(twilio),
  // The kept states have this project's name, and secrets that this passphrase opens.
  name: "harness",
  passphrase: true,
  env: { ...twilio.environment({ account: accounts[1], name: "eu" }), PULUMI_CONFIG_PASSPHRASE: "harness" },
});

// The emulator's address is in the state, with the rest of the stack's config.
const address = "http://127.0.0.1:0";

/** A state as it is kept: without the emulator's address, and without the places of its program on the machine. */
export function kept(state: object, { baseUrl }: TwilioEmulator): string {
  const portable = (key: string, value: unknown) =>
    ["sourcePosition", "stackTrace"].includes(key) ? undefined : value;
  return `${JSON.stringify(state, portable, 2).replaceAll(baseUrl, address)}\n`;
}

/** The state that a release left, for a stack that uses this emulator. */
export function stateOf(release: string, { baseUrl }: TwilioEmulator): string {
  return readFileSync(join(__dirname, `${release}.json`), "utf8").replaceAll(address, baseUrl);
}

/** The releases whose states are kept. */
export function keptReleases(): string[] {
  return readdirSync(__dirname).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []);
}
