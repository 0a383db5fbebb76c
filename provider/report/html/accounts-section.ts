// Tested by test/report/html/browser.test.ts
import type { AuditedAccount, AuditReport } from "../../audit/audit-report";
import { accountLabel } from "../../audit/account-label";
import { severityBadges } from "./badges";
import { markup, message, nothing, type Markup } from "./markup";
import type { Remedies } from "./service/remedies";
import { findingItem } from "./service/service-section";
import { propertyLabels, valueText } from "./service/values";

/** The accounts that were asked, and the settings that serve services without any of their own. */
export function accountsSection({ accounts }: AuditReport, remedies: Remedies): Markup {
  return accounts.length === 0
    ? nothing
    : markup`<section id="accounts"><h2>${accounts.length === 1 ? "The account" : "Accounts"}</h2>
<p class="lead">Their own settings serve the services that have no webhook of their own.</p>
${accounts.map((account) => accountItem(account, remedies))}</section>
`;
}

function accountItem(
  { account, accountSid, configuration, error, findings }: AuditedAccount,
  remedies: Remedies,
): Markup {
  const sid = accountSid === null ? nothing : markup` <code>${accountSid}</code>`;
  return markup`<div class="card"><h3>${capitalized(accountLabel(account))}</h3>${sid}${severityBadges(findings)}${
    error === null ? nothing : markup`<div class=is-unreadable><pre class=why>${message(error)}</pre></div>`
  }${
    configuration === null
      ? markup`<p class="from">Its settings are not known.`
      : markup`<dl>${(["preWebhookUrl", "postWebhookUrl", "filters", "method"] as const).map(
          (property) => markup`<dt>${propertyLabels[property]}<dd>${valueText(configuration[property])}`,
        )}<dt>Target<dd>${valueText(configuration.target)}</dl>`
  }${findings.map((finding) => findingItem(finding, remedies))}</div>
`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
