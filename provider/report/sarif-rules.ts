// Tested by test/report/sarif.test.ts
import type { AuditVerdict } from "../audit/verdict";

/** A rule of the SARIF report: one for each verdict that is a finding. */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly full: string;
}

/** The identifiers stand in people's code scanning alerts: they stay as they are. */
export const sarifRules: Readonly<Record<Exclude<AuditVerdict, "ok">, SarifRule>> = {
  unreadable: {
    id: "twilio-webhook-unreadable",
    name: "TwilioWebhookUnreadable",
    short: "A service's webhooks could not be judged",
    full: "Its configuration, or what was recorded of it, could not be read. The audit is not complete.",
  },
  missing: {
    id: "twilio-service-missing",
    name: "TwilioServiceMissing",
    short: "A service does not exist",
    full: "A stack or the expectations file names a Conversations service that Twilio does not have in the account.",
  },
  violation: {
    id: "twilio-webhook-violation",
    name: "TwilioWebhookViolation",
    short: "A service's webhooks are not as expected",
    full: "The live webhook configuration breaks an expectation, the expectations file's or the stack's own.",
  },
  drifted: {
    id: "twilio-webhook-drifted",
    name: "TwilioWebhookDrifted",
    short: "A service's webhooks differ from what the stack recorded",
    full: "The live webhook configuration was changed after the stack's last update or refresh.",
  },
  untracked: {
    id: "twilio-service-untracked",
    name: "TwilioServiceUntracked",
    short: "A service is in no stack and in no file",
    full: "The account has a Conversations service that no stack recorded and no state or expectations file names.",
  },
};
