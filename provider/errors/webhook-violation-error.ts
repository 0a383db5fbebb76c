import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";
import type { Violation } from "../verdict/violation";

/**
 * A webhook configuration that is not what it was expected to be.
 * @example
 * if (error instanceof WebhookViolationError) {
 *   console.error(error.violations.map(({ property }) => property));
 * }
 */
export class WebhookViolationError extends TwilioConversationsError {
  /** Each condition that is not met. */
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[], summary: string, remediationSteps: readonly string[] = []) {
    super(summary, remediationSteps);
    this.violations = violations;
    // The message says all of it in words; printed a second time, as data, it would bury them.
    Object.defineProperty(this, "violations", { enumerable: false });
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), violations: this.violations };
  }
}
brand(WebhookViolationError, "WebhookViolationError");

/**
 * Whether `error` is a {@link WebhookViolationError}.
 * @example
 * if (isWebhookViolationError(error)) {
 *   console.error(error.violations.length);
 * }
 */
export function isWebhookViolationError(error: unknown): error is WebhookViolationError {
  return isBranded(error, "WebhookViolationError");
}
