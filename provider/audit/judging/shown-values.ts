// Tested by test/audit/shown-secrets.test.ts
import { secretProperties } from "../../result/secret-properties";
import { secretPlaceholder } from "../../text/secret-placeholder";
import type { ShownValues } from "../audit-report";
import type { SecretTexts } from "./secret-texts";

/** The values, with `[secret]` for those that are hidden and not null. */
export function shownValues<Values extends object>(
  values: Values,
  hidden: ReadonlySet<string>,
  secrets: SecretTexts,
): ShownValues<Values> {
  const entries = Object.entries(values) as [string, unknown][];
  const shown = entries.map(([key, value]) => [
    key,
    hidden.has(key) && value !== null ? secretPlaceholder : secrets.redactedValue(value),
  ]);
  // No copy if all is shown: a report may have tens of thousands of these.
  return entries.every(([, value], index) => shown[index]?.[1] === value)
    ? values
    : (Object.fromEntries(shown) as ShownValues<Values>);
}

interface Urls {
  readonly preWebhookUrl: string | null;
  readonly postWebhookUrl: string | null;
}

/** The properties that must not be shown: those recorded as a secret, and URLs that carry a credential. */
export function hiddenIn(
  configurations: readonly (Urls | null | undefined)[],
  recordedAsSecret: Iterable<string> = [],
): ReadonlySet<string> {
  return new Set([
    ...recordedAsSecret,
    // A credential that was there and is not any more may still be in use elsewhere; the other way about likewise.
    ...configurations.flatMap((urls) => (urls == null ? [] : [...secretProperties(urls)])),
  ]);
}
