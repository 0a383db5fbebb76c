// Tested by test/audit/reach.test.ts
import type { ReachNetwork } from "../../reach/look-at-server";
import { SeenServers } from "../../reach/seen-servers";
import { isPublicAddress } from "../../url/hosts/address-kind";
import type { AuditEvidence } from "../audit-evidence";
import type { AuditPlan } from "../audit-plan";
import type { LiveAccount } from "../live/live-account";
import { webhookUses, type WebhookUse } from "./webhook-uses";

const subject = "reach";

/**
 * Looks at the hosts of the webhooks that were read, and says what could not be seen. An abort rejects with the signal's
 * reason, and leaves what was seen by then.
 */
export async function lookAtHosts(
  plan: AuditPlan,
  accounts: readonly LiveAccount[],
  evidence: AuditEvidence,
  network: ReachNetwork,
): Promise<void> {
  const servers = new SeenServers();
  evidence.servers = servers;
  const uses = webhookUses(evidence, accounts, plan);
  const urls = new Set(uses.map(({ url }) => url));
  await servers.lookAt(
    urls,
    isPublicAddress,
    { signal: plan.signal, onProgress: (done, total) => plan.onProgress({ phase: "hosts", done, total }) },
    network,
  );
  if (urls.size === 0) {
    const why =
      plan.rules === "off" ? "rules are off" : "no webhook that was read leads to a host which rules want looked at";
    evidence.warning(subject, `no host was looked at: ${why}`);
    return;
  }
  noteProxy(plan, evidence);
  noteUnknown(uses, servers, evidence);
}

function noteProxy({ environment }: AuditPlan, evidence: AuditEvidence): void {
  const variable = ["https_proxy", "HTTPS_PROXY"].find((name) => environment[name]?.trim());
  if (variable !== undefined) {
    evidence.warning(subject, `hosts were looked at directly, and not through the proxy of ${variable}`);
  }
}

/** Says of which hosts nothing is known. If that is so of all of them, what was asked for was not done. */
function noteUnknown(uses: readonly WebhookUse[], servers: SeenServers, evidence: AuditEvidence): void {
  const byReason = new Map<string, Set<string>>();
  for (const { url, shown } of uses) {
    const seen = servers.of(url);
    if (seen?.kind === "unknown") {
      byReason.set(seen.because, (byReason.get(seen.because) ?? new Set()).add(shown));
    }
  }
  const isAll = servers.all.every(({ kind }) => kind === "unknown");
  for (const [because, hosts] of byReason) {
    const message = `not judged, because the look has failed (${because}): ${listed([...hosts])}`;
    if (isAll) {
      evidence.problem(subject, message);
    } else {
      evidence.warning(subject, message);
    }
  }
}

const most = 20;

function listed(hosts: readonly string[]): string {
  const more = hosts.length - most;
  return [...[...hosts].sort().slice(0, most), ...(more > 0 ? [`${more.toLocaleString("en-US")} more`] : [])].join(
    ", ",
  );
}
