// Tested by test/plugin/resource.test.ts
import { compileExpectation } from "../../expectation/compile-expectation";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import { fromPortable } from "../../expectation/portable-expectation";
import { notYetKnown } from "../../expectation/reading/not-yet-known";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { recordedProperties } from "../../recording/recorded-properties";
import type { AccountClient } from "../../request/account-client";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { readWebhookConfiguration } from "../../result/read-webhook-configuration";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import { requireEnforcement, type Enforcement } from "../../verdict/enforcement";
import { decideGate, needsAccount, type Gate, type GateDecision } from "../../verdict/gate-decision";
import { knownRules, type KnownRules } from "../../verdict/known-rules";
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
 * @param recorded the inputs of before, opened
 * @throws every error of this package; an abort rejects with the signal's reason.
 */
export async function check(
  sent: Properties,
  opened: EngineValue,
  recorded: Properties,
  context: CheckContext,
): Promise<CheckOutcome> {
  const inputs = readInputs(opened, recorded);
  const [expectation, rules] = [expectationOf(inputs), rulesOf(inputs)];
  const demands = { expectation, rules, enforcement: enforcementOf(inputs, expectation ?? rules) };
  // What `after` says is done with: in a state it would be a difference at each change of its values.
  const { after: _after, ...given }: Properties = {
    ...sent,
    ...("expect" in sent ? { expect: withSecretUrls(sent["expect"]) } : {}),
  };
  if (inputs.isDeferred) {
    const unknown = Object.fromEntries(recordedProperties.map((key) => [key, unknownValue]));
    return { inputs: { ...unknown, ...given }, failure: null, warning: null };
  }
  const { signal } = context;
  const client = context.client();
  const live = await readServiceWebhookConfiguration(client, inputs.chatServiceSid as string, { signal });
  const secrets = secretsOf(live, inputs, expectation);
  // With ignoreChanges, what is handed on is not what is live: it must be as expected too.
  const handedOn = { ...live, ...inputs.kept } as GetServiceWebhookConfigurationResult;
  const account = [live, handedOn].some((each) => needsAccount(each, demands))
    ? await readWebhookConfiguration(client, { signal })
    : undefined;
  const { failure, warning } = decide({ live, handedOn, account }, secrets, inputs, demands);
  return { inputs: { ...withSecrets({ ...live }, secrets), ...given }, failure, warning };
}

function rulesOf({ rules, secretPathsIn }: ResourceInputs): KnownRules | undefined {
  return rules === undefined ? undefined : knownRules(rules, { secretPaths: secretPathsIn("rules") });
}

function expectationOf({ expect, secretPathsIn }: ResourceInputs): CompiledExpectation | undefined {
  if (expect === undefined) {
    return undefined;
  }
  const { value, secretPaths } = fromPortable({ value: expect, secretPaths: secretPathsIn("expect") });
  return compileExpectation(value, { secretPaths });
}

function enforcementOf({ enforcement }: ResourceInputs, demand: object | undefined): Enforcement {
  // Only in preview is it not known: the update checks again.
  const level = enforcement === notYetKnown ? "advisory" : requireEnforcement(enforcement);
  if (enforcement !== undefined && demand === undefined) {
    throw new InvalidInputError("enforcement", "enforcement has no effect without expect or rules");
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

/** All that there is to judge. */
interface Readings {
  readonly live: GetServiceWebhookConfigurationResult;
  readonly handedOn: GetServiceWebhookConfigurationResult;
  readonly account: GetWebhookConfigurationResult | undefined;
}

function decide(
  { live, handedOn, account }: Readings,
  secrets: ReadonlySet<string>,
  inputs: ResourceInputs,
  demands: Pick<Gate, "expectation" | "rules" | "enforcement">,
): GateDecision {
  const { expectation, rules } = demands;
  if (expectation === undefined && rules === undefined) {
    return { failure: null, warning: null };
  }
  // Only in preview is anything left that is not known.
  const isPreview = [expectation, rules].some((demand) => (demand?.deferred.length ?? 0) > 0);
  const gate = { ...demands, name: "expect", isPreview };
  const known = { isSecret: inputs.isSecret("chatServiceSid"), secretProperties: [...secrets], after: [], account };
  const decision = decideGate({ ...known, configuration: live }, gate);
  const names = Object.keys(inputs.kept);
  if (decision.failure !== null || names.length === 0) {
    return decision;
  }
  return decideGate({ ...known, configuration: handedOn }, gate).failure === null
    ? decision
    : {
        failure: `ignoreChanges keeps a recorded ${names.join(", ")} that is not as expected: take it out of ignoreChanges`,
        warning: null,
      };
}
