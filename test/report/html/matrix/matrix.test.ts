import type { AuditedService } from "../../../../provider/audit/audit-report";
import { renderHtml } from "../../../../provider/report/html/render-html";
import { reportOf, services } from "../../support/report";

const [ok] = services as [AuditedService];
const noUrls = { preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null };

function withLive(given: object, service: Partial<AuditedService> = {}): AuditedService {
  return { ...ok, ...service, live: { ...ok.live!, ...given } };
}

/** The cells of the only row: how many events each is about, and its text. */
function cells(service: AuditedService): readonly (readonly [span: number, text: string])[] {
  const [, row = ""] = /<tbody[^>]*>\n(.*)\n/.exec(renderHtml(reportOf([service]))) ?? [];
  return row
    .split("<td")
    .slice(2)
    .map((cell) => [
      Number(/colspan="?(\d+)/.exec(cell)?.[1] ?? 1),
      cell.slice(cell.indexOf(">") + 1).replace(/<[^>]+>/g, ""),
    ]);
}

test("the matrix says which host is told of which event, and which events are not sent", () => {
  expect(cells(ok)).toEqual([
    [9, "not sent"],
    [1, "A"],
    [6, "not sent"],
    [1, "A"],
    [3, "not sent"],
  ]);
  const neighbours = withLive({ filters: ["onMessageAdded", "onMessageUpdated", "onMessageRemoved"] });
  expect(cells(neighbours)[2]).toEqual([3, "A hooks.example.com"]);
});

test("an event that is listed, and has no URL, is sent to nobody", () => {
  expect(cells(withLive({ filters: ["onMessageAdd", "onMessageAdded"] })).slice(0, 3)).toEqual([
    [6, "not sent"],
    [1, "∅"],
    [2, "not sent"],
  ]);
});

test("where a service has no URL, the account's settings show as the account's, and Flex as Flex", () => {
  const settings = { ...ok.accountLevel!, filters: ["onMessageAdded"] };
  expect(cells(withLive(noUrls, { accountLevel: settings })).slice(1)).toEqual([
    [7, "not sent"],
    [1, "↑A"],
    [3, "not sent"],
  ]);
  const flex = { ...settings, target: "flex", postWebhookUrl: null };
  expect(cells(withLive(noUrls, { accountLevel: flex }))[2]).toEqual([1, "Flex"]);
  expect(cells(withLive(noUrls, { accountLevel: { ...settings, postWebhookUrl: null } }))).toEqual([
    [9, "∅ nobody"],
    [11, "∅ nobody"],
  ]);
  expect(cells(withLive(noUrls, { accountLevel: null }))).toEqual([
    [9, "? not known"],
    [11, "? not known"],
  ]);
});

test("events of which nothing is known, because they are secret or were not read, are never shown as not sent", () => {
  const unknown = (service: AuditedService) =>
    expect(cells(service)).toEqual([[20, expect.stringMatching(/secret|not be read|no such/)]]);
  unknown(withLive({ filters: "[secret]" }));
  unknown(withLive({ filters: ["onMessageAdded", "a[secret]"] }));
  unknown(withLive(noUrls, { accountLevel: { ...ok.accountLevel!, filters: "[secret]" } }));
  unknown({ ...ok, verdict: "unreadable", live: null, reason: "no" });
  unknown({ ...ok, verdict: "missing", live: null, reason: "no" });
});

test("a secret URL is told apart as such, and an event that Twilio does not document has a column of its own", () => {
  expect(cells(withLive({ postWebhookUrl: "[secret]", filters: ["onMessageAdded", "onMessageRead"] }))).toEqual([
    [9, "not sent"],
    [7, "not sent"],
    [1, "A"],
    [3, "not sent"],
    [1, "? 1"],
  ]);
});

test("however many hosts there are, each is in the list of hosts", () => {
  const many = Array.from({ length: 30 }, (_, index) => withLive({ postWebhookUrl: `https://h${index}.example.org/` }));
  const html = renderHtml(reportOf(many));
  expect(html).toContain("18 more hosts");
  expect(html).toContain("<b>AD</b></span> h9.example.org");
});

test("hosts have keys and colours, those of the most services first", () => {
  const html = renderHtml(
    reportOf([
      withLive({ postWebhookUrl: "https://b.example.org:8443/x" }),
      withLive({ postWebhookUrl: "https://a.example.org/y" }, { chatServiceSid: `IS${"8".repeat(32)}` }),
      withLive({ postWebhookUrl: "https://b.example.org:8443/z" }, { chatServiceSid: `IS${"9".repeat(32)}` }),
    ]),
  );
  expect(html).toContain("<b>A</b></span> b.example.org:8443</a> <small>2 services");
  expect(html).toContain("<b>B</b></span> a.example.org</a> <small>1 service");
});
