// Tested by test/report/html/browser.test.ts
import { locationText } from "../../../audit/file-location";
import {
  isFailingService,
  type Accepted,
  type AuditedService,
  type AuditFinding,
  type AuditReport,
} from "../../../audit/audit-report";
import { hasOwnSettings } from "../../../delivery/webhook-settings";
import { expectedBy, sourceText } from "../../report-text";
import { severityBadges, signs, verdictBadge } from "../badges";
import { comparison } from "./comparison";
import { markup, message, nothing, type Markup } from "../markup";
import { remedy } from "./remedies";
import type { ShownService } from "../shown-service";

/** Everything about one service. What is wrong with it is open, the others are closed. */
export function serviceSection(shown: ShownService, report: AuditReport): Markup {
  const { service, id, label, hosts } = shown;
  const { verdict, findings, account, chatServiceSid } = service;
  const open =
    findings.some(({ severity, accepted }) => severity !== "note" && accepted === null) ||
    isFailingService(service, report)
      ? markup` open`
      : nothing;
  const data = [
    markup` data-v=${verdict}`,
    account === null ? nothing : markup` data-a="${account}"`,
    findings.length === 0 ? nothing : markup` data-s="${severitiesOf(findings).join(" ")}"`,
    hosts.length === 0 ? nothing : markup` data-h="${hosts.map(({ index }) => index).join(" ")}"`,
  ];
  const sid = label === chatServiceSid ? nothing : markup` <code>${chatServiceSid}</code>`;
  return markup`<details id=${id}${data}${open}><summary><h3>${label}</h3>${sid} ${verdictBadge(verdict)}${severityBadges(findings)}</summary>
<div><p class=from>${message(sourceText(service.source, account))}${verdictText(service)}${comparison(service)}${inherited(service)}${findings.map(findingItem)}</div></details>
`;
}

function severitiesOf(findings: readonly AuditFinding[]): readonly string[] {
  return [...new Set(findings.map(({ severity, accepted }) => (accepted === null ? severity : "accepted")))];
}

/** Why it has its verdict, and the way out. */
function verdictText({ verdict, reason, violations, remediation, accepted }: AuditedService): Markup {
  const broken = violations.map(
    (violation) =>
      markup`<pre class="why" tabindex="0">${message(violation.message)}</pre><p class="from">expected by ${expectedBy(violation)}</p>`,
  );
  const why = [
    ...(reason === null ? [] : [markup`<pre class="why" tabindex="0">${message(reason)}</pre>`]),
    ...broken,
    ...(verdict === "untracked" ? [markup`<p>No stack, state or expectations file names it.</p>`] : []),
    ...(accepted === null ? [] : [acceptedText(verdict, accepted)]),
    ...(remediation.length === 0 ? [] : [remedy(remediation.join("\n"))]),
  ];
  return why.length === 0 ? nothing : markup`<div class="box is-${verdict}">${why}</div>`;
}

function inherited({ live, accountLevel }: AuditedService): Markup {
  return live === null || hasOwnSettings(live)
    ? nothing
    : markup`<p class="from">It has no webhook of its own: ${accountLevel === null ? "the account's settings apply, and are not known." : markup`the <a href="#accounts">account's settings</a> apply.`}</p>`;
}

/** A rule's finding, with the way out. */
export function findingItem({ rule, severity, message: text, remediation, accepted }: AuditFinding): Markup {
  const kind = accepted === null ? severity : "accepted";
  return markup`<div class="box is-${kind}"><p><span class=${kind}>${signs[kind]} ${kind}</span> <b>${rule}</b><p>${message(text)}${
    accepted === null ? remedy(remediation) : acceptedText(rule, accepted)
  }</div>`;
}

function acceptedText(what: string, { reason, until, place }: Accepted): Markup {
  return markup`<p>Accepted (${what}): ${reason} <span class="unset">(${until === null ? "" : `until ${until}, `}by ${locationText(place)})</span>`;
}
