import { brand, isBranded } from "./branding";

/**
 * The part that all errors of this package have in common: a message of a few lines, made for a terminal.
 *
 * The stack is the message alone. Pulumi prints the stack of an error that nobody handles, and there the frames of
 * this package would only hide the line that says what to do.
 * @example
 * const lines = (error: TwilioConversationsError) => [error.summary, ...error.remediationSteps];
 */
export abstract class TwilioConversationsError extends Error {
  /** The failure in one sentence. */
  readonly summary: string;
  /** Remedies for the reader, a line each; empty if there is nothing to say. */
  readonly remediationSteps: readonly string[];

  protected constructor(summary: string, remediationSteps: readonly string[] = []) {
    super([summary, ...remediationSteps.map((step) => `  ${step}`)].join("\n"));
    this.summary = summary;
    this.remediationSteps = remediationSteps;
    // The message holds both already: as own enumerable properties they would be printed a second time.
    for (const key of ["summary", "remediationSteps"]) {
      Object.defineProperty(this, key, { enumerable: false });
    }
    Object.defineProperty(this, "stack", {
      value: `${this.name}: ${this.message}`,
      configurable: true,
      writable: true,
    });
  }

  /** The result of `JSON.stringify`: name, message and the documented properties, and nothing that hangs on them. */
  toJSON(): Record<string, unknown> {
    return Object.assign({ name: this.name, message: this.message }, Object.fromEntries(Object.entries(this)));
  }
}
brand(TwilioConversationsError, "TwilioConversationsError");

/**
 * Whether `error` is any error of this package.
 * @example
 * if (!isTwilioConversationsError(error)) {
 *   throw error;
 * }
 */
export function isTwilioConversationsError(error: unknown): error is TwilioConversationsError {
  return isBranded(error, "TwilioConversationsError");
}
