// Tested by test/report/html/browser.test.ts
import { locationText } from "../../../audit/file-location";
import {
  isFailingService,
  type Accepted,
  type AuditedService,
  type AuditFinding,
  type AuditReport,
  type AuditViolation,
} from "../../../audit/audit-report";
import { hasOwnSettings } from "../../../delivery/webhook-settings";
import { expectedBy, sourceText } from "../../report-text";
import { severityBadges, signs, verdictBadge } from "../badges";
import { comparison } from "./comparison";
import { markup, message, nothing, type Markup } from "../markup";
import type { Remedies } from "./remedies";
import type { ShownService } from "../shown-service";

/** Everything about one service. What is wrong with it is open, the others are closed. */
export function serviceSection(shown: ShownService, report: AuditReport, remedies: Remedies): Markup {
  const { service, id, label, hosts } = shown;
  const { verdict, findings, account, chatServiceSid } = service;
  const open =
    findings.some(({ severity, accepted }) => severity !== "note" && accepted === null) ||
    isFailingService(service, report)
      ? markup` open`
      : nothing;
  const data = [
    account === null ? nothing : markup` data-a="${account}"`,
    findings.length === 0 ? nothing : markup` data-s="${severitiesOf(findings).join(" ")}"`,
    hosts.length === 0 ? nothing : markup` data-h="${hosts.map(({ index }) => index).join(" ")}"`,
  ];
  const sid = label === chatServiceSid ? nothing : markup` <code>${chatServiceSid}</code>`;
  return markup`<details id=${id}${data}${open}><summary><h3>${label}</h3>${sid} ${verdictBadge(verdict)}${severityBadges(findings)}</summary>
<div><p class=from>${message(sourceText(service.source, account))}${verdictText(service, remedies)}${comparison(service)}${inherited(service)}${findings.map((finding) => findingItem(finding, remedies))}</div></details>
`;
}

function severitiesOf(findings: readonly AuditFinding[]): readonly string[] {
  return [...new Set(findings.map(({ severity, accepted }) => (accepted === null ? severity : "accepted")))];
}

/** Why it has its verdict, and the way out. */
function verdictText(
  { verdict, reason, expectations, violations, remediation, accepted }: AuditedService,
  remedies: Remedies,
): Markup {
  const broken = violations.map(
    (violation) =>
      markup`<pre class=why>${message(violation.message)}</pre>${isOnlyOne(expectations, violation) ? nothing : markup`<p class=from>expected by ${expectedBy(violation)}`}`,
  );
  const why = [
    ...(reason === null ? [] : [markup`<pre class=why>${message(reason)}</pre>`]),
    ...broken,
    ...(verdict === "untracked" ? [markup`<p>No stack, state or expectations file names it.</p>`] : []),
    ...(accepted === null ? [] : [acceptedText(verdict, accepted)]),
    ...(remediation.length === 0 ? [] : [remedies.of(remediation.join("\n"))]),
  ];
  return why.length === 0 ? nothing : markup`<div class=is-${verdict}>${why}</div>`;
}

/** Whether the heading of the values says already whose expectation is violated. */
function isOnlyOne(expectations: AuditedService["expectations"], { of }: AuditViolation): boolean {
  return expectations.length === 1 && expectations[0]?.of === of;
}

function inherited({ live, accountLevel }: AuditedService): Markup {
  return live === null || hasOwnSettings(live)
    ? nothing
    : markup`<p class="from">It has no webhook of its own: ${accountLevel === null ? "the account's settings apply, and are not known." : markup`the <a href="#accounts">account's settings</a> apply.`}</p>`;
}

/** A rule's finding, with the way out. */
export function findingItem(
  { rule, severity, message: text, remediation, accepted }: AuditFinding,
  remedies: Remedies,
): Markup {
  const kind = accepted === null ? severity : "accepted";
  return markup`<div class=is-${kind}><p><span class=${kind}>${signs[kind]} ${kind}</span> <b>${rule}</b><p>${message(text)}${
    accepted === null ? remedies.of(remediation) : acceptedText(rule, accepted)
  }</div>`;
}

function acceptedText(what: string, { reason, until, place }: Accepted): Markup {
  return markup`<p>Accepted (${what}): ${reason} <span class="unset">(${until === null ? "" : `until ${until}, `}by ${locationText(place)})</span>`;
}
