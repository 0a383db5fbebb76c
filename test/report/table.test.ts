import fc from "fast-check";
import { stripVTControlCharacters } from "node:util";
import { renderTable } from "../../provider/report/table";
import { widthOf } from "../../provider/report/wrapped-text";
import { fullReport, reportOf, repository, services } from "./support/report";

const plain = { colours: false, quiet: false, repository };

test("in a window of 80 columns the table fits", () => {
  expect(renderTable(fullReport, { ...plain, width: 80 })).toMatchInlineSnapshot(`
   "VERDICT     SERVICE                             NAME

   ok          IS11111111111111111111111111111111  Kundendienst Köln
               source    stack dev, resource chat-1
               both      post https://hooks.example.com/post, POST, 2 events
               account   post https://hooks.example.com/account

   untracked   IS66666666666666666666666666666666
               source    the default account
               live      post [secret], POST, 2 events
               account   post https://hooks.example.com/account
               finding   no stack, state or expectations file names it

   drifted     IS22222222222222222222222222222222  客服中心客服中心客服中心客服中心
               source    stack dev, resource chat-2
               recorded  post https://hooks.example.com/post, POST, 2 events
               live      post https://hooks.example.com/post, GET, 0 events
               account   post https://hooks.example.com/account
               finding   filters: recorded
                         ["onMessageAdded","onConversationAdded"], live []
                         method: recorded "POST", live "GET"

   violation   IS33333333333333333333333333333333  a | b \`c\` <d> & "e" *f*\\u000a...
               source    state states/prod, eu.json, resource chat-3
               recorded  post https://hooks.example.com/post, POST, 2 events
               live      post https://hooks.example.net/post?tenant=0123456789&queu
                         e=escalations, POST, 2 events
               account   post https://hooks.example.com/account
               finding   postWebhookUrl is not the expected URL
                           expected: https://hooks.example.com/post
                           found:    https://hooks.example.net/post?tenant=01234567
                         89&queue=escalations
                           the host differs
                           (by expectations.yaml:7:3)
                         preWebhookUrl.set: expected a URL to be set, found null
                         (nothing is set)
                           (by the stack's own expectation)
               drift     postWebhookUrl: recorded "https://hooks.example.com/post",
                         live "https://hooks.example.net/post?tenant=0123456789&qu
                         eue=escalations"
               remedy    To fix it at Twilio:
                           twilio api:conversations:v1:services:configuration:webho
                         oks:update
                         --chat-service-sid=IS33333333333333333333333333333333
                         --post-webhook-url=https://hooks.example.com/post
                         Or change \`expectations.yaml:7:3\` if the configuration is
                         right as it is

   missing     IS44444444444444444444444444444444
               source    expectations.yaml:12:3
               account   post https://hooks.example.com/account
               finding   there is no service IS44444444444444444444444444444444 in
                         the account

   unreadable  IS55555555555555555555555555555555
               source    stack dev, resource chat-5, account eu
               recorded  post https://hooks.example.com/post, POST, 2 events
               finding   the webhook configuration could not be read: Twilio
                         answered 401 (code 20003): Authenticate
                           Check the credentials

   warning: expectations.yaml:20:3: no service's friendly name matches "sup*"
   not read: stack prod: no stack named 'prod' found
   not read: account eu: Twilio answered 401
     Check the credentials
   6 services: 1 unreadable, 1 missing, 1 violation, 1 drifted, 1 untracked, 1 ok
   The audit is not complete: not everything could be read, and what could not be
   read never counts as ok.
   "
  `);
});

test("without a terminal every line is as long as it needs to be", () => {
  expect(renderTable(fullReport, { ...plain, width: undefined })).toMatchInlineSnapshot(`
   "VERDICT     SERVICE                             NAME

   ok          IS11111111111111111111111111111111  Kundendienst Köln
               source    stack dev, resource chat-1
               both      post https://hooks.example.com/post, POST, 2 events
               account   post https://hooks.example.com/account

   untracked   IS66666666666666666666666666666666
               source    the default account
               live      post [secret], POST, 2 events
               account   post https://hooks.example.com/account
               finding   no stack, state or expectations file names it

   drifted     IS22222222222222222222222222222222  客服中心客服中心客服中心客服中心
               source    stack dev, resource chat-2
               recorded  post https://hooks.example.com/post, POST, 2 events
               live      post https://hooks.example.com/post, GET, 0 events
               account   post https://hooks.example.com/account
               finding   filters: recorded ["onMessageAdded","onConversationAdded"], live []
                         method: recorded "POST", live "GET"

   violation   IS33333333333333333333333333333333  a | b \`c\` <d> & "e" *f*\\u000a::error::g\\u001b[31m\\u202eh
               source    state states/prod, eu.json, resource chat-3
               recorded  post https://hooks.example.com/post, POST, 2 events
               live      post https://hooks.example.net/post?tenant=0123456789&queue=escalations, POST, 2 events
               account   post https://hooks.example.com/account
               finding   postWebhookUrl is not the expected URL
                           expected: https://hooks.example.com/post
                           found:    https://hooks.example.net/post?tenant=0123456789&queue=escalations
                                                           ^ first difference
                           the host differs
                           (by expectations.yaml:7:3)
                         preWebhookUrl.set: expected a URL to be set, found null (nothing is set)
                           (by the stack's own expectation)
               drift     postWebhookUrl: recorded "https://hooks.example.com/post", live "https://hooks.example.net/post?tenant=0123456789&queue=escalations"
               remedy    To fix it at Twilio:
                           twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS33333333333333333333333333333333 --post-webhook-url=https://hooks.example.com/post
                         Or change \`expectations.yaml:7:3\` if the configuration is right as it is

   missing     IS44444444444444444444444444444444
               source    expectations.yaml:12:3
               account   post https://hooks.example.com/account
               finding   there is no service IS44444444444444444444444444444444 in the account

   unreadable  IS55555555555555555555555555555555
               source    stack dev, resource chat-5, account eu
               recorded  post https://hooks.example.com/post, POST, 2 events
               finding   the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate
                           Check the credentials

   warning: expectations.yaml:20:3: no service's friendly name matches "sup*"
   not read: stack prod: no stack named 'prod' found
   not read: account eu: Twilio answered 401
     Check the credentials
   6 services: 1 unreadable, 1 missing, 1 violation, 1 drifted, 1 untracked, 1 ok
   The audit is not complete: not everything could be read, and what could not be read never counts as ok.
   "
  `);
});

