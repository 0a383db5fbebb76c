import type { HostKind } from "../url/hosts/host-kind";
import type { LintSubject } from "./lint-subject";
import { nothing, type RuleFinding } from "./rule";
import type { WebhookUrl } from "./webhook-url";

type Described = Pick<RuleFinding, "message" | "remediation">;

/** A finding for each URL of which there is something to say. */
export function ofUrls(
  { urls }: LintSubject,
  isFound: (url: WebhookUrl) => boolean,
  describe: (url: WebhookUrl) => Described,
): readonly RuleFinding[] {
  return urls.some(isFound)
    ? urls.filter(isFound).map((url) => ({ property: url.property, ...describe(url) }))
    : nothing;
}

/** A finding for each URL whose host is of a kind. */
export function ofHosts<Kind extends HostKind["kind"]>(
  { urls }: LintSubject,
  kind: Kind,
  describe: (url: WebhookUrl, host: Extract<HostKind, { kind: Kind }>) => Described,
): readonly RuleFinding[] {
  if (!urls.some(({ hostKind }) => hostKind.kind === kind)) {
    return nothing;
  }
  return urls.flatMap((url) =>
    isOfKind(url.hostKind, kind) ? [{ property: url.property, ...describe(url, url.hostKind) }] : [],
  );
}

function isOfKind<Kind extends HostKind["kind"]>(
  host: HostKind,
  kind: Kind,
): host is Extract<HostKind, { kind: Kind }> {
  return host.kind === kind;
}
