import type { AuditedService } from "../../../provider/audit/audit-report";
import { renderHtml } from "../../../provider/report/html/render-html";
import { reportOf, services } from "../support/report";

const violating = services.find(({ verdict }) => verdict === "violation")!;
const [sentence = ""] = violating.remediation;

/** As many services as are asked for, each with the same remedy. */
function withRemedy(remediation: readonly string[], count: number): readonly AuditedService[] {
  return Array.from({ length: count }, (_, index) => ({
    ...violating,
    remediation,
    chatServiceSid: `IS${index.toString(16).padStart(32, "0")}`,
  }));
}

const timesSaid = (html: string): number => html.split(sentence).length - 1;

test("a remedy that twenty services need is said once, and each of them has a link there", () => {
  const html = renderHtml(reportOf(withRemedy([sentence], 20)));
  expect(timesSaid(html)).toBe(1);
  expect(html).toContain("<div class=card id=r1><h3>Remedy 1</h3> <small>needed 20 times</small>");
  expect(html.split("<a href=#r1>Remedy 1</a>")).toHaveLength(21);
});

test("a remedy of fewer services stands with each of them", () => {
  const html = renderHtml(reportOf([...withRemedy([sentence], 19), ...withRemedy(["Another remedy"], 1)]));
  expect(timesSaid(html)).toBe(19);
  expect(html).not.toContain("Remedy 1");
});
