import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Log } from "sarif";
import type { AuditedService } from "../../provider/audit/audit-report";
import { renderSarif } from "../../provider/report/sarif";
import { fullReport, reportOf, repository, services } from "./support/report";

const schemaFile = join(
  dirname(require.resolve("@microsoft/jest-sarif/package.json")),
  "lib",
  "schemas",
  "sarif-2.1.0-rtm.5.json",
);
// One of the schema's regular expressions is none with the flag u.
const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(
  JSON.parse(readFileSync(schemaFile, "utf8")) as object,
);

test("the report is valid by the official schema, with and without findings", () => {
  for (const report of [fullReport, reportOf([]), reportOf(services, { failOn: [] })]) {
    validate(JSON.parse(renderSarif(report, { repository })));
    expect(validate.errors ?? []).toEqual([]);
  }
  // The schema does refuse something.
  const broken = JSON.parse(renderSarif(fullReport, { repository })) as { runs: { results: { level: string }[] }[] };
  broken.runs[0]!.results[0]!.level = "fatal";
  expect(validate(broken)).toBe(false);
});

/** The log without the descriptors of lint rules, which are the same in every log. */
function withVerdictRulesOnly(log: { runs: { tool: { driver: { rules: { helpUri?: string }[] } } }[] }): unknown {
  const { driver } = log.runs[0]!.tool;
  driver.rules = driver.rules.filter(({ helpUri }) => helpUri === undefined);
  return log;
}

