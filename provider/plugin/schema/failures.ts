// Tested by test/plugin/schema.test.ts

const refused =
  "credentials are missing, half there or cannot be right; Twilio refuses them (401, 403), or still answers 429 or 5xx after all attempts; Twilio cannot be reached, or does not answer before the deadline; the answer is not as documented";

/** When a read of a service fails, for descriptions: each failure is one message that says what can be done. */
export const serviceReadFailures = `\`chatServiceSid\` is not the SID of a Conversations service; ${refused}; the account has no such service (404)`;

/** When a read of the account's own settings fails. */
export const accountReadFailures = refused;

/** A sentence for a description that says what makes a call fail. */
export function failsIf(failures: string): string {
  return `It fails, with one message that says what to do, if one of these holds: ${failures}.`;
}
