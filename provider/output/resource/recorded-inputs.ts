// Tested by test/engine/resource/inputs.test.ts
import * as pulumi from "@pulumi/pulumi";
import { isTwilioConversationsError } from "../../errors/twilio-conversations-error";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { secretProperties } from "../../result/secret-properties";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import type { GateDecision, LiveReading } from "../../verdict/gate-decision";
import { recordedDemand } from "../gate/gate-input";
import { after, type PromiseOrOutput } from "../sdk/promise-or-output";
import { anyOutput } from "../sdk/any-output";
import { liveConfiguration, type Circumstances, type KnownArgs } from "../functions/live-configuration";
import { accountSettings } from "../functions/account-settings";
import { isMocked } from "../sdk/mocked";
import { secretPlaceholder } from "../../text/secret-placeholder";
import { readKey, type ReadOutcome } from "../../recording/recorded-type";
import { compileGate, isGate, problemWith, type CompiledGate } from "../gate/compiled-gate";
import type { ServiceWebhookConfigurationArgs } from "./service-webhook-configuration-args";
import type { Enforcement } from "../../verdict/enforcement";
import { digestsOf } from "../../recording/judged-inputs";
import { isFirstInTurn, registrationTurn, type OrderingOptions, type Waiting } from "./registration-turn";
import { recordedProperties, type RecordedProperty } from "../../recording/recorded-properties";

type Options = OrderingOptions & Pick<pulumi.CustomResourceOptions, "additionalSecretOutputs">;
type Read = LiveReading & { readonly args: KnownArgs; readonly configuration: GetServiceWebhookConfigurationResult };
type OfResource = Circumstances & { readonly secretAccount?: boolean };
type Attempt = { readonly read: Read } | { readonly failure: string };

/** The outcome of the read, and of the expectation and the rules, if there are any. */
type Judged =
  | { readonly failure: string; readonly enforcement: Enforcement }
  | {
      readonly read: Read;
      readonly decision: GateDecision;
      /** Undefined if nothing is demanded. */
      readonly gate: CompiledGate | undefined;
    };

/** The inputs that a recorded resource is registered with. */
export interface RecordedInputs {
  readonly inputs: pulumi.Inputs;
  /** The outcome of the read and of the gate: the message for the user on the resource, if there is one. */
  readonly decision: PromiseOrOutput<GateDecision & { readonly isMandatory: boolean }>;
  /** Whether a violation would stop the deployment; the decision is not known while nothing can be read. */
  readonly isMandatory: () => Promise<boolean>;
}

/**
 * Reads the live configuration, judges it, and makes the resource's inputs of both. The read starts when Pulumi would
 * register the resource: what its inputs, options and ancestors wait for may be what changes the webhook.
 *
 * It never rejects: a rejected input would be printed several times over, with a stack. What went wrong travels as a
 * value to the provider's `check`, which turns it into the resource's one error.
 */
export function recordedInputs(
  name: string,
  args: ServiceWebhookConfigurationArgs,
  options: Options,
  waiting: Waiting,
): RecordedInputs {
  const gate = gateOf(args);
  const read = async (known: KnownArgs, circumstances: OfResource): Promise<Attempt> => {
    // Time limits must not run while the program still makes its other resources.
    await (gate === undefined ? Promise.resolve() : problemWith(gate));
    return tryToRead(name, known, circumstances, options);
  };
  const attempt = arePlain(args, options)
    ? read({ chatServiceSid: args.chatServiceSid, account: args.account }, { secretSid: false, after: [] })
    : readInTurn(args, registrationTurn(options, waiting), read);
  const judged = judge(attempt, gate);
  const values = after(judged, valuesOf);
  return {
    inputs: {
      chatServiceSid: args.chatServiceSid,
      ...(args.account === undefined ? {} : { account: args.account }),
      ...("expect" in args ? { expect: recordedDemand(args.expect) } : {}),
      ...("rules" in args ? { rules: recordedDemand(args.rules) } : {}),
      ...(isGate(args) ? { enforcement: args.enforcement } : {}),
      ...Object.fromEntries(recordedProperties.map((key) => [key, after(values, (known) => known[key])])),
      // A user's mocks would take it for one of the resource's properties: there is no provider to take it out.
      ...(isMocked() ? {} : { [readKey]: after(judged, outcomeText) }),
    },
    decision: after(judged, decisionOf),
    isMandatory: async () => {
      const valid = await gate?.catch(() => undefined);
      return valid === undefined || valid.enforcement === "mandatory";
    },
  };
}

async function tryToRead(
  name: string,
  args: KnownArgs,
  { secretSid, secretAccount = false, after: done }: OfResource,
  { additionalSecretOutputs = [] }: Options,
): Promise<Attempt> {
  try {
    const configuration = await liveConfiguration(args, { what: `ServiceWebhookConfiguration "${name}"`, secretSid });
    const accountName = secretAccount ? undefined : args.account;
    const read = {
      args,
      configuration,
      accountName,
      isSecret: secretSid,
      secretProperties: additionalSecretOutputs,
      after: done,
    };
    return { read };
  } catch (error) {
    if (isFailure(error)) {
      return { failure: error.message };
    }
    throw error;
  }
}