test("each finding is a result of its rule, on the expectation that is broken or else on the project", () => {
  expect(withVerdictRulesOnly(JSON.parse(renderSarif(fullReport, { repository })))).toMatchInlineSnapshot(`
   {
     "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
     "runs": [
       {
         "columnKind": "utf16CodeUnits",
         "invocations": [
           {
             "executionSuccessful": false,
             "exitCode": 2,
             "startTimeUtc": "2026-11-22T12:34:56.789Z",
             "toolExecutionNotifications": [
               {
                 "level": "error",
                 "message": {
                   "text": "stack prod: no stack named 'prod' found",
                 },
               },
               {
                 "level": "error",
                 "message": {
                   "text": "account eu: Twilio answered 401
     Check the credentials",
                 },
               },
               {
                 "level": "warning",
                 "locations": [
                   {
                     "physicalLocation": {
                       "artifactLocation": {
                         "uri": "infra/expectations.yaml",
                         "uriBaseId": "%SRCROOT%",
                       },
                       "region": {
                         "startColumn": 3,
                         "startLine": 20,
                       },
                     },
                   },
                 ],
                 "message": {
                   "text": "expectations.yaml:20:3: no service's friendly name matches "sup*"",
                 },
               },
             ],
           },
         ],
         "originalUriBaseIds": {
           "%SRCROOT%": {
             "description": {
               "text": "The top folder of the repository.",
             },
           },
         },
         "results": [
           {
             "level": "error",
             "locations": [
               {
                 "logicalLocations": [
                   {
                     "fullyQualifiedName": "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration::chat-2",
                     "kind": "resource",
                     "name": "chat-2",
                   },
                 ],
                 "physicalLocation": {
                   "artifactLocation": {
                     "uri": "infra/Pulumi.yaml",
                     "uriBaseId": "%SRCROOT%",
                   },
                   "region": {
                     "startLine": 1,
                   },
                 },
               },
             ],
             "message": {
               "text": "drifted: IS22222222222222222222222222222222 (客服中心客服中心客服中心客服中心), stack dev, resource chat-2
   filters: recorded ["onMessageAdded","onConversationAdded"], live []
   method: recorded "POST", live "GET"",
             },
             "partialFingerprints": {
               "primaryLocationLineHash": "7cc31169bd0ea9afdc00d8496f485858:1",
             },
             "ruleId": "twilio-webhook-drifted",
             "ruleIndex": 3,
           },
           {
             "level": "error",
             "locations": [
               {
                 "logicalLocations": [
                   {
                     "fullyQualifiedName": "urn:pulumi:prod::shop::t::chat-3",
                     "kind": "resource",
                     "name": "chat-3",
                   },
                 ],
                 "physicalLocation": {
                   "artifactLocation": {
                     "uri": "infra/expectations.yaml",
                     "uriBaseId": "%SRCROOT%",
                   },
                   "region": {
                     "startColumn": 3,
                     "startLine": 7,
                   },
                 },
               },
             ],
             "message": {
               "text": "violation: IS33333333333333333333333333333333 (a | b \`c\` <d> & "e" *f*\\u000a::error::g\\u001b[31m\\u202eh), state states/prod, eu.json, resource chat-3
   postWebhookUrl is not the expected URL
     expected: https://hooks.example.com/post
     found:    https://hooks.example.net/post?tenant=0123456789&queue=escalations
                                     ^ first difference
     the host differs
     (by expectations.yaml:7:3)
   preWebhookUrl.set: expected a URL to be set, found null (nothing is set)
     (by the stack's own expectation)
   To fix it at Twilio:
     twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS33333333333333333333333333333333 --post-webhook-url=https://hooks.example.com/post
   Or change \`expectations.yaml:7:3\` if the configuration is right as it is",
             },
             "partialFingerprints": {
               "primaryLocationLineHash": "93e4998152d530c24180f0f7762fd073:1",
             },
             "ruleId": "twilio-webhook-violation",
             "ruleIndex": 2,
           },
           {
             "level": "error",
             "locations": [
               {
                 "logicalLocations": [
                   {
                     "kind": "resource",
                     "name": "IS44444444444444444444444444444444",
                   },
                 ],
                 "physicalLocation": {
                   "artifactLocation": {
                     "uri": "infra/expectations.yaml",
                     "uriBaseId": "%SRCROOT%",
                   },
                   "region": {
                     "startColumn": 3,
                     "startLine": 12,
                   },
                 },
               },
             ],
             "message": {
               "text": "missing: IS44444444444444444444444444444444, expectations.yaml:12:3
   there is no service IS44444444444444444444444444444444 in the account",
             },
             "partialFingerprints": {
               "primaryLocationLineHash": "d6249a1df1056b3f45566b1da36a0a09:1",
             },
             "ruleId": "twilio-service-missing",
             "ruleIndex": 1,
           },
           {
             "level": "error",
             "locations": [
               {
                 "logicalLocations": [
                   {
                     "fullyQualifiedName": "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration::chat-5",
                     "kind": "resource",
                     "name": "chat-5",
                   },
                 ],
                 "physicalLocation": {
                   "artifactLocation": {
                     "uri": "infra/Pulumi.yaml",
                     "uriBaseId": "%SRCROOT%",
                   },
                   "region": {
                     "startLine": 1,
                   },
                 },
               },
             ],
             "message": {
               "text": "unreadable: IS55555555555555555555555555555555, stack dev, resource chat-5, account eu
   the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate
     Check the credentials",
             },
             "partialFingerprints": {
               "primaryLocationLineHash": "d68bedc9041efd623deb0a4896ba386c:1",
             },
             "ruleId": "twilio-webhook-unreadable",
             "ruleIndex": 0,
           },
           {
             "level": "note",
             "locations": [
               {
                 "logicalLocations": [
                   {
                     "kind": "resource",
                     "name": "IS66666666666666666666666666666666",
                   },
                 ],
                 "physicalLocation": {
                   "artifactLocation": {
                     "uri": "infra/Pulumi.yaml",
                     "uriBaseId": "%SRCROOT%",
                   },
                   "region": {
                     "startLine": 1,
                   },
                 },
               },
             ],
             "message": {
               "text": "untracked: IS66666666666666666666666666666666, the default account
   no stack, state or expectations file names it",
             },
             "partialFingerprints": {
               "primaryLocationLineHash": "2c33b1cbbfa7e974e00be2bc45d35beb:1",
             },
             "ruleId": "twilio-service-untracked",
             "ruleIndex": 4,
           },
         ],
         "tool": {
           "driver": {
             "name": "twilio-webhooks",
             "rules": [
               {
                 "defaultConfiguration": {
                   "level": "error",
                 },
                 "fullDescription": {
                   "text": "Its configuration, or what was recorded of it, could not be read. The audit is not complete.",
                 },
                 "id": "twilio-webhook-unreadable",
                 "name": "TwilioWebhookUnreadable",
                 "shortDescription": {
                   "text": "A service's webhooks could not be judged",
                 },
               },
               {
                 "defaultConfiguration": {
                   "level": "error",
                 },
                 "fullDescription": {
                   "text": "A stack or the expectations file names a Conversations service that Twilio does not have in the account.",
                 },
                 "id": "twilio-service-missing",
                 "name": "TwilioServiceMissing",
                 "shortDescription": {
                   "text": "A service does not exist",
                 },
               },
               {
                 "defaultConfiguration": {
                   "level": "error",
                 },
                 "fullDescription": {
                   "text": "The live webhook configuration breaks an expectation, the expectations file's or the stack's own.",
                 },
                 "id": "twilio-webhook-violation",
                 "name": "TwilioWebhookViolation",
                 "shortDescription": {
                   "text": "A service's webhooks are not as expected",
                 },
               },
               {
                 "defaultConfiguration": {
                   "level": "error",
                 },
                 "fullDescription": {
                   "text": "The live webhook configuration was changed after the stack's last update or refresh.",
                 },
                 "id": "twilio-webhook-drifted",
                 "name": "TwilioWebhookDrifted",
                 "shortDescription": {
                   "text": "A service's webhooks differ from what the stack recorded",
                 },
               },
               {
                 "defaultConfiguration": {
                   "level": "note",
                 },
                 "fullDescription": {
                   "text": "The account has a Conversations service that no stack recorded and no state or expectations file names.",
                 },
                 "id": "twilio-service-untracked",
                 "name": "TwilioServiceUntracked",
                 "shortDescription": {
                   "text": "A service is in no stack and in no file",
                 },
               },
             ],
             "semanticVersion": "0.1.0",
           },
         },
       },
     ],
     "version": "2.1.0",
   }
  `);
});

