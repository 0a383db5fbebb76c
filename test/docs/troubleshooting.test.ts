import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { auditPlan } from "../../provider/audit/audit-plan";
import { ExplicitProviders } from "../../provider/audit/recorded/explicit-providers";
import { readStackConfig } from "../../provider/audit/recorded/stack-config";
import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";
import * as twilio from "../../provider/index";
import { recordedServicesPolicy, webhookExpectationPolicy, webhookRulesPolicy } from "../../provider/policy";
import { Plugin } from "../../provider/plugin/plugin";
import { ProviderAccount } from "../../provider/plugin/configuration";
import { token } from "../../provider/plugin/schema/names";
import { unknownValue } from "../../provider/plugin/wire/engine-value";
import { accountSettings } from "../../provider/request/account-client";
import type { Failure } from "../../provider/request/failure/failure";
import { failureError, slotTimeoutError, type ReadSituation } from "../../provider/request/failure/failure-error";
import { readKey } from "../../provider/recording/recorded-type";
import { read as readRecorded } from "../../provider/recording/recorded-resource";
import { requireGone } from "../../provider/recording/service-gone";
import type { AccountClient } from "../../provider/request/account-client";
import { proxyFor } from "../../provider/request/transport/proxy";
import { defaultRequestSettings } from "../../provider/request/request-settings";
import { requestUrl } from "../../provider/request/request-url";
import { networkFaults } from "../../provider/request/retry/retryable";
import { parseServiceWebhookConfiguration } from "../../provider/response/service-webhook-configuration";
import { readServiceWebhookConfigurations } from "../../provider/result/read-service-webhook-configurations";
import { requireServiceSid } from "../../provider/service-sid/service-sid";
import { enforce } from "../../provider/verdict/gate-decision";
import type { Verdict } from "../../provider/verdict/judge";
import { exampleServiceSid as sid, outputValue, webhookConfiguration } from "../../provider/testing";
import { constructionSites, reached } from "./support/construction-sites";
import { readDocument } from "./support/documents";

// Jest moves these above the imports; only a function whose name begins with "mock" may be used in them.
function mockNoting(path: string): object {
  const { noting } = require("./support/construction-sites") as typeof import("./support/construction-sites");
  return noting(jest.requireActual<object>(path));
}
jest.mock("../../provider/errors/invalid-input-error", () => mockNoting("../../provider/errors/invalid-input-error"));
jest.mock("../../provider/errors/configuration-error", () => mockNoting("../../provider/errors/configuration-error"));
jest.mock("../../provider/errors/twilio-api-error", () => mockNoting("../../provider/errors/twilio-api-error"));
jest.mock("../../provider/errors/network-error", () => mockNoting("../../provider/errors/network-error"));
jest.mock("../../provider/errors/request-timeout-error", () =>
  mockNoting("../../provider/errors/request-timeout-error"),
);
jest.mock("../../provider/errors/response-format-error", () =>
  mockNoting("../../provider/errors/response-format-error"),
);
jest.mock("../../provider/errors/webhook-violation-error", () =>
  mockNoting("../../provider/errors/webhook-violation-error"),
);

/** Each message that the page has, by the heading that it is under. */
function entries(): Map<string, string[]> {
  const sections = readDocument("docs/troubleshooting.md").text.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [, name = ""] = /^`?(\w+)/.exec(section) ?? [];
      const cells = [...section.matchAll(/^\| (`.*?) \| /gm)].flatMap(([, cell = ""]) => cell.split("<br>"));
      return [name, cells.map((cell) => cell.replace(/^`|`$/g, ""))];
    }),
  );
}

function matches(entry: string, message: string): boolean {
  const pattern = entry.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[\\s\\S]*?")}$`).test(message);
}

const account =
  (config: Record<string, string>, environment: Record<string, string> = {}) =>
  () =>
    accountSettings(undefined, (key) => config[key], environment);
const key = { "twilio:apiKey": `SK${"0".repeat(32)}`, "twilio:apiSecret": "secret" };
const plan = (options: object) => () => auditPlan(options);
const policy = (options: object) => () => webhookExpectationPolicy(options);
const rulesPolicy = (options: object) => () => webhookRulesPolicy(options);
const recorded = (options: object) => () => recordedServicesPolicy(options);
const live = webhookConfiguration({ method: "GET" });
const situation: ReadSituation = {
  subject: `the webhook configuration of service ${sid}`,
  account: undefined,
  settingName: (limit) => `twilio:${limit}`,
  apiHost: "conversations.twilio.com",
  proxyHost: "proxy.example.com:3128",
  settings: defaultRequestSettings,
  attempt: 1,
  before: undefined,
  redact: (text) => text,
};
const read = (failure: Failure) => () => {
  throw failureError(failure, { retry: false, because: "final" } as never, situation);
};
const answered = (status: number) =>
  read({
    kind: "status",
    answer: { status, contentType: undefined, requestId: undefined, retryAfter: undefined, body: "" },
  });
