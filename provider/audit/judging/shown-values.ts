import { secretPlaceholder } from "../../text/secret-placeholder";
import { secretProperties } from "../../result/secret-properties";
import type { AuditedService, ShownValues } from "../audit-report";

interface Urls {
  readonly preWebhookUrl: string | null;
  readonly postWebhookUrl: string | null;
}

/** What of a configuration must not be shown: what was recorded as a secret, and URLs that carry a credential. */
export function hiddenProperties(
  configurations: readonly (Urls | null | undefined)[],
  recordedAsSecret: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  return new Set([
    ...recordedAsSecret,
    // A credential that was there and is not any more may still be in use elsewhere; the other way about likewise.
    ...configurations.flatMap((urls) => (urls == null ? [] : [...secretProperties(urls)])),
  ]);
}

/** The values, with `[secret]` for those that are hidden and not null. */
export function shownValues<Values extends object>(values: Values, hidden: ReadonlySet<string>): ShownValues<Values> {
  if (hidden.size === 0) {
    // No copy: a report may have tens of thousands of these.
    return values;
  }
  const entries = Object.entries(values) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, hidden.has(key) && value !== null ? secretPlaceholder : value]),
  ) as ShownValues<Values>;
}

/** A service's part of the report without the service's SID, wherever that stands in it. */
export function withoutSid(service: AuditedService, sid: string): AuditedService {
  const conceal = (value: unknown): unknown => {
    if (typeof value === "string") {
      return value.replaceAll(sid, secretPlaceholder);
    }
    if (Array.isArray(value)) {
      return value.map(conceal);
    }
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, conceal(part)]))
      : value;
  };
  return conceal(service) as AuditedService;
}
