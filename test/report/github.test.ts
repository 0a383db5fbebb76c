import { renderGithub } from "../../provider/report/github";
import { fullReport, reportOf, repository, services } from "./support/report";

test("each finding is an annotation, on the line of its expectation if there is one", () => {
  expect(renderGithub(fullReport, { repository })).toMatchInlineSnapshot(`
   "::error title=The audit is not complete::stack prod: no stack named 'prod' found
   ::error title=The audit is not complete::account eu: Twilio answered 401%0A  Check the credentials
   ::warning file=infra/expectations.yaml,line=20,col=3,title=Audit::expectations.yaml:20:3: no service's friendly name matches "sup*"
   ::error title=unreadable%3A IS55555555555555555555555555555555%2C stack dev%2C resource chat-5%2C account eu::the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate%0A  Check the credentials
   ::error file=infra/expectations.yaml,line=12,col=3,title=missing%3A IS44444444444444444444444444444444%2C expectations.yaml%3A12%3A3::there is no service IS44444444444444444444444444444444 in the account
   ::error file=infra/expectations.yaml,line=7,col=3,title=violation%3A IS33333333333333333333333333333333 (a | b \`c\` <d> & "e" *f*\\u000a%3A%3Aerror%3A%3Ag\\u001b[31m\\u202eh)%2C state states/prod%2C eu.json%2C resource chat-3::postWebhookUrl is not the expected URL%0A  expected: https://hooks.example.com/post%0A  found:    https://hooks.example.net/post?tenant=0123456789&queue=escalations%0A                                  ^ first difference%0A  the host differs%0A  (by expectations.yaml:7:3)%0ApreWebhookUrl.set: expected a URL to be set, found null (nothing is set)%0A  (by the stack's own expectation)
   ::error title=drifted%3A IS22222222222222222222222222222222 (客服中心客服中心客服中心客服中心)%2C stack dev%2C resource chat-2::filters: recorded ["onMessageAdded","onConversationAdded"], live []%0Amethod: recorded "POST", live "GET"
   ::notice title=untracked%3A IS66666666666666666666666666666666%2C the default account::no stack, state or expectations file names it
   "
  `);
});

test("nothing from outside begins a command of its own", () => {
  const lines = renderGithub(fullReport, { repository }).trimEnd().split("\n");
  expect(lines).toHaveLength(8);
  expect(lines.filter((line) => !/^::(?:error|warning|notice) [^:]*::/.test(line))).toEqual([]);
});

test("what does not fail is a warning, or for an untracked service a notice", () => {
  const levels = renderGithub(reportOf(services, { failOn: [] }), { repository }).match(/^::\w+/gm);
  expect(levels).toEqual(["::error", "::warning", "::warning", "::warning", "::notice"]);
});

test("the worst is first: GitHub shows only so many annotations of a step", () => {
  const titles = renderGithub(reportOf([...services].reverse()), { repository }).match(/title=\w+/g);
  expect(titles).toEqual(
    ["unreadable", "missing", "violation", "drifted", "untracked"].map((verdict) => `title=${verdict}`),
  );
});