const failedWith = (code: string | undefined) =>
  read({ kind: "network", peer: { role: "api", host: "conversations.twilio.com" }, code });
const proxied = (status: number) =>
  read({ kind: "proxyStatus", peer: { role: "proxy", host: "proxy.example.com" }, status });
const waited = (attempt: number) => () => {
  throw slotTimeoutError({ ...situation, attempt });
};

async function configWith(entry: object): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-that-cannot-decrypt-"));
  try {
    writeFileSync(join(folder, "pulumi"), `#!/bin/sh\necho '${JSON.stringify({ "twilio:authToken": entry })}'\n`);
    chmodSync(join(folder, "pulumi"), 0o755);
    const { signal } = new AbortController();
    (await readStackConfig("dev", { workDir: folder, environment: { PATH: folder }, signal })).lookUp(
      "twilio:authToken",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const failing = (call: () => Promise<object>) => async () => {
  const answer = await call();
  throw new Error("failure" in answer ? String(answer.failure) : "nothing is wrong with it");
};

/** A call of the plugin, which answers with an error's text. */
const inPlugin = (call: "invoke" | "check", name: string, args: Record<string, unknown>) =>
  failing(() => new Plugin({})[call](name, args, {}));

function providerOf(given: Record<string, unknown>): unknown {
  const account = new ProviderAccount({});
  account.configure(given, "eu");
  return account.client();
}

const describeOtherAccount = (found: string) =>
  accountSettings(undefined, (name) => ({ ...key, "twilio:accountSid": `AC${"0".repeat(32)}` })[name], {})
    .connect()
    .describeOtherAccount(found);

/** A state's provider for other languages, exported without showing secrets. */
function encryptedProvider(): void {
  const urn = "urn:pulumi:dev::chat::pulumi:providers:twilio-conversations::eu";
  const apiSecret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
  const resource = { type: "pulumi:providers:twilio-conversations", urn, id: "1", inputs: { apiSecret } };
  new ExplicitProviders([resource], false).settingsOf(`${urn}::1`)?.get("apiSecret");
}

/** An update in which a part of the expectation is still unknown: mocks cannot make one. */
function unjudged(): never {
  const verdict: Verdict = { violations: [], deferred: ["expect.method"], outcome: "unverified" };
  const context = { enforcement: "mandatory", isPreview: false, after: [], chatServiceSid: sid } as const;
  throw new twilio.WebhookViolationError([], enforce(verdict, context).failure ?? "");
}

/** A refresh with a key that may not say which account it is of. */
function missing(): Promise<void> {
  const refusal = (status: number, code: number) =>
    new twilio.TwilioApiError(
      { status, code, twilioMessage: undefined, moreInfo: undefined, requestId: undefined },
      "",
    );
  const account = { client: { getJson: () => Promise.reject(refusal(403, 20003)) } } as unknown as AccountClient;
  return requireGone(refusal(404, 20404), { chatServiceSid: sid, accountSid: "AC1" }, account);
}

/** Something wrong for each message that the package can give. */
const mistakes: readonly (() => unknown)[] = [
  encryptedProvider,
  () => requireServiceSid("AC"),
  () => readServiceWebhookConfigurations({} as never, sid as never),
  () => accountSettings("e u", () => undefined, {}),
  () => accountSettings("conversations", () => undefined, {}),
  account({ ...key, "twilio-conversations:region": "ie1" }),
  () => twilio.verifyServiceWebhookConfiguration(live, {}),
  () => twilio.verifyServiceWebhookConfiguration(live, { method: "PUT", filters: 1 } as never),
  () =>
    outputValue(
      new twilio.ServiceWebhookConfiguration("a", {
        chatServiceSid: sid,
        expect: { method: "GET" },
        enforcement: "x" as never,
      }).method,
    ),
  () =>
    outputValue(new twilio.ServiceWebhookConfiguration("b", { chatServiceSid: sid, enforcement: "advisory" }).method),
  ...[undefined, pulumi.secret("some"), new Map()].map(
    (rules, index) => () =>
      outputValue(
        new twilio.ServiceWebhookConfiguration(`rules${index}`, { chatServiceSid: sid, rules: rules as never }).method,
      ),
  ),
  () => new twilio.ServiceWebhookConfiguration("e", { chatServiceSid: sid, expected: {} } as never),
  () => new twilio.ServiceWebhookConfiguration("f", pulumi.output({ chatServiceSid: sid })),
  () => new twilio.ServiceWebhookConfiguration("g", sid as never),
  () => new twilio.WebhookGate("h", { services: { chat: { chatServiceSid: sid, expected: {} } as never } }),
  () => new twilio.WebhookGate("i", { services: { chat: pulumi.output({ chatServiceSid: sid }) as never } }),
  () => new twilio.WebhookGate("j", { services: { chat: sid as never } }),
  inPlugin("invoke", token("getServiceWebhookConfiguration"), { sid }),
  inPlugin("invoke", token("verifyServiceWebhookConfiguration"), { chatServiceSid: sid }),
  inPlugin("invoke", token("getServiceWebhookConfiguration"), { chatServiceSid: unknownValue }),
  () => providerOf({ accountSid: true }),
  () => providerOf({ accountSid: notYetKnown }),
  inPlugin("check", token("ServiceWebhookConfiguration"), { chatServiceSid: sid, method: "POST" }),
  inPlugin("check", token("ServiceWebhookConfiguration"), { chatServiceSid: sid, expected: {} }),
  inPlugin("check", token("ServiceWebhookConfiguration"), { chatServiceSid: sid, enforcement: "advisory" }),
  failing(() => new Plugin({}).diff({}, {}, ["expect"])),
  failing(() => new Plugin({}).read(token("ServiceWebhookConfiguration"), sid, { rules: {} }, {})),
  () => new twilio.WebhookGate("c", { services: {} }),
  () => new twilio.WebhookGate("d", { services: { chat: { chatServiceSid: sid } as never } }),
  () => twilio.getServiceWebhookConfiguration({ chatServiceSid: sid, account: "empty" }),
  () => twilio.assertServiceWebhookConfiguration({ target: "webhook" } as never, { method: "GET" }),
  () => twilio.verifyServiceWebhookConfiguration(undefined as never, { method: "GET" }),
  () => twilio.eventDelivery(undefined as never),
  () => twilio.eventDelivery(webhookConfiguration(), { account: null as never }),
  () => twilio.lintServiceWebhookConfiguration(undefined as never),
  () => twilio.lintServiceWebhookConfiguration(live, { rules: { "no-event": "off" } as never }),
  () => twilio.lintServiceWebhookConfiguration(live, { rules: { "no-event": "off", "no-events": "x" } as never }),
  () => twilio.verifyServiceWebhookConfiguration(live, { method: notYetKnown } as never),
  () => requestUrl("https://conversations.twilio.com", "/v1/../x"),
  plan({}),
  plan({ allStacks: true, stacks: ["dev"] }),
  plan({ expectationsFile: "", allServices: true }),
  plan({ stacks: ["dev"], accounts: ["eu"] }),
  plan({ allServices: true, accounts: [] }),
  plan({ allServices: true, concurrency: 0 }),
  plan({ allServices: true, expectHosts: [] }),
  plan({ allServices: true, expectHosts: ["https://hooks.example.com/"] }),
  plan({ stacks: [""] }),
  plan([]),
  plan({ allServices: true, expectationFile: "e.yaml" }),
  plan({ allServices: true, failOn: ["violations"] }),
  () => webhookExpectationPolicy([] as never),
  policy({ expects: {} }),
  policy({ expect: undefined }),
  policy({ expect: { method: "GET" }, showValues: "yes" }),
  policy({ expect: { method: "GET" }, name: "" }),
  () => callPolicy(webhookExpectationPolicy({})),
  policy({ services: {} }),
  policy({ services: { [sid]: { method: "GET" }, [`IS${sid.slice(2).toUpperCase()}`]: { method: "POST" } } }),
  rulesPolicy({ services: {} }),
  rulesPolicy({ services: { ISx: "off" } }),
  rulesPolicy({ leastSeverity: "bad" }),
  recorded({ exceptTypes: [1] }),
  recorded({ exceptServices: sid }),
  missing,
  () => readRecorded(sid, { chatServiceSid: sid, [readKey]: "{}" }, () => undefined as never),
  account({}),
  () => accountSettings(undefined, undefined, {}),
  account({ "twilio:apiKey": key["twilio:apiKey"] }),
  account({ ...key, "twilio:apiSecret": "secret\n" }),
  account({ "twilio:accountSid": "SK", "twilio:authToken": "token" }),
  account({ ...key, "twilio:apiKey": "AC" }),
  account({ ...key, "twilio:region": "ie1" }),
  account({ ...key, "twilio:edge": "Dublin" }),
  account({ ...key, "twilio:edge": "dublin", "twilio:region": "IE1" }),
  ...["x", "ftp://x", "http://example.com", "https://a:b@example.com", "https://example.com?a"].map((baseUrl) =>
    account({ ...key, "twilio:baseUrl": baseUrl }),
  ),
  account({ ...key, "twilio:maxAttempts": "0" }),
  account({ ...key, "twilio:deadline": "0" }),
  () => proxyFor(new URL("https://conversations.twilio.com"), { HTTPS_PROXY: "ftp://x" }, undefined),
  () => configWith({ secret: true }),
  () => configWith({ value: "[unknown]", secret: true }),
  ...[400, 401, 403, 404, 429, 503].map(answered),
  ...[...Object.keys(networkFaults), undefined].map(failedWith),
  ...[407, 403].map(proxied),
  ...(["attemptTimeout", "deadline"] as const).map((limit) => read({ kind: "timeout", limit })),
  ...[0, 1].map(waited),
  read({ kind: "format", got: "an empty body", requestId: undefined }),
  () => parseServiceWebhookConfiguration({}, { subject: "it", chatServiceSid: sid }),
  () =>
    parseServiceWebhookConfiguration(
      Object.fromEntries([
        ...["chat_service_sid", "pre_webhook_url", "post_webhook_url", "filters", "method"].map((field) => [
          field,
          null,
        ]),
        ["account_sid", `AC${"1".repeat(32)}`],
      ]),
      { subject: "it", chatServiceSid: sid, accountSid: `AC${"0".repeat(32)}`, describeOtherAccount },
    ),
  () => twilio.assertServiceWebhookConfiguration(live, { method: "POST" }),
  () => twilio.assertServiceWebhookConfiguration({ ...live, chatServiceSid: undefined } as never, { method: "POST" }),
  () => twilio.getServiceWebhookConfigurations(),
  () => outputValue(twilio.assertServiceWebhookConfigurationOutput(live, { method: "POST" })),
  unjudged,
];

/** Pulumi calls a policy with each resource; what it expects is known only then. */
function callPolicy(made: ReturnType<typeof webhookExpectationPolicy>): unknown {
  const validate = [made.validateResource].flat()[0];
  const args = {
    type: "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration",
    props: {},
    getConfig: () => ({}),
  };
  return validate?.(args as never, () => undefined);
}

interface Given {
  readonly name: string;
  readonly summary: string;
}

async function caught(mistake: () => unknown): Promise<Given> {
  try {
    await mistake();
  } catch (error) {
    if (twilio.isTwilioConversationsError(error)) {
      return error;
    }
    // A resource's outputs reject with what Pulumi prints cleanly, in this package's words.
    return { name: "InvalidInputError", summary: (error as Error).message };
  }
  throw new Error(`nothing is wrong with ${String(mistake)}`);
}

let given: readonly Given[];

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    call: ({ inputs }) => ((inputs as { account?: string }).account === "empty" ? {} : live),
    newResource: ({ inputs, name }) => ({ id: name, state: inputs }),
  });
  given = await Promise.all(mistakes.map(caught));
});

test("Each error that the package can give has an entry under its class", () => {
  const page = entries();
  const missing = given.filter(({ name, summary }) => !page.get(name)?.some((entry) => matches(entry, summary)));
  expect(missing.map(({ name, summary }) => `${name}: ${summary}`)).toEqual([]);
});

test("Each entry under a class is about an error that the package can give", () => {
  const provoked = [...entries()].flatMap(([name, messages]) =>
    name.endsWith("Error") ? messages.map((entry) => [name, entry] as const) : [],
  );
  const stale = provoked.filter(
    ([name, entry]) => !given.some((error) => error.name === name && matches(entry, error.summary)),
  );
  expect(provoked.length).toBeGreaterThan(60);
  expect(stale).toEqual([]);
});

test("Every place in the sources that makes an error was reached by one of them", () => {
  const missed = constructionSites().filter(
    ({ file, firstLine, lastLine }) =>
      !Array.from({ length: lastLine - firstLine + 1 }, (_, index) => `${file}:${firstLine + index}`).some((at) =>
        reached.has(at),
      ),
  );
  expect(missed).toEqual([]);
});
