import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import { renderHtml } from "../../../provider/report/html/render-html";
import type { AuditFinding, AuditReport } from "../../../provider/audit/audit-report";
import { fullReport, reportOf, services } from "../support/report";
import { BrowserForTests, testInBrowser } from "./support/browser";

jest.setTimeout(120_000);

const browser = new BrowserForTests();
afterAll(() => browser.close());

const finding: AuditFinding = {
  rule: "tunnel-host",
  severity: "warning",
  property: "postWebhookUrl",
  message: "postWebhookUrl leads to a.ngrok.io, a developer's tunnel (ngrok)",
  remediation: "Set a URL of a deployed server",
  accepted: null,
};

const report: AuditReport = {
  ...fullReport,
  services: fullReport.services.map((service) =>
    service.verdict === "ok" ? { ...service, findings: [finding] } : service,
  ),
  findingCounts: { error: 0, warning: 1, note: 0, accepted: 0 },
};

/** The services that are shown, by their verdicts: in the matrix, and as sections. */
const shownOnes = `["#rows > tbody > tr", "#services > div > details"].map((which) =>
  [...document.querySelectorAll(which)].filter((each) => each.checkVisibility()).map((each) =>
    /unreadable|missing|violation|drifted|untracked|ok/.exec(each.querySelector("span").className)[0]))`;

testInBrowser("the page asks for nothing, complains of nothing, and says everything", async () => {
  const { page, complaints, requests } = await browser.open(renderHtml(report));
  expect([complaints, requests]).toEqual([[], []]);
  expect(await page.evaluate(shownOnes)).toEqual(
    Array(2).fill(["unreadable", "missing", "violation", "drifted", "untracked", "ok"]),
  );
  // The inner text lacks what the browser has not drawn yet.
  const text = await page.locator("main").textContent();
  expect(text).toContain("Kundendienst Köln");
  expect(text).toContain("2026-11-22 12:34 UTC");
  expect(text).toContain("no stack named 'prod' found");
  await page.close();
});

