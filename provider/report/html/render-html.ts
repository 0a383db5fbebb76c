// Tested by test/report/html/browser.test.ts
import { createHash } from "node:crypto";
import type { AuditReport } from "../../audit/audit-report";
import { accountsSection } from "./accounts-section";
import { chunks } from "./chunks";
import { filterBar } from "./filter-bar";
import { Markup, markup } from "./markup";
import { matrix } from "./matrix/matrix";
import { script } from "./page/script";
import { Remedies } from "./service/remedies";
import { serviceSection } from "./service/service-section";
import { shownServices } from "./shown-service";
import { style } from "./page/style";
import { summary } from "./summary";

/**
 * A page of its own: it asks for nothing, and nothing but its own script and style may run in it. All is there without
 * the script, which only filters, sorts and copies.
 */
export function renderHtml(report: AuditReport): string {
  const { services, hosts } = shownServices(report);
  const remedies = new Remedies(report);
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Twilio webhooks audit: ${report.outcome}</title>
<style>${new Markup(style)}</style>
<body>
<a class="skip" href="#services">Skip to the services</a>
<main>
${summary(report)}
${filterBar(report, hosts)}
${matrix(services, hosts)}
<section id="services"><h2>Services</h2>
${chunks(services).map((chunk) => markup`<div>${chunk.map((service) => serviceSection(service, report, remedies))}</div>`)}</section>
${remedies.section()}${accountsSection(report, remedies)}
</main>
<script>${new Markup(script)}</script>
</html>
`;
  return page.text;
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
