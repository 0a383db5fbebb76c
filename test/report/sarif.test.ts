import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Log } from "sarif";
import { renderSarif } from "../../provider/report/sarif";
import { fullReport, reportOf, services } from "../cli/support/report";

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
    validate(JSON.parse(renderSarif(report)));
    expect(validate.errors ?? []).toEqual([]);
  }
  // The schema does refuse something.
  const broken = JSON.parse(renderSarif(fullReport)) as { runs: { results: { level: string }[] }[] };
  broken.runs[0]!.results[0]!.level = "fatal";
  expect(validate(broken)).toBe(false);
});

test("each finding is a result of its rule, on the expectation that is broken or else on the project", () => {
  expect(JSON.parse(renderSarif(fullReport))).toMatchInlineSnapshot(`
{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "runs": [
    {
      "automationDetails": {
        "id": "twilio-webhooks/audit",
      },
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
                      "uri": "expectations.yaml",
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
                  "uri": "Pulumi.yaml",
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
            "service/v1": "4ecc40991ab565fb150f038c2ef5f2c8",
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
                  "uri": "expectations.yaml",
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
                                  ^ they part here
  because of another host
  (by expectations.yaml:7:3)
preWebhookUrl.set: expected a URL to be set, found null (nothing is set)
  (by the stack's own expectation)
Mend it at Twilio:
  twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS33333333333333333333333333333333 --post-webhook-url=https://hooks.example.com/post
or change \`expectations.yaml:7:3\`, if the configuration is right as it is",
          },
          "partialFingerprints": {
            "service/v1": "981baf124a70278cacd85029689cbb29",
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
                  "uri": "expectations.yaml",
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
            "service/v1": "1ecac76d31707105ebd7d32a67de6949",
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
                  "uri": "Pulumi.yaml",
                  "uriBaseId": "%SRCROOT%",
                },
                "region": {
                  "startLine": 1,
                },
              },
            },
          ],
          "message": {
            "text": "unreadable: IS55555555555555555555555555555555, stack dev, resource chat-5
the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate
  Check the credentials",
          },
          "partialFingerprints": {
            "service/v1": "46f0c930eff6bfd0926f93187c809a5b",
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
                  "uri": "Pulumi.yaml",
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
            "service/v1": "611294fa15800e2636cc91de6d17e220",
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

test("a finding keeps its fingerprint when its expectation moves to another line, and no two share one", () => {
  const fingerprints = (report: typeof fullReport) =>
    (JSON.parse(renderSarif(report)) as Log).runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
  const moved = services.map((service) => ({
    ...service,
    violations: service.violations.map((violation) => ({
      ...violation,
      place: violation.place && { ...violation.place, line: 99 },
    })),
  }));
  expect(fingerprints(reportOf(moved))).toEqual(fingerprints(fullReport));
  const all = fingerprints(fullReport)?.map((one) => Object.values(one ?? {})[0]);
  expect(new Set(all).size).toBe(5);
});
