import type { AuditVerdict } from "../../provider/audit/verdict";
import { renderMarkdown } from "../../provider/report/markdown";
import { fullReport, reportOf, services } from "./support/report";

test("the worst is first, and what comes from outside is in code spans", () => {
  expect(renderMarkdown(fullReport, { quiet: false })).toMatchInlineSnapshot(`
   "## Twilio webhooks audit

   **not complete: not everything could be read, and what could not be read never counts as ok**: 6 services: 1 unreadable, 1 missing, 1 violation, 1 drifted, 1 untracked, 1 ok

   ### Not read

   - \`stack prod: no stack named 'prod' found\`
   - \`account eu: Twilio answered 401   Check the credentials\`

   ### Warnings

   - \`expectations.yaml:20:3: no service's friendly name matches "sup*"\`

   | Verdict | Service | Details |
   | --- | --- | --- |
   | **unreadable** | \`IS55555555555555555555555555555555\` | source: \`stack dev, resource chat-5, account eu\`<br>recorded: \`post https://hooks.example.com/post, POST, 2 events\`<br>finding: \`the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate\`<br>\`  Check the credentials\` |
   | **missing** | \`IS44444444444444444444444444444444\` | source: \`expectations.yaml:12:3\`<br>account: \`post https://hooks.example.com/account\`<br>finding: \`there is no service IS44444444444444444444444444444444 in the account\` |
   | **violation** | \`IS33333333333333333333333333333333\`<br>\`\` a \\| b \`c\` <d> & "e" *f*\\u000a::error::g\\u001b[31m\\u202eh \`\` | source: \`state states/prod, eu.json, resource chat-3\`<br>recorded: \`post https://hooks.example.com/post, POST, 2 events\`<br>live: \`post https://hooks.example.net/post?tenant=0123456789&queue=escalations, POST, 2 events\`<br>account: \`post https://hooks.example.com/account\`<br>finding: \`postWebhookUrl is not the expected URL\`<br>\`  expected: https://hooks.example.com/post\`<br>\`  found:    https://hooks.example.net/post?tenant=0123456789&queue=escalations\`<br>\`  the host differs\`<br>\`  (by expectations.yaml:7:3)\`<br>\`preWebhookUrl.set: expected a URL to be set, found null (nothing is set)\`<br>\`  (by the stack's own expectation)\`<br>drift: \`postWebhookUrl: recorded "https://hooks.example.com/post", live "https://hooks.example.net/post?tenant=0123456789&queue=escalations"\`<br>remedy: \`To fix it at Twilio:\`<br>\`  twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS33333333333333333333333333333333 --post-webhook-url=https://hooks.example.com/post\`<br>\`\` Or change \`expectations.yaml:7:3\` if the configuration is right as it is \`\` |
   | **drifted** | \`IS22222222222222222222222222222222\`<br>\`客服中心客服中心客服中心客服中心\` | source: \`stack dev, resource chat-2\`<br>recorded: \`post https://hooks.example.com/post, POST, 2 events\`<br>live: \`post https://hooks.example.com/post, GET, 0 events\`<br>account: \`post https://hooks.example.com/account\`<br>finding: \`filters: recorded ["onMessageAdded","onConversationAdded"], live []\`<br>\`method: recorded "POST", live "GET"\` |
   | **untracked** | \`IS66666666666666666666666666666666\` | source: \`the default account\`<br>live: \`post [secret], POST, 2 events\`<br>account: \`post https://hooks.example.com/account\`<br>finding: \`no stack, state or expectations file names it\` |
   | ok | \`IS11111111111111111111111111111111\`<br>\`Kundendienst Köln\` | source: \`stack dev, resource chat-1\`<br>both: \`post https://hooks.example.com/post, POST, 2 events\`<br>account: \`post https://hooks.example.com/account\` |
   "
  `);
});

test("quiet, it has only what fails", () => {
  const text = renderMarkdown(reportOf(services), { quiet: true });
  expect(text).not.toContain("Kundendienst");
  expect(text).toContain("**violation**");
});

test("a report that is too large for a job's summary lists the worst, and says what is left out", () => {
  const many = (verdict: AuditVerdict, count: number) => {
    const [one] = services.filter((service) => service.verdict === verdict);
    return Array.from({ length: count }, (_, index) => ({ ...one!, friendlyName: `客服中心 ${index}` }));
  };
  const notes = Array.from({ length: 20_000 }, (_, index) => ({
    subject: `stack ${index}`,
    message: "gone",
    place: null,
  }));
  const found = [...many("ok", 5_000), ...many("drifted", 3_000), ...many("violation", 10)];
  const text = renderMarkdown(reportOf(found, { problems: notes, warnings: notes }), { quiet: false });
  expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  expect(Buffer.byteLength(text)).toBeGreaterThan(900_000);
  const rows = text.split("\n").filter((line) => /^\| (?:\*\*|ok)/.test(line));
  expect(rows.slice(0, 11).map((row) => row.split(" ")[1])).toEqual([
    ...Array.from({ length: 10 }, () => "**violation**"),
    "**drifted**",
  ]);
  const left = (8_010 - rows.length).toLocaleString("en-US");
  expect(text).toContain(`**${left} more are left out here** (`);
  expect(text).toContain("5,000 ok): a job summary may have 1 MiB. All are in the other formats");
  expect(text).toMatch(/- [\d,]+ more, in the other formats\n\n### Warnings/);
});
