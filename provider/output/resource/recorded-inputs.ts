// Tested by test/engine/resource/inputs.test.ts
import * as pulumi from "@pulumi/pulumi";
import { isTwilioConversationsError } from "../../errors/twilio-conversations-error";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { secretProperties } from "../../result/secret-properties";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import type { GateDecision, LiveReading } from "../../verdict/gate-decision";
import { recordedExpectation } from "../gate/gate-input";
import { after, type PromiseOrOutput } from "../sdk/promise-or-output";
import { liveConfiguration, onceKnown, type Circumstances, type KnownArgs } from "../functions/live-configuration";
import { isMocked } from "../sdk/mocked";
import { readKey, type ReadOutcome } from "../../recording/recorded-type";
import { compileGate, problemWith, type CompiledGate } from "../gate/compiled-gate";
import type { ServiceWebhookConfigurationArgs } from "./service-webhook-configuration-args";
import { recordedProperties, type RecordedProperty } from "../../recording/recorded-properties";

type Options = Pick<pulumi.CustomResourceOptions, "dependsOn" | "additionalSecretOutputs">;
type Read = LiveReading & { readonly args: KnownArgs; readonly configuration: GetServiceWebhookConfigurationResult };
type Attempt = { readonly read: Read } | { readonly failure: string };

/** What came of the read and of the expectation, if there is one. */
type Judged =
  | { readonly failure: string }
  | {
      readonly read: Read;
      readonly decision: GateDecision;
      /** Undefined if nothing is expected. */
      readonly gate: CompiledGate | undefined;
    };

/** What a recorded resource is registered with. */
export interface RecordedInputs {
  readonly inputs: pulumi.Inputs;
  /** What came of the read and of the expectation: what the user should be told on the resource, if anything. */
  readonly decision: PromiseOrOutput<GateDecision>;
}

/**
 * Reads the live configuration, judges it, and makes the resource's inputs of both.
 *
 * It never rejects: a rejected input would be printed several times over, with a stack. What went wrong travels as a
 * value to the provider's `check`, which turns it into the resource's one error.
 */
export function recordedInputs(name: string, args: ServiceWebhookConfigurationArgs, options: Options): RecordedInputs {
  const attempt = arePlain(args, options)
    ? readPlain(name, args, options)
    : onceKnown(args, options.dependsOn, (known, circumstances) => tryToRead(name, known, circumstances, options));
  const judged = judge(attempt, args);
  const values = after(judged, valuesOf);
  return {
    inputs: {
      chatServiceSid: args.chatServiceSid,
      ...(args.account === undefined ? {} : { account: args.account }),
      ...("expect" in args ? { expect: recordedExpectation(args.expect), enforcement: args.enforcement } : {}),
      ...Object.fromEntries(recordedProperties.map((key) => [key, after(values, (known) => known[key])])),
      // A user's mocks would take it for one of the resource's properties: there is no provider to take it out.
      ...(isMocked() ? {} : { [readKey]: after(judged, (done) => JSON.stringify(outcomeOf(done))) }),
    },
    decision: after(judged, decisionOf),
  };
}

async function tryToRead(
  name: string,
  args: KnownArgs,
  { secretSid, after: done }: Circumstances,
  { additionalSecretOutputs = [] }: Options,
): Promise<Attempt> {
  try {
    const configuration = await liveConfiguration(args, { what: `ServiceWebhookConfiguration "${name}"`, secretSid });
    const read = { args, configuration, isSecret: secretSid, secretProperties: additionalSecretOutputs, after: done };
    return { read };
  } catch (error) {
    // Also an error of a user's mocks: a rejected input would reject for each of the others once more.
    if (isTwilioConversationsError(error) || (isMocked() && error instanceof Error)) {
      return { failure: error.message };
    }
    throw error;
  }
}

async function readPlain(name: string, args: KnownArgs, options: Options): Promise<Attempt> {
  const { chatServiceSid, account } = args;
  // Time limits must not run while the program still makes its other resources.
  await Promise.resolve();
  return tryToRead(name, { chatServiceSid, account }, { secretSid: false, after: [] }, options);
}

/** Whether nothing is waited for, and the service's SID cannot be a secret. */
function arePlain(
  args: ServiceWebhookConfigurationArgs,
  { dependsOn }: Options,
): args is ServiceWebhookConfigurationArgs & KnownArgs {
  const { chatServiceSid, account } = args;
  return (
    typeof chatServiceSid === "string" &&
    (account === undefined || typeof account === "string") &&
    dependsOn === undefined
  );
}

function judge(attempt: PromiseOrOutput<Attempt>, args: ServiceWebhookConfigurationArgs): PromiseOrOutput<Judged> {
  const gate = gateOf(args);
  if (gate === undefined) {
    const decision: GateDecision = { failure: null, warning: null };
    return after(attempt, (done): Judged => ("failure" in done ? done : { read: done.read, decision, gate }));
  }
  const problem = problemWith(gate);
  return after(attempt instanceof Promise ? problem : pulumi.output(problem), (found): PromiseOrOutput<Judged> => {
    if (found !== null) {
      return Promise.resolve({ failure: found });
    }
    return after(attempt, async (done): Promise<Judged> => {
      const valid = await gate;
      return "failure" in done ? done : { read: done.read, decision: valid.decide(done.read), gate: valid };
    });
  });
}

function gateOf(args: ServiceWebhookConfigurationArgs): Promise<CompiledGate> | undefined {
  if ("expect" in args) {
    return compileGate({ expect: args.expect, enforcement: args.enforcement }, "expect");
  }
  return args.enforcement === undefined ? undefined : nothingToEnforce();
}

async function nothingToEnforce(): Promise<never> {
  throw new InvalidInputError("enforcement", "enforcement has no effect without expect");
}

function decisionOf(judged: Judged): GateDecision {
  return "failure" in judged ? { failure: judged.failure, warning: null } : judged.decision;
}

function outcomeOf(judged: Judged): ReadOutcome {
  const { failure } = decisionOf(judged);
  if ("failure" in judged || failure !== null) {
    return { failure };
  }
  const { chatServiceSid, account } = judged.read.args;
  return { failure, of: { chatServiceSid, account, isJudged: judged.gate !== undefined } };
}

/** The values as they are registered. */
function valuesOf(judged: Judged): Partial<Record<RecordedProperty, unknown>> {
  if ("failure" in judged) {
    // And not null, which is what a service has that was never configured: policies would judge it.
    return {};
  }
  const { configuration, secretProperties: marked = [] } = judged.read;
  const secrets: ReadonlySet<string> = new Set([
    ...secretProperties(configuration),
    ...marked,
    // What is live and as expected has the secret in it.
    ...(judged.gate?.secretProperties ?? []),
  ]);
  // An output for each value that is none would cost more than all the rest of it.
  return Object.fromEntries(
    recordedProperties.map((key) => [key, secrets.has(key) ? pulumi.secret(configuration[key]) : configuration[key]]),
  );
}
