// Tested by test/plugin/resource.test.ts
import { compileExpectation } from "../../expectation/compile-expectation";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import { fromPortable } from "../../expectation/portable-expectation";
import { notYetKnown } from "../../expectation/reading/not-yet-known";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { recordedProperties } from "../../recording/recorded-properties";
import type { AccountClient } from "../../request/account-client";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import { requireEnforcement, type Enforcement } from "../../verdict/enforcement";
import { decideGate, type GateDecision } from "../../verdict/gate-decision";
import { unknownValue, withSecrets, type EngineValue } from "../wire/engine-value";
import { readInputs, type ResourceInputs } from "./resource-inputs";
import { withSecretUrls } from "./secret-urls";

type Properties = Readonly<Record<string, unknown>>;

/** The account that a check reads, and the end of it. */
export interface CheckContext {
  client(): AccountClient;
  readonly signal: AbortSignal;
}

/** The inputs to register, or why not. */
export interface CheckOutcome {
  /** Everything that is registered: what was given, and what is live. */
  readonly inputs: Properties;
  /** Why it may not be registered, in words for the user. */
  readonly failure: string | null;
  /** A message for the user, though it goes on. */
  readonly warning: string | null;
}

/**
 * Reads the service, judges it, and gives what is to be recorded. It is the engine that calls this, in preview and in the
 * update, just before it registers the resource: what is judged is what is recorded.
 * @throws every error of this package; an abort rejects with the signal's reason.
 */
export async function check(sent: Properties, opened: EngineValue, context: CheckContext): Promise<CheckOutcome> {
  const inputs = readInputs(opened);
  const expectation = expectationOf(inputs);
  const enforcement = enforcementOf(inputs, expectation);
  // What `after` says is done with: in a state it would be a difference at each change of its values.
  const { after: _after, ...given }: Properties = {
    ...sent,
    ...("expect" in sent ? { expect: withSecretUrls(sent["expect"]) } : {}),
  };
  if (inputs.isDeferred) {
    const unknown = Object.fromEntries(recordedProperties.map((key) => [key, unknownValue]));
    return { inputs: { ...unknown, ...given }, failure: null, warning: null };
  }
  const live = await readServiceWebhookConfiguration(context.client(), inputs.chatServiceSid as string, {
    signal: context.signal,
  });
  const secrets = secretsOf(live, inputs, expectation);
  const { failure, warning } = decide(live, secrets, inputs, expectation, enforcement);
  return { inputs: { ...withSecrets({ ...live }, secrets), ...given }, failure, warning };
}

function expectationOf({ expect, expectSecretPaths }: ResourceInputs): CompiledExpectation | undefined {
  if (expect === undefined) {
    return undefined;
  }
  const { value, secretPaths } = fromPortable({ value: expect, secretPaths: expectSecretPaths });
  return compileExpectation(value, { secretPaths });
}

function enforcementOf({ enforcement }: ResourceInputs, expectation: CompiledExpectation | undefined): Enforcement {
  // Only in preview is it not known: the update checks again.
  const level = enforcement === notYetKnown ? "advisory" : requireEnforcement(enforcement);
  if (enforcement !== undefined && expectation === undefined) {
    throw new InvalidInputError("enforcement", "enforcement has no effect without expect");
  }
  return level;
}

/** The properties whose value must not be shown. */
function secretsOf(
  live: GetServiceWebhookConfigurationResult,
  inputs: ResourceInputs,
  expectation: CompiledExpectation | undefined,
): ReadonlySet<string> {
  return inputs.isSecret("chatServiceSid")
    ? new Set(Object.keys(live))
    : // What is live and as expected has the secret in it.
      new Set([...secretProperties(live), ...(expectation?.secretProperties ?? [])]);
}

function decide(
  live: GetServiceWebhookConfigurationResult,
  secrets: ReadonlySet<string>,
  inputs: ResourceInputs,
  expectation: CompiledExpectation | undefined,
  enforcement: Enforcement,
): GateDecision {
  if (expectation === undefined) {
    return { failure: null, warning: null };
  }
  // Only in preview is anything left that is not known.
  const gate = { expectation, enforcement, name: "expect", isPreview: expectation.deferred.length > 0 };
  const known = { isSecret: inputs.isSecret("chatServiceSid"), secretProperties: [...secrets], after: [] };
  const decision = decideGate({ ...known, configuration: live }, gate);
  const names = Object.keys(inputs.kept);
  if (decision.failure !== null || names.length === 0) {
    return decision;
  }
  // With ignoreChanges, what is handed on is not what is live: it must be as expected too.
  const handedOn = { ...live, ...inputs.kept } as GetServiceWebhookConfigurationResult;
  return decideGate({ ...known, configuration: handedOn }, gate).failure === null
    ? decision
    : {
        failure: `ignoreChanges keeps a recorded ${names.join(", ")} that is not as expected: take it out of ignoreChanges`,
        warning: null,
      };
}
