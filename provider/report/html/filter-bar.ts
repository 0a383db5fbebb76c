// Tested by test/report/html/browser.test.ts
import type { AuditReport } from "../../audit/audit-report";
import { accountLabel } from "../../audit/account-label";
import { auditVerdicts, severities } from "../../audit/verdict";
import type { Hosts } from "./matrix/hosts";
import { markup, nothing, type Markup } from "./markup";

/** The form that chooses and sorts services. The script shows it: without it there is nothing to choose. */
export function filterBar({ accounts, services }: AuditReport, hosts: Hosts): Markup {
  const names = [...new Set(services.map(({ account }) => account))];
  const account =
    names.length < 2 && accounts.length < 2
      ? nothing
      : select(
          "account",
          "Account",
          names.map((name) => [name ?? "default", accountLabel(name)]),
        );
  return markup`<form id="filter" role="search" hidden>
<label class="grow">Find <input name="q" type="search" autocomplete="off" spellcheck="false" placeholder="name, SID, event, URL …"></label>
${select(
  "verdict",
  "Verdict",
  auditVerdicts.map((verdict) => [verdict, verdict]),
)}
${select(
  "severity",
  "Finding",
  [...severities, "accepted"].map((severity) => [severity, severity]),
)}
${account}
<label>Host <input name="host" list="hosts" autocomplete="off" spellcheck="false" placeholder="any"><datalist id="hosts">${hosts.all.map(({ name }) => markup`<option value="${name}">`)}</datalist></label>
<label>Sort <select name="sort"><option value="">worst first<option value="name">by name<option value="host">by host<option value="account">by account</select></label>
<button type="reset">Clear</button>
<p id="count" role="status"></p></form>`;
}

function select(name: string, label: string, options: readonly (readonly [value: string, text: string])[]): Markup {
  return markup`<label>${label} <select name="${name}"><option value="">any${options.map(
    ([value, text]) => markup`<option value="${value}">${text}`,
  )}</select></label>`;
}
