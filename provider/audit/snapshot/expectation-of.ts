// Tested by test/audit/snapshot.test.ts
import { isDeepStrictEqual } from "node:util";
import { readExpectation } from "../../expectation/compile-expectation";
import type { ServiceWebhookExpectation } from "../../expectation/service-webhook-expectation";
import { defaultPorts, readUrl } from "../../url/readable-url";
import { isSecretUrl } from "../../url/secret-url";
import { judge } from "../../verdict/judge";
import type { SecretTexts } from "../judging/secret-texts";
import type { WebhookValues } from "../webhook-values";

/** How much of what is live is demanded: all of it; or of URLs the protocol and the host, and the events. */
export type SnapshotDetail = "exact" | "hosts";

/** A live configuration, and the parts of it that must not be written. */
export interface LiveSettings {
  readonly values: WebhookValues;
  /** The properties that a stack recorded as secret. */
  readonly recordedAsSecret: ReadonlySet<string>;
  /** Texts that must be nowhere. */
  readonly secrets: SecretTexts;
}

type Demanded = "preWebhookUrl" | "postWebhookUrl" | "method" | "filters";

/** A service's live configuration as an expectation that holds. */
export interface ExpectationOfLive {
  readonly expectation: ServiceWebhookExpectation;
  /** Why a property is not demanded exactly, by property. */
  readonly remarks: ReadonlyMap<string, string>;
}

/** The strictest expectation that holds for a service as it is now, and has no secret in it. */
export function expectationOfLive(live: LiveSettings, detail: SnapshotDetail): ExpectationOfLive {
  const { values } = live;
  const candidates: Readonly<Partial<Record<Demanded, readonly unknown[]>>> = {
    preWebhookUrl: urlCandidates(values.preWebhookUrl, isWhollySecret("preWebhookUrl", live), detail),
    postWebhookUrl: urlCandidates(values.postWebhookUrl, isWhollySecret("postWebhookUrl", live), detail),
    ...(detail === "exact" ? { method: live.recordedAsSecret.has("method") ? [] : [values.method] } : {}),
    filters: live.recordedAsSecret.has("filters") ? [] : [values.filters],
  };
  const expectation: Record<string, unknown> = {};
  const remarks = new Map<string, string>();
  for (const [property, choices] of Object.entries(candidates)) {
    const chosen = choices.findIndex((value) => isWritable({ [property]: value }, live));
    if (chosen >= 0) {
      expectation[property] = choices[chosen];
    }
    const remark = remarkOn(values[property as Demanded], choices[chosen], live, property, detail);
    if (remark !== undefined) {
      remarks.set(property, remark);
    }
  }
  return { expectation, remarks };
}

/** Whether a URL must not be written in part either: what makes it a secret is unknown. */
function isWhollySecret(property: "preWebhookUrl" | "postWebhookUrl", live: LiveSettings): boolean {
  const url = live.values[property] ?? "";
  return live.recordedAsSecret.has(property) || (!isSecretUrl(url) && live.secrets.isIn(url));
}

/** Whether an expectation is valid, holds, and has no secret in it: whatever is written was judged like any other before. */
function isWritable(expectation: unknown, { values, secrets }: LiveSettings): boolean {
  const reading = readExpectation(expectation);
  return (
    "compiled" in reading &&
    judge(values, reading.compiled).outcome === "holds" &&
    isDeepStrictEqual(secrets.redactedValue(expectation), expectation)
  );
}

/** Expectations of a URL, the strictest first. The last one holds for any that is set. */
function urlCandidates(url: string | null, isWholeSecret: boolean, detail: SnapshotDetail): readonly unknown[] {
  if (url === null) {
    return [null];
  }
  const reading = readUrl(url);
  const isExact = detail === "exact" && !isWholeSecret && !isSecretUrl(url);
  if (isWholeSecret || !reading.isReadable) {
    return [...(isExact ? [url] : []), { set: true }];
  }
  const { protocol, port, path } = reading;
  const host = port === defaultPorts[protocol] ? reading.host : `${reading.host}:${port}`;
  return [
    ...(isExact ? [url] : []),
    // A path parameter may be the very secret.
    ...(detail === "exact" && !path.includes(";") ? [{ protocol, host, path }] : []),
    { protocol, host },
    { set: true },
  ];
}

function remarkOn(
  live: unknown,
  chosen: unknown,
  { recordedAsSecret, secrets }: LiveSettings,
  property: string,
  detail: SnapshotDetail,
): string | undefined {
  const isUrl = typeof live === "string" && property !== "method";
  const isSecret =
    recordedAsSecret.has(property) ||
    (isUrl && isSecretUrl(live)) ||
    !isDeepStrictEqual(secrets.redactedValue(live), live);
  if (chosen === undefined) {
    return "secret, and left out";
  }
  if (!isUrl || chosen === live || (detail === "hosts" && !("set" in (chosen as object)))) {
    return undefined;
  }
  return isSecret ? "secret, and so not demanded as it is" : "no URL that can be demanded as it is";
}
