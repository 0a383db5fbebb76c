import { InvalidInputError } from "../errors/invalid-input-error";
import { printableText } from "../text/printable";
import type { Verdict } from "./judge";
import { violationMessage, type ReportContext } from "./violation-report";

/**
 * What a violation leads to: `mandatory` stops preview and update, `advisory` warns, `disabled` does neither.
 *
 * It is about violations only: a configuration that could not be read, or an expectation that is not valid, always stops.
 * @example
 * const enforcement = new pulumi.Config().get<Enforcement>("webhookEnforcement") ?? "mandatory";
 */
export type Enforcement = "mandatory" | "advisory" | "disabled";

/** When a verdict is enforced. */
export interface EnforcementContext extends Omit<ReportContext, "deferred"> {
  readonly enforcement: Enforcement;
  readonly isPreview: boolean;
  /** The names of the resources that the gate explicitly depends on. */
  readonly after: readonly string[];
}

/** What an enforced verdict comes to: at most one of failure and warning is not null. */
export interface Ruling {
  /** Why the deployment must not go on. */
  readonly failure: string | null;
  /** What a person should know, though it goes on. */
  readonly warning: string | null;
}

const levels: ReadonlySet<unknown> = new Set<Enforcement>(["mandatory", "advisory", "disabled"]);

/**
 * Gives an enforcement level back; `mandatory` where none is given.
 * @throws {InvalidInputError} for anything else.
 */
export function requireEnforcement(value: unknown, argument = "enforcement"): Enforcement {
  if (value === undefined || levels.has(value)) {
    return (value ?? "mandatory") as Enforcement;
  }
  throw new InvalidInputError(argument, `${argument} must be "mandatory", "advisory" or "disabled"`);
}

/**
 * Decides what a verdict leads to. In a preview, what the gate depends on has not run yet and may be what puts the
 * webhook right: there a violation only warns. In an update nothing may be left unjudged.
 */
export function enforce(verdict: Verdict, context: EnforcementContext): Ruling {
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
      warning: `${message}\n  This is checked again in the update, after ${names}, and stops it then.`,
    };
  }
  return { failure: message, warning: null };
}
