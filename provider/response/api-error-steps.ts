// Tested by test/response/api-error.test.ts
/** Remedies for a status, by Twilio's meaning of it. */
const steps: Readonly<Record<number, readonly string[]>> = {
  401: ["Check the credentials: an auth token that was rotated, or an API key that was revoked, no longer works."],
  403: [
    "These credentials do not have permission to read this: check the API key's permissions, and that the account is active.",
  ],
  404: [
    "Does this service belong to the account of these credentials, in this region?",
    "Twilio gives the same answer for a wrong host or path: if a base URL is configured, check it.",
  ],
  429: ["The account has too many requests at once: other programs may be using it at the same time."],
};

const serverSteps: readonly string[] = ["The problem is at Twilio or on the way there: see https://status.twilio.com"];

const regionStep =
  "An API key works in one region only: are the key's region and the region and edge in the settings the same?";

/** The credentials of a request that was refused. */
export interface RefusedCredentials {
  readonly isApiKey: boolean;
  /** A line about them, without the secret. */
  readonly line: string;
}

/** Lines for {@link TwilioApiError.remediationSteps}. */
export function stepsForStatus(status: number, credentials?: RefusedCredentials): readonly string[] {
  const known = steps[status] ?? (status >= 500 ? serverSteps : []);
  return [
    ...known,
    ...(status === 401 && credentials?.isApiKey !== false ? [regionStep] : []),
    // If they are refused, or what is there is not theirs, the question is whose they are.
    ...([401, 403, 404].includes(status) && credentials !== undefined ? [credentials.line] : []),
  ];
}
