import type { AuditedService, AuditReport } from "../../../provider/audit/audit-report";
import { auditVerdicts, type AuditVerdict } from "../../../provider/audit/verdict";
import type { Repository } from "../../../provider/report/repository-path";
import type { WebhookValues } from "../../../provider/audit/webhook-values";
import { exampleAccountSid } from "../../../provider/testing";

const sidOf = (digit: string): string => `IS${digit.repeat(32)}`;

function values(sid: string, given: Partial<WebhookValues> = {}): WebhookValues {
  return {
    preWebhookUrl: null,
    postWebhookUrl: "https://hooks.example.com/post",
    filters: ["onMessageAdded", "onConversationAdded"],
    method: "POST",
    accountSid: exampleAccountSid,
    url: `https://conversations.twilio.com/v1/Services/${sid}/Configuration/Webhooks`,
    ...given,
  };
}

const accountLevel = {
  accountSid: exampleAccountSid,
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.example.com/account",
  filters: null,
  method: null,
  target: "webhook",
  url: "https://conversations.twilio.com/v1/Configuration/Webhooks",
};

function service(verdict: AuditVerdict, digit: string, given: Partial<AuditedService> = {}): AuditedService {
  const chatServiceSid = sidOf(digit);
  const urn = `urn:pulumi:dev::shop::pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration::chat-${digit}`;
  return {
    verdict,
    accepted: null,
    chatServiceSid,
    friendlyName: null,
    source: { kind: "stack", stack: "dev", resource: `chat-${digit}`, urn },
    account: null,
    reason: null,
    recorded: values(chatServiceSid),
    live: values(chatServiceSid),
    accountLevel,
    expectations: [],
    violations: [],
    differences: [],
    remediation: [],
    findings: [],
    ...given,
  };
}

const elsewhere = "https://hooks.example.net/post?tenant=0123456789&queue=escalations";

/** A repository with the project in a folder of it. */
export const repository: Repository = {
  workDir: "/work/shop/infra",
  root: "/work/shop",
  projectFile: "/work/shop/infra/Pulumi.yaml",
};

/** One service of each verdict and of each source, with names that would break a careless format. */
export const services: readonly AuditedService[] = [
  service("ok", "1", {
    friendlyName: "Kundendienst Köln",
    expectations: [
      {
        of: "file",
        place: { file: "expectations.yaml", line: 2, column: 3 },
        conditions: [
          { property: "postWebhookUrl", condition: "host", expected: "*.example.com" },
          { property: "postWebhookUrl", condition: "query", expected: "none" },
        ],
      },
    ],
  }),
  service("drifted", "2", {
    friendlyName: "客服中心客服中心客服中心客服中心",
    live: values(sidOf("2"), { method: "GET", filters: [] }),
    differences: [
      { property: "filters", recorded: ["onMessageAdded", "onConversationAdded"], live: [] },
      { property: "method", recorded: "POST", live: "GET" },
    ],
  }),
  service("violation", "3", {
    friendlyName: 'a | b `c` <d> & "e" *f*\n::error::g\u001b[31m\u202eh',
    source: {
      kind: "state",
      file: "states/prod, eu.json",
      resource: "chat-3",
      urn: "urn:pulumi:prod::shop::t::chat-3",
    },
    live: values(sidOf("3"), { postWebhookUrl: elsewhere }),
    differences: [{ property: "postWebhookUrl", recorded: "https://hooks.example.com/post", live: elsewhere }],
    expectations: [
      {
        of: "file",
        place: { file: "expectations.yaml", line: 7, column: 3 },
        conditions: [
          { property: "postWebhookUrl", condition: "equals", expected: "https://hooks.example.com/post" },
          { property: "method", condition: "equals", expected: ["POST", "GET"] },
        ],
      },
      {
        of: "stack",
        place: null,
        conditions: [
          { property: "preWebhookUrl", condition: "set", expected: true },
          { property: "delivers", condition: "equals", expected: ["onMessageAdded"] },
        ],
      },
    ],
    violations: [
      {
        property: "postWebhookUrl",
        condition: "equals",
        expected: "https://hooks.example.com/post",
        found: elsewhere,
        secret: false,
        message: [
          "postWebhookUrl is not the expected URL",
          "  expected: https://hooks.example.com/post",
          `  found:    ${elsewhere}`,
          "                                  ^ first difference",
          "  the host differs",
        ].join("\n"),
        of: "file",
        place: { file: "expectations.yaml", line: 7, column: 3 },
      },
      {
        property: "preWebhookUrl",
        condition: "set",
        expected: true,
        found: null,
        secret: false,
        message: "preWebhookUrl.set: expected a URL to be set, found null (nothing is set)",
        of: "stack",
        place: null,
      },
    ],
    remediation: [
      "To fix it at Twilio:",
      `  twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=${sidOf("3")} --post-webhook-url=https://hooks.example.com/post`,
      "Or change `expectations.yaml:7:3` if the configuration is right as it is",
    ],
  }),
  service("missing", "4", {
    source: { kind: "expectations", file: "expectations.yaml", line: 12, column: 3 },
    recorded: null,
    live: null,
    reason: `there is no service ${sidOf("4")} in the account`,
  }),
  service("unreadable", "5", {
    account: "eu",
    live: null,
    accountLevel: null,
    reason:
      "the webhook configuration could not be read: Twilio answered 401 (code 20003): Authenticate\n  Check the credentials",
  }),
  service("untracked", "6", {
    source: { kind: "account" },
    recorded: null,
    live: values(sidOf("6"), { postWebhookUrl: "[secret]" }),
  }),
];

function findingCounts(found: readonly AuditedService[]): AuditReport["findingCounts"] {
  const counts = { error: 0, warning: 0, note: 0, accepted: 0 };
  for (const { severity, accepted } of found.flatMap(({ findings }) => findings)) {
    counts[accepted === null ? severity : "accepted"] += 1;
  }
  return counts;
}

/** A report of these services. */
export function reportOf(found: readonly AuditedService[], given: Partial<AuditReport> = {}): AuditReport {
  const counts = Object.fromEntries(
    auditVerdicts.map((verdict) => [verdict, found.filter((each) => each.verdict === verdict).length]),
  ) as AuditReport["counts"];
  return {
    version: 2,
    tool: { name: "pulumi-twilio-conversations", version: "0.1.0" },
    startedAt: "2026-11-22T12:34:56.789Z",
    outcome: "passed",
    failOn: ["violation", "missing", "drifted", "error"],
    counts,
    findingCounts: findingCounts(found),
    reach: null,
    services: found,
    accounts: [
      { account: null, accountSid: exampleAccountSid, configuration: accountLevel, error: null, findings: [] },
    ],
    problems: [],
    warnings: [],
    ...given,
  };
}

/** A report with everything in it. */
export const fullReport = reportOf(services, {
  outcome: "incomplete",
  accounts: [
    { account: null, accountSid: exampleAccountSid, configuration: accountLevel, error: null, findings: [] },
    {
      account: "eu",
      accountSid: null,
      configuration: null,
      error: "Twilio answered 401\n  Check the credentials",
      findings: [],
    },
  ],
  problems: [{ subject: "stack prod", message: "no stack named 'prod' found", place: null }],
  warnings: [
    {
      subject: "expectations.yaml",
      message: 'no service\'s friendly name matches "sup*"',
      place: { file: "expectations.yaml", line: 20, column: 3 },
    },
  ],
});
