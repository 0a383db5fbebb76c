// Tested by test/rules/reach.test.ts
import type { HostReach } from "../reach/host-reach";
import type { LintSubject } from "./lint-subject";
import { nothing, type RuleFinding } from "./rule";
import type { WebhookUrl } from "./webhook-url";

/**
 * A finding for each URL whose server was looked at and seen to be of a kind. A host that its name already shows to be
 * unreachable needs no look.
 */
export function ofReach<Kind extends HostReach["kind"]>(
  { urls, reach }: LintSubject,
  kind: Kind,
  describe: (
    url: WebhookUrl,
    seen: Extract<HostReach, { kind: Kind }>,
    now: Date,
  ) => Pick<RuleFinding, "message" | "remediation"> | undefined,
): readonly RuleFinding[] {
  if (reach === undefined) {
    return nothing;
  }
  return urls.flatMap((url) => {
    const seen = url.hostKind.kind === "unreachable" ? undefined : reach.of(url.text);
    const described = isOfKind(seen, kind) ? describe(url, seen, reach.now) : undefined;
    return described === undefined ? [] : [{ property: url.property, ...described }];
  });
}

function isOfKind<Kind extends HostReach["kind"]>(
  seen: HostReach | undefined,
  kind: Kind,
): seen is Extract<HostReach, { kind: Kind }> {
  return seen?.kind === kind;
}