testInBrowser("without scripts all is there, unfiltered", async () => {
  const { page, complaints } = await browser.open(renderHtml(report), {
    javaScriptEnabled: false,
    hash: "#verdict=ok",
  });
  expect(await page.locator("#services > div > details").count()).toBe(6);
  expect(await page.locator("#rows > tbody > tr:visible").count()).toBe(6);
  expect(await page.locator("#filter").isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
});

testInBrowser("what is chosen stands in the address, and a link with it shows the same", async () => {
  const { page } = await browser.open(renderHtml(report));
  await page.selectOption("[name=verdict]", "drifted");
  expect(await page.evaluate(shownOnes)).toEqual([["drifted"], ["drifted"]]);
  const address = new URL(page.url());
  expect(address.hash).toBe("#verdict=drifted");
  expect(await page.locator("#count").innerText()).toBe("1 of 6 services");
  await page.close();

  for (const [hash, verdicts] of [
    ["#verdict=drifted", ["drifted"]],
    ["#severity=warning", ["ok"]],
    ["#account=eu", ["unreadable"]],
    ["#host=hooks.example.net", ["violation"]],
    ["#q=k%C3%B6ln+onmessageadded", ["ok"]],
    ["#sort=name", ["violation", "unreadable", "missing", "untracked", "ok", "drifted"]],
    ["#verdict=nonsense", ["unreadable", "missing", "violation", "drifted", "untracked", "ok"]],
  ] as const) {
    const opened = await browser.open(renderHtml(report), { hash });
    expect([hash, await opened.page.evaluate(shownOnes)]).toEqual([hash, [verdicts, verdicts]]);
    await opened.page.close();
  }
});

testInBrowser("what is expected of a service is shown with it, whether or not it holds", async () => {
  const { page } = await browser.open(renderHtml(report));
  // One below the other where all is as it was recorded, side by side where it is not.
  const [ok, violating] = [`#IS${"1".repeat(32)}`, `#IS${"3".repeat(32)}`];
  expect(await page.evaluate(`document.querySelector("${ok} h4").textContent`)).toBe(
    "Live, as recorded; expected by expectations.yaml:2:3",
  );
  expect(await page.evaluate(`[...document.querySelectorAll("${ok} dl > *")].map((each) => each.textContent)`)).toEqual(
    [
      ...["Pre webhook", "not set"],
      ...["Post webhook", "https://hooks.example.com/post", "✓ host *.example.com", "✓ query none"],
      ...["Events", "onMessageAdded onConversationAdded"],
      ...["Method", "POST"],
    ],
  );
  const rows = await page.evaluate<(readonly string[])[]>(
    `[...document.querySelector("${violating} .cmp").rows].map(({ cells }) => [...cells].map((cell) => cell.textContent))`,
  );
  expect(rows.map((cells) => [cells[0], ...cells.slice(3)])).toEqual([
    ["", "Expected by expectations.yaml:7:3", "Expected by the stack"],
    ["Pre webhook", "–", "✕ set true"],
    ["Post webhook", "✕ https://hooks.example.com/post", "–"],
    ["Events", "–", "–"],
    ["Method", "✓ POST or GET", "–"],
    ["Must arrive", "–", "✓ onMessageAdded"],
  ]);
  await page.close();
});

testInBrowser("a button copies the command of a remedy, exactly", async () => {
  const { page } = await browser.open(renderHtml(report));
  await page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
  await page.locator(".is-violation .cmd button").click();
  const command = services.find(({ verdict }) => verdict === "violation")!.remediation[1]!.trim();
  expect(await page.evaluate("window.copied")).toBe(command);
  expect(await page.locator(".is-violation .cmd button").innerText()).toBe("Copied");
  await page.close();
});

testInBrowser("a keyboard alone leads from a service in the matrix to all about it, and the choice stays", async () => {
  const { page } = await browser.open(renderHtml(report), { hash: "#severity=warning" });
  await page.locator("#rows tbody tr:visible a").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction("document.activeElement.localName === 'summary'");
  expect(await page.locator("details:focus-within h3").innerText()).toBe("Kundendienst Köln");
  expect(await page.locator("details:focus-within").getAttribute("open")).toBe("");
  expect(new URL(page.url()).hash).toBe(`#severity=warning&at=IS${"1".repeat(32)}`);
  await page.keyboard.press("Enter");
  expect(await page.locator("details:focus-within").getAttribute("open")).toBeNull();
  await page.close();
});

testInBrowser("on paper, closed sections are there too, and nothing to press", async () => {
  const { page } = await browser.open(renderHtml(report));
  const untracked = page.locator("#services details", { hasText: "No stack, state or expectations file names it." });
  expect(await untracked.getByText("No stack").isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await untracked.getByText("No stack").isVisible()).toBe(true);
  expect(await page.locator("#filter, .cmd button").locator("visible=true").count()).toBe(0);
  await page.close();
});

testInBrowser("axe finds no violation, in light and in dark, wide and narrow", async () => {
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 380]) {
      // The page's own policy lets no other script in.
      const { page } = await browser.open(renderHtml(report), {
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      await page.evaluate(axe);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
      const found = await page.evaluate<AxeResults>("axe.run()");
      const shown = found.violations.map(({ id, nodes }) => [
        id,
        nodes.slice(0, 3).map(({ html, failureSummary }) => [html, failureSummary]),
      ]);
      expect([colorScheme, width, shown]).toEqual([colorScheme, width, []]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await page.close();
    }
  }
});

const hostile = [
  '<img src=x onerror="alert(1)">',
  '"><script>alert(2)</script>',
  "'/onmouseover=alert(3)//",
  "</style></script><script>alert(4)</script>",
  "<!--<script>",
  "&lt;b&gt;&#x3c;svg/onload=alert(5)>",
  "javascript:alert(6)",
  "${alert(7)}`",
];

testInBrowser(
  "names, URLs and texts from outside are shown as they are, and never become markup or script",
  async () => {
    const plain = await browser.open(renderHtml(reportFull("plain")));
    const elements = await plain.page.evaluate("document.querySelectorAll('*').length");
    await plain.page.close();
    for (const text of hostile) {
      const { page, complaints, requests } = await browser.open(renderHtml(reportFull(text)));
      expect([text, complaints, requests]).toEqual([text, [], []]);
      expect([text, await page.evaluate("document.querySelectorAll('*').length")]).toEqual([text, elements]);
      expect(
        await page.evaluate("[...document.querySelectorAll('[onerror],[onload],[onmouseover],img,svg,iframe')].length"),
      ).toBe(0);
      // Rows are drawn when they come into view: what is not drawn yet has no innerText.
      expect(await page.locator("#rows tbody th a").first().textContent()).toBe(text);
      await page.close();
    }
  },
);

test("the page's policy lets in its own script and style alone", () => {
  const html = renderHtml(reportFull("<script>alert(1)</script>"));
  const hash = (text: string | undefined) =>
    `'sha256-${createHash("sha256")
      .update(text ?? "")
      .digest("base64")}'`;
  const [, style] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text);
  expect(scripts).toHaveLength(1);
  expect(html).toContain(
    `content="default-src 'none'; script-src ${hash(scripts[0])}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'"`,
  );
  expect(html).not.toMatch(/ style=| on[a-z]+=|unsafe|src=|https?:\/\/[^<&"]*"/);
});

/** A report in which everything that comes from outside is that text. */
function reportFull(of: string): AuditReport {
  const place = { file: of, line: 7, column: 3 };
  const full = reportOf(
    services.map((service) => {
      const values = service.live && {
        ...service.live,
        preWebhookUrl: of,
        postWebhookUrl: of,
        filters: [of, "onMessageAdded"],
      };
      return {
        ...service,
        friendlyName: of,
        account: of,
        source: { kind: "stack", stack: of, resource: of, urn: of },
        reason: service.reason && of,
        live: values,
        recorded: values,
        expectations: service.expectations.map(({ conditions, ...expectation }) => ({
          ...expectation,
          place: expectation.place && place,
          conditions: conditions.map((condition, index) => ({
            ...condition,
            expected: index === 0 ? of : { source: of, flags: of },
          })),
        })),
        violations: service.violations.map((violation) => ({
          ...violation,
          message: of,
          expected: of,
          found: of,
          place,
        })),
        differences: service.differences.map((difference) => ({ ...difference, recorded: of, live: of })),
        remediation: [of, `  twilio api:${of}`],
        findings: [{ ...finding, message: of, remediation: of, accepted: { reason: of, until: of, place } }],
        accepted: { reason: of, until: null, place },
      };
    }),
  );
  const note = { subject: of, message: of, place: null };
  return {
    ...full,
    tool: { name: of, version: of },
    accounts: [{ account: of, accountSid: of, configuration: null, error: of, findings: [finding] }],
    problems: [note],
    warnings: [{ ...note, place }],
  };
}
