import type { CompiledExpectation } from "../expectation/compiled-expectation";
import { hasOwnSettings, type AccountWebhookSettings } from "../delivery/webhook-settings";
import type { Finding, RuleId, RuleSeverity } from "../rules/finding";
import { findingsMessage } from "../rules/findings-message";
import { lintService } from "../rules/lint";
import { secretPlaceholder } from "../text/secret-placeholder";
import { printableText } from "../text/printable";
import type { Enforcement } from "./enforcement";
import { hasSecret } from "./has-secret";
import { judge, type JudgedConfiguration, type Verdict } from "./judge";
import type { KnownRules } from "./known-rules";
import type { Violation } from "./violation";
import { violationMessage, type ViolationContext } from "./violation-report";

/** The outcome of a gate. */
export interface GateDecision {
  /** Why the deployment must not go on; null if it may. */
  readonly failure: string | null;
  /** A warning for a person, whether or not the deployment goes on. */
  readonly warning: string | null;
}

/** Findings, and the name of the rules that found them. */
export interface FoundByRules {
  readonly findings: readonly Finding[];
  readonly rulesName: string;
}

/** The circumstances in which a verdict is enforced. */
export interface EnforcementContext extends Omit<ViolationContext, "deferred"> {
  readonly enforcement: Enforcement;
  readonly isPreview: boolean;
  /** The names of the resources that the gate explicitly depends on. */
  readonly after: readonly string[];
}

/** A live configuration, with what is known about it. */
export interface LiveReading {
  readonly configuration: JudgedConfiguration & { readonly chatServiceSid: string };
  /**
   * The named account that it was read with, if its name may be shown.
   * @default the default account, which has no name
   */
  readonly accountName?: string | undefined;
  /** Whether the whole of it is secret. */
  readonly isSecret: boolean;
  /** The properties that the program marked as secret. */
  readonly secretProperties?: readonly string[];
  /** The names of the resources that are done before it is read. */
  readonly after: readonly string[];
  /** The settings of the service's account. @default not known */
  readonly account?: AccountWebhookSettings | undefined;
}

/** The demands of a gate, and how strictly they are enforced. */
export interface Gate extends Pick<EnforcementContext, "enforcement" | "isPreview"> {
  /** Undefined if nothing is expected. */
  readonly expectation: CompiledExpectation | undefined;
  /** The name of the expectation in messages. */
  readonly name: string;
  /** @default no rules apply */
  readonly rules?: KnownRules | undefined;
}

/** Whether the verdict depends on the settings of the service's account. */
export function needsAccount(
  configuration: JudgedConfiguration,
  { expectation, rules, enforcement }: Pick<Gate, "expectation" | "rules" | "enforcement">,
): boolean {
  const isOwn = hasOwnSettings(configuration);
  const rule: RuleId = isOwn ? "shadowed-account" : "nothing-configured";
  const isHeard = rules?.compiled.rules.some(([{ id }, severity]) => id === rule && severity !== "note") ?? false;
  return enforcement !== "disabled" && ((!isOwn && expectation?.delivers !== undefined) || isHeard);
}

const holds: Verdict = { outcome: "holds", violations: [], deferred: [] };

/** Judges a live configuration, and decides what the verdict leads to. */
export function decideGate(
  reading: LiveReading,
  { expectation, name, rules, enforcement, isPreview }: Gate,
): GateDecision & { readonly violations: readonly Violation[]; readonly findings: readonly Finding[] } {
  const { configuration, isSecret, secretProperties = [], after, account, accountName } = reading;
  const hidden = new Set(isSecret ? Object.keys(configuration) : secretProperties);
  const verdict =
    expectation === undefined ? holds : judge(configuration, expectation, { secretProperties: hidden, account });
  const chatServiceSid = isSecret ? secretPlaceholder : configuration.chatServiceSid;
  const findings =
    rules === undefined
      ? []
      : lintService({ ...configuration, chatServiceSid }, rules.compiled, {
          account,
          secretProperties: new Set([...hidden, ...secretBy(expectation, configuration)]),
        });
  const decision = enforce(
    { ...verdict, deferred: [...verdict.deferred, ...(rules?.deferred ?? [])] },
    { enforcement, isPreview, after, chatServiceSid, accountName, expectationName: name },
    { findings, rulesName: rules?.name ?? "rules" },
  );
  return { ...decision, violations: verdict.violations, findings };
}

/** The properties in which a secret of the expectation may stand: what is live and as expected has it in it. */
function secretBy(expectation: CompiledExpectation | undefined, configuration: JudgedConfiguration): readonly string[] {
  if (expectation === undefined) {
    return [];
  }
  const { secretProperties, secretTexts } = expectation;
  const { preWebhookUrl, postWebhookUrl, filters } = configuration;
  const withSecret = Object.entries({ preWebhookUrl, postWebhookUrl, filters }).filter(([, value]) =>
    hasSecret(value, secretTexts),
  );
  return [...secretProperties, ...withSecret.map(([property]) => property)];
}

/**
 * Decides what a verdict and findings lead to: a finding of the severity "error" is a violation, a "warning" warns however
 * strictly the gate is enforced, a "note" leads to nothing.
 *
 * In a preview, what the gate depends on has not run yet and may be what puts the webhook right: there a violation only
 * warns. In an update nothing may be left unjudged.
 */
export function enforce(
  verdict: Verdict,
  context: EnforcementContext,
  { findings, rulesName }: FoundByRules = { findings: [], rulesName: "rules" },
): GateDecision {
  const { enforcement, isPreview, after, chatServiceSid, accountName } = context;
  if (enforcement === "disabled") {
    return { failure: null, warning: null };
  }
  const of = (severity: RuleSeverity): readonly string[] => {
    const those = findings.filter((finding) => finding.severity === severity);
    return those.length === 0 ? [] : [findingsMessage(those, { chatServiceSid, accountName, rulesName })];
  };
  const mild = of("warning");
  const grave = [...violated(verdict, context), ...of("error")];
  if (grave.length === 0 && !isPreview && verdict.deferred.length > 0) {
    grave.push(
      `the webhook configuration could not be judged: ${verdict.deferred.join(", ")} is not known in the update`,
    );
  }
  if (grave.length === 0 || enforcement === "advisory") {
    return { failure: null, warning: inOne([...grave, ...mild]) };
  }
  if (isPreview && after.length > 0) {
    const names = after.map(printableText).join(", ");
    const again = `  It is checked again in the update, after ${names}, and stops the update if it is still violated.`;
    return { failure: null, warning: inOne([...grave, again, ...mild]) };
  }
  return { failure: inOne(grave), warning: inOne(mild) };
}

function violated({ violations, deferred }: Verdict, context: EnforcementContext): readonly string[] {
  return violations.length === 0 ? [] : [violationMessage(violations, { ...context, deferred })];
}

function inOne(messages: readonly string[]): string | null {
  return messages.length === 0 ? null : messages.join("\n");
}