test("quiet, it has what fails, warnings and the outcome", () => {
  expect(renderTable(fullReport, { ...plain, quiet: true, width: 100 })).toMatchInlineSnapshot(`
   "VERDICT     SERVICE                             NAME

   drifted     IS22222222222222222222222222222222  客服中心客服中心客服中心客服中心
               source    stack dev, resource chat-2
               recorded  post https://hooks.example.com/post, POST, 2 events
               live      post https://hooks.example.com/post, GET, 0 events
               account   post https://hooks.example.com/account
               finding   filters: recorded ["onMessageAdded","onConversationAdded"], live []
                         method: recorded "POST", live "GET"

   violation   IS33333333333333333333333333333333  a | b \`c\` <d> & "e" *f*\\u000a::error::g\\u001b[31m...
               source    state states/prod, eu.json, resource chat-3
               recorded  post https://hooks.example.com/post, POST, 2 events
               live      post https://hooks.example.net/post?tenant=0123456789&queue=escalations, POST,
                         2 events
               account   post https://hooks.example.com/account
               finding   postWebhookUrl is not the expected URL
                           expected: https://hooks.example.com/post
                           found:    https://hooks.example.net/post?tenant=0123456789&queue=escalations
                                                           ^ first difference
                           the host differs
                           (by expectations.yaml:7:3)
                         preWebhookUrl.set: expected a URL to be set, found null (nothing is set)
                           (by the stack's own expectation)
               drift     postWebhookUrl: recorded "https://hooks.example.com/post", live
                         "https://hooks.example.net/post?tenant=0123456789&queue=escalations"
               remedy    To fix it at Twilio:
                           twilio api:conversations:v1:services:configuration:webhooks:update
                         --chat-service-sid=IS33333333333333333333333333333333
                         --post-webhook-url=https://hooks.example.com/post
                         Or change \`expectations.yaml:7:3\` if the configuration is right as it is

   missing     IS44444444444444444444444444444444
               source    expectations.yaml:12:3
               account   post https://hooks.example.com/account
               finding   there is no service IS44444444444444444444444444444444 in the account

   unreadable  IS55555555555555555555555555555555
               source    stack dev, resource chat-5, account eu
               recorded  post https://hooks.example.com/post, POST, 2 events
               finding   the webhook configuration could not be read: Twilio answered 401 (code 20003):
                         Authenticate
                           Check the credentials

   warning: expectations.yaml:20:3: no service's friendly name matches "sup*"
   not read: stack prod: no stack named 'prod' found
   not read: account eu: Twilio answered 401
     Check the credentials
   6 services: 1 unreadable, 1 missing, 1 violation, 1 drifted, 1 untracked, 1 ok
   The audit is not complete: not everything could be read, and what could not be read never counts as
   ok.
   "
  `);
  expect(renderTable(reportOf(services.slice(0, 1)), { ...plain, quiet: true, width: 100 })).toBe(
    "1 service: 1 ok\nThe audit passed.\n",
  );
});

test("in a window of any width no line is wider than the window", () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 200 }), fc.boolean(), (width, colours) => {
      const lines = renderTable(fullReport, { ...plain, width, colours }).split("\n");
      expect(lines.filter((line) => widthOf(stripVTControlCharacters(line)) > width)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("colours change nothing but the colour, and come from here alone", () => {
  const coloured = renderTable(fullReport, { ...plain, width: 80, colours: true });
  expect(coloured).toContain("\u001b[33mdrifted\u001b[39m");
  expect(stripVTControlCharacters(coloured)).toBe(renderTable(fullReport, { ...plain, width: 80 }));
  // The name of the third service has a colour in it.
  expect(renderTable(fullReport, { ...plain, width: undefined })).not.toContain("\u001b");
});

test("an audit of nothing says so", () => {
  expect(renderTable(reportOf([]), { ...plain, width: 80 })).toBe("0 services\nThe audit passed.\n");
});

test("an audit that failed says what it failed on, and nothing else", () => {
  const lines = (given: Parameters<typeof reportOf>[1]) =>
    renderTable(
      reportOf(
        services.filter(({ verdict }) => verdict !== "unreadable" && verdict !== "missing"),
        given,
      ),
      {
        ...plain,
        quiet: true,
        width: undefined,
      },
    )
      .trimEnd()
      .split("\n")
      .slice(-2);
  expect(lines({ outcome: "failed" })).toEqual([
    "4 services: 1 violation, 1 drifted, 1 untracked, 1 ok",
    "The audit failed: 1 violation, 1 drifted.",
  ]);
  expect(lines({ outcome: "failed", failOn: ["untracked", "missing"] })[1]).toBe("The audit failed: 1 untracked.");
  expect(lines({ outcome: "interrupted" })[1]).toBe("The audit was stopped: this is what it had found by then.");
});
