// Tested by test/request/faults/statuses.test.ts
import { environmentSuffix } from "../../credentials/account-name";
import { NetworkError } from "../../errors/network-error";
import { RequestTimeoutError } from "../../errors/request-timeout-error";
import type { TwilioConversationsError } from "../../errors/twilio-conversations-error";
import type { RefusedCredentials } from "../../response/api-error-steps";
import { toApiError } from "../../response/api-error";
import { answerFormatError } from "../../response/format-error";
import type { Failure } from "./failure";
import { describeFailure } from "./describe-failure";
import type { RequestSettings } from "../request-settings";
import { networkFaults } from "../retry/retryable";
import type { RetryDecision } from "../retry/retry-policy";

/** The facts that the user's error states besides the failure itself. */
export interface ReadSituation {
  readonly subject: string;
  /** The named account; undefined for the default one. */
  readonly account: string | undefined;
  /** The name by which one sets a limit of the account's reads: `twilio:deadline`. */
  readonly settingName: (limit: "attemptTimeout" | "deadline") => string;
  readonly apiHost: string;
  /** The credentials that are used; undefined if nobody knows. */
  readonly credentials?: RefusedCredentials | undefined;
  /** The proxy on the way there, where there is one. */
  readonly proxyHost: string | undefined;
  readonly settings: RequestSettings;
  /** How many attempts were made. */
  readonly attempt: number;
  /** The failure of the attempt before, in words. */
  readonly before: string | undefined;
  /** Takes credentials out of what the server said. */
  readonly redact: (text: string) => string;
}

type GivenUp = Extract<RetryDecision, { readonly retry: false }>;

/** The error that a read ends with. */
export function failureError(failure: Failure, decision: GivenUp, situation: ReadSituation): TwilioConversationsError {
  const { subject, attempt, settings, apiHost } = situation;
  const givenUp = givenUpLines(decision, situation);
  const ordinal = attempt > 1 ? ` in attempt ${attempt} of ${settings.maxAttempts}` : "";
  const words = describeFailure(failure, apiHost);
  const summary = `${subject} could not be read: ${words}`;
  switch (failure.kind) {
    case "status":
      return toApiError(failure.answer, subject, {
        ordinal,
        givenUp,
        credentials: situation.credentials,
        redact: situation.redact,
      });
    case "network": {
      const steps = networkFaults[failure.code ?? ""]?.steps ?? [];
      return new NetworkError(failure.peer.host, failure.code, summary + ordinal, [
        ...givenUp,
        ...steps,
        ...wayThere(situation),
      ]);
    }
    case "proxyStatus":
      return new NetworkError(failure.peer.host, undefined, summary + ordinal, [...givenUp, ...wayThere(situation)]);
    case "timeout":
      return timeoutError(
        failure.limit,
        `${summary} of ${settings[failure.limit]} seconds${ordinal}`,
        givenUp,
        // The same once more says nothing new.
        situation.before === words ? { ...situation, before: undefined } : situation,
      );
    case "format":
      return answerFormatError(subject, failure.got, failure.requestId);
  }
}

/** The error of a read that waited for its slot until the deadline. */
export function slotTimeoutError(situation: ReadSituation): RequestTimeoutError {
  const { subject, attempt, settings } = situation;
  const what =
    attempt === 0
      ? `no other read was answered for ${settings.deadline} seconds, and this one waited behind them`
      : `the deadline of ${settings.deadline} seconds passed while it waited to be sent again`;
  return timeoutError("deadline", `${subject} could not be read: ${what}`, [], situation);
}

function wayThere({ proxyHost }: ReadSituation): readonly string[] {
  return proxyHost === undefined
    ? []
    : [`Requests go through the proxy ${proxyHost}, set by HTTPS_PROXY; NO_PROXY lists the hosts that need none.`];
}

function timeoutError(
  limit: "attemptTimeout" | "deadline",
  summary: string,
  givenUp: readonly string[],
  situation: ReadSituation,
): RequestTimeoutError {
  const { account, settingName, settings, before } = situation;
  const variables = { attemptTimeout: "TWILIO_ATTEMPT_TIMEOUT", deadline: "TWILIO_DEADLINE" };
  const variable = `${variables[limit]}${environmentSuffix(account)}`;
  return new RequestTimeoutError(limit, settings[limit], summary, [
    ...(before === undefined ? [] : [`Before that, ${before}.`]),
    ...givenUp,
    ...wayThere(situation),
    `The limit is the setting ${settingName(limit)} (${variable}), in seconds.`,
  ]);
}

function givenUpLines(decision: GivenUp, { settings, settingName }: ReadSituation): readonly string[] {
  if (decision.because !== "deadline") {
    return [];
  }
  const deadline = `the deadline of ${settings.deadline} seconds (${settingName("deadline")})`;
  if (!decision.asked) {
    return [`Not retried: too little is left of ${deadline}.`];
  }
  const wait = `${Math.ceil(decision.wait)} seconds`;
  return [`Not retried: the server asks to wait ${wait}, which is longer than ${deadline} allows.`];
}
