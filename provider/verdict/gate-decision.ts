import type { CompiledExpectation } from "../expectation/compiled-expectation";
import { secretPlaceholder } from "../text/secret-placeholder";
import { printableText } from "../text/printable";
import type { Enforcement } from "./enforcement";
import { judge, type JudgedConfiguration, type Verdict } from "./judge";
import type { Violation } from "./violation";
import { violationMessage, type ViolationContext } from "./violation-report";

/** The outcome of a gate: at most one of failure and warning is not null. */
export interface GateDecision {
  /** Why the deployment must not go on. */
  readonly failure: string | null;
  /** A warning for a person, though the deployment goes on. */
  readonly warning: string | null;
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
  /** Whether the whole of it is secret. */
  readonly isSecret: boolean;
  /** The properties that the program marked as secret. */
  readonly secretProperties?: readonly string[];
  /** The names of the resources that are done before it is read. */
  readonly after: readonly string[];
}

/** The expectation of a gate, and how strictly it is enforced. */
export interface Gate extends Pick<EnforcementContext, "enforcement" | "isPreview"> {
  readonly expectation: CompiledExpectation;
  /** The name of the expectation in messages. */
  readonly name: string;
}

/** Judges a live configuration, and decides what the verdict leads to. */
export function decideGate(
  { configuration, isSecret, secretProperties = [], after }: LiveReading,
  { expectation, name, enforcement, isPreview }: Gate,
): GateDecision & { readonly violations: readonly Violation[] } {
  const hidden = new Set(isSecret ? Object.keys(configuration) : secretProperties);
  const verdict = judge(configuration, expectation, { secretProperties: hidden });
  const decision = enforce(verdict, {
    enforcement,
    isPreview,
    after,
    chatServiceSid: isSecret ? secretPlaceholder : configuration.chatServiceSid,
    expectationName: name,
  });
  return { ...decision, violations: verdict.violations };
}

/**
 * Decides what a verdict leads to. In a preview, what the gate depends on has not run yet and may be what puts the
 * webhook right: there a violation only warns. In an update nothing may be left unjudged.
 */
export function enforce(verdict: Verdict, context: EnforcementContext): GateDecision {
  const { enforcement, isPreview, after } = context;
  const isLeftUnjudged = !isPreview && verdict.deferred.length > 0;
  if (enforcement === "disabled" || (verdict.violations.length === 0 && !isLeftUnjudged)) {
    return { failure: null, warning: null };
  }
  const message =
    isLeftUnjudged && verdict.violations.length === 0
      ? `the webhook configuration could not be judged: ${verdict.deferred.join(", ")} is not known in the update`
      : violationMessage(verdict.violations, { ...context, deferred: verdict.deferred });
  if (enforcement === "advisory") {
    return { failure: null, warning: message };
  }
  if (isPreview && after.length > 0) {
    const names = after.map(printableText).join(", ");
    return {
      failure: null,
      warning: `${message}\n  It is checked again in the update, after ${names}, and stops the update if it is still violated.`,
    };
  }
  return { failure: message, warning: null };
}
