// Tested by test/audit/reach.test.ts
import { usesReach } from "../../rules/reach-rules";
import { hostKind } from "../../url/hosts/host-kind";
import { serverOf } from "../../reach/seen-servers";
import { accountLabel } from "../account-label";
import type { AuditEvidence } from "../audit-evidence";
import type { AuditPlan } from "../audit-plan";
import { hiddenProperties } from "../judging/judge-service";
import { serviceFacts } from "../judging/service-facts";
import { hiddenIn } from "../judging/shown-values";
import type { LiveAccount } from "../live/live-account";
import { ServiceRules } from "../rules/file-rules";

/** A live webhook URL of which rules want to know where it leads. */
export interface WebhookUse {
  readonly url: string;
  /** Its host for messages; of a URL that is secret, whose it is. */
  readonly shown: string;
}

interface Urls {
  readonly preWebhookUrl: string | null;
  readonly postWebhookUrl: string | null;
}

/** The URLs of the services that were read and of the accounts' own configurations. */
export function webhookUses(
  evidence: AuditEvidence,
  accounts: readonly LiveAccount[],
  plan: AuditPlan,
): readonly WebhookUse[] {
  const rules = new ServiceRules(plan.rules, evidence.expectations.rules);
  const ofServices = serviceFacts(evidence, plan).facts.flatMap((facts) => {
    const { chatServiceSid: sid, friendlyName, live } = facts;
    return live.kind === "read" && usesReach(rules.of(sid, friendlyName))
      ? usesOf(live.values, plan.showSecrets ? new Set() : hiddenProperties(facts), `service ${sid}`)
      : [];
  });
  const ofAccounts = accounts.flatMap(({ name, accountLevel }) =>
    accountLevel !== undefined && usesReach(rules.general)
      ? usesOf(accountLevel, plan.showSecrets ? new Set() : hiddenIn([accountLevel]), accountLabel(name))
      : [],
  );
  return [...ofServices, ...ofAccounts];
}

function usesOf(urls: Urls, hidden: ReadonlySet<string>, owner: string): readonly WebhookUse[] {
  return (["preWebhookUrl", "postWebhookUrl"] as const).flatMap((property) => {
    const url = urls[property];
    const server = url === null ? undefined : serverOf(url);
    if (url === null || server === undefined) {
      return [];
    }
    const host = server.hostname.includes(":") ? `[${server.hostname}]` : server.hostname;
    // Its name says all.
    if (hostKind(host).kind === "unreachable") {
      return [];
    }
    const port = server.port === (server.secure ? 443 : 80) ? "" : `:${server.port}`;
    return [{ url, shown: hidden.has(property) ? `the host of ${property} of ${owner}` : `${host}${port}` }];
  });
}