/** What code scanning tells alerts apart by: by this key alone. */
const alerts = (found: readonly AuditedService[]) =>
  (JSON.parse(renderSarif(reportOf(found), { repository })) as Log).runs[0]!.results!.map(
    ({ partialFingerprints }) => partialFingerprints!["primaryLocationLineHash"]!,
  );

test("a finding keeps its alert when its expectation moves to another line, and no two findings share one", () => {
  const moved = services.map((service) => ({
    ...service,
    violations: service.violations.map((violation) => ({
      ...violation,
      place: violation.place && { ...violation.place, line: 99 },
    })),
  }));
  expect(alerts(moved)).toEqual(alerts(services));
  expect(new Set(alerts(services)).size).toBe(5);
});

test("services that break one and the same expectation are an alert each, and so is a service in each stack", () => {
  const [violation] = services.filter(({ verdict }) => verdict === "violation");
  const of = (given: Partial<AuditedService>): AuditedService => ({ ...violation!, ...given });
  const stack = (name: string) => ({ kind: "stack", stack: name, resource: "chat", urn: "urn:chat" }) as const;
  const state = (file: string) => ({ kind: "state", file, resource: "chat", urn: "urn:chat" }) as const;
  const found = [
    ...["7", "8", "9"].map((digit) => of({ chatServiceSid: `IS${digit.repeat(32)}`, source: { kind: "account" } })),
    ...["org-a/shop/dev", "org-b/shop/dev"].map((name) => of({ source: stack(name) })),
    ...["a.json", "b.json"].map((file) => of({ source: state(file) })),
    of({ source: stack("org-a/shop/dev"), account: "eu" }),
    of({ source: stack("org-a/shop/dev"), verdict: "missing" }),
  ];
  expect(new Set(alerts(found)).size).toBe(found.length);
});

test("whoever dismisses an alert is told when something else is wrong with the service", () => {
  const [violation] = services.filter(({ verdict }) => verdict === "violation");
  const [drifted] = services.filter(({ verdict }) => verdict === "drifted");
  const [first, second] = violation!.violations;
  const [difference] = drifted!.differences;
  const found: readonly AuditedService[] = [
    violation!,
    { ...violation!, violations: [first!] },
    { ...violation!, violations: [second!] },
    { ...violation!, violations: [{ ...first!, found: "https://hijacked.example.net/" }] },
    drifted!,
    { ...drifted!, differences: [difference!] },
    { ...drifted!, differences: [{ ...difference!, live: ["onMessageAdded"] }] },
  ];
  expect(new Set(alerts(found)).size).toBe(found.length);
});

test("the category of an upload is the workflow's: the run has no id that outranks it", () => {
  const [run] = (JSON.parse(renderSarif(fullReport, { repository })) as Log).runs;
  expect(run).not.toHaveProperty("automationDetails");
});

test("a file outside the repository has an absolute URI, and none begins with a dot", () => {
  const uris = ["e.yaml", "./e.yaml", "../e.yaml", "../../other/e.yaml", "/work/shop/infra/x y.yaml"].map((file) => {
    const source = { kind: "expectations", file, line: 1, column: 1 } as const;
    const missing = { ...services[3]!, source };
    const log = JSON.parse(renderSarif(reportOf([missing]), { repository })) as Log;
    return log.runs[0]!.results![0]!.locations![0]!.physicalLocation!.artifactLocation;
  });
  expect(uris).toEqual([
    { uri: "infra/e.yaml", uriBaseId: "%SRCROOT%" },
    { uri: "infra/e.yaml", uriBaseId: "%SRCROOT%" },
    { uri: "e.yaml", uriBaseId: "%SRCROOT%" },
    { uri: "file:///work/other/e.yaml" },
    { uri: "infra/x%20y.yaml", uriBaseId: "%SRCROOT%" },
  ]);
});

test("a name in brackets before one in parentheses is no link", () => {
  const named = { ...services[1]!, friendlyName: "[Support](https://phishing.example.net)" };
  const log = JSON.parse(renderSarif(reportOf([named]), { repository })) as Log;
  expect(log.runs[0]!.results![0]!.message.text).toContain("(\\[Support](https://phishing.example.net))");
});
