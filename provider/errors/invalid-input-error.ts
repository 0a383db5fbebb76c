import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";

/**
 * An argument that cannot be right, such as a service SID of the wrong shape. No request was made.
 * @example
 * if (error instanceof InvalidInputError) {
 *   console.error(error.argument); // expect.postWebhookUrl.host
 * }
 */
export class InvalidInputError extends TwilioConversationsError {
  /** The argument's name, a path if it is nested: `chatServiceSid`, `expect.postWebhookUrl.host`. */
  readonly argument: string;

  constructor(argument: string, summary: string, remediationSteps: readonly string[] = []) {
    super(summary, remediationSteps);
    this.argument = argument;
  }
}
brand(InvalidInputError, "InvalidInputError");

/**
 * Whether `error` is an {@link InvalidInputError}.
 * @example
 * if (isInvalidInputError(error)) {
 *   console.error(error.argument);
 * }
 */
export function isInvalidInputError(error: unknown): error is InvalidInputError {
  return isBranded(error, "InvalidInputError");
}