function readInTurn(
  { chatServiceSid, account }: ServiceWebhookConfigurationArgs,
  turn: pulumi.Output<readonly string[]>,
  read: (args: KnownArgs, circumstances: OfResource) => Promise<Attempt>,
): pulumi.Output<Attempt> {
  const sid = anyOutput(chatServiceSid);
  const name = anyOutput(account);
  const secretSid = pulumi.isSecret(sid);
  const secretAccount = pulumi.isSecret(name);
  // A value that rejects does so by itself: a second time would be one that nobody handles.
  secretSid.catch(() => {});
  secretAccount.catch(() => {});
  return pulumi.all([sid, name, turn]).apply<Attempt>(async ([knownSid, knownAccount, done]) =>
    read(
      { chatServiceSid: knownSid, account: knownAccount },
      {
        secretSid: await secretSid,
        secretAccount: await secretAccount,
        after: done,
      },
    ),
  );
}

/** Whether nothing is waited for, and the service's SID cannot be a secret. */
function arePlain(
  args: ServiceWebhookConfigurationArgs,
  options: Options,
): args is ServiceWebhookConfigurationArgs & KnownArgs {
  const { chatServiceSid, account } = args;
  return (
    typeof chatServiceSid === "string" &&
    (account === undefined || typeof account === "string") &&
    isFirstInTurn(options)
  );
}

function judge(attempt: PromiseOrOutput<Attempt>, gate: Promise<CompiledGate> | undefined): PromiseOrOutput<Judged> {
  if (gate === undefined) {
    const decision: GateDecision = { failure: null, warning: null };
    return after(attempt, (done): Judged =>
      "failure" in done ? { ...done, enforcement: "mandatory" } : { read: done.read, decision, gate },
    );
  }
  const problem = problemWith(gate);
  return after(attempt instanceof Promise ? problem : pulumi.output(problem), (found): PromiseOrOutput<Judged> => {
    if (found !== null) {
      return Promise.resolve({ failure: found, enforcement: "mandatory" });
    }
    return after(attempt, async (done): Promise<Judged> => {
      const valid = await gate;
      const known = "failure" in done ? done : await withAccount(done.read, valid);
      return "failure" in known
        ? { ...known, enforcement: valid.enforcement }
        : { read: known.read, decision: valid.decide(known.read), gate: valid };
    });
  });
}

/** Reads the settings of the service's account too, if the verdict depends on them. */
async function withAccount(read: Read, gate: CompiledGate): Promise<Attempt> {
  if (!gate.needsAccount(read.configuration)) {
    return { read };
  }
  try {
    return { read: { ...read, account: await accountSettings(read.args.account, read.after) } };
  } catch (error) {
    if (!isFailure(error)) {
      throw error;
    }
    const service = read.isSecret ? secretPlaceholder : read.configuration.chatServiceSid;
    return {
      failure:
        `service ${service} could not be judged: that takes its account's webhook configuration too, and reading it failed: ` +
        error.message,
    };
  }
}

/** Whether an error is for the user. Also one of a user's mocks: a rejected input would reject for each of the others. */
function isFailure(error: unknown): error is Error {
  return isTwilioConversationsError(error) || (isMocked() && error instanceof Error);
}

function gateOf(args: ServiceWebhookConfigurationArgs): Promise<CompiledGate> | undefined {
  if (isGate(args)) {
    const { expect, rules, enforcement } = args;
    const demands = { ...("expect" in args ? { expect } : {}), ...("rules" in args ? { rules } : {}) };
    return compileGate({ ...demands, enforcement }, "expect");
  }
  return args.enforcement === undefined ? undefined : nothingToEnforce();
}

async function nothingToEnforce(): Promise<never> {
  throw new InvalidInputError("enforcement", "enforcement has no effect without expect or rules");
}

function decisionOf(judged: Judged): GateDecision & { readonly isMandatory: boolean } {
  return "failure" in judged
    ? { failure: judged.failure, warning: null, isMandatory: judged.enforcement === "mandatory" }
    : { ...judged.decision, isMandatory: judged.gate?.enforcement === "mandatory" };
}

function outcomeText(judged: Judged): string | pulumi.Output<string> {
  const { failure } = decisionOf(judged);
  if ("failure" in judged || failure !== null) {
    return JSON.stringify({ failure } satisfies ReadOutcome);
  }
  const { read, gate } = judged;
  const { chatServiceSid, account } = read.args;
  const judgedInputs = gate && digestsOf({ ...read.configuration, ...gate.known });
  const text = JSON.stringify({ failure, of: { chatServiceSid, account, judged: judgedInputs } } satisfies ReadOutcome);
  // The digest of a secret tells who guesses it that the guess is right.
  return gate?.isSecret === true || secretsOf(judged).size > 0 ? pulumi.secret(text) : text;
}

/** The values as they are registered. */
function valuesOf(judged: Judged): Partial<Record<RecordedProperty, unknown>> {
  if ("failure" in judged) {
    // And not null, which is what a service has that was never configured: policies would judge it.
    return {};
  }
  const { configuration } = judged.read;
  const secrets = secretsOf(judged);
  // An output for each value that is none would cost more than all the rest of it.
  return Object.fromEntries(
    recordedProperties.map((key) => [key, secrets.has(key) ? pulumi.secret(configuration[key]) : configuration[key]]),
  );
}

function secretsOf({ read, gate }: Exclude<Judged, { failure: string }>): ReadonlySet<string> {
  return new Set([
    ...secretProperties(read.configuration),
    ...(read.secretProperties ?? []),
    // A live value that is as expected has the secret in it.
    ...(gate?.secretProperties ?? []),
  ]);
}
