// Tested by test/audit/rules.test.ts
import type { Finding } from "../../rules/finding";
import { lintService } from "../../rules/lint";
import { accountDescription } from "../account-label";
import type { Accepted, AuditFinding } from "../audit-report";
import type { WebhookValues } from "../webhook-values";
import type { JudgingOptions } from "./judging-options";
import { atAccount, type RemedyAccount } from "./remedy-account";
import type { SecretTexts } from "./secret-texts";
import type { ServiceFacts } from "./service-facts";

/** The findings of rules in a service, as they may be shown. */
export function findingsOf(
  { chatServiceSid: sid, friendlyName, accountLevel }: ServiceFacts,
  live: WebhookValues,
  secretProperties: ReadonlySet<string>,
  account: RemedyAccount,
  { secrets, showSecrets, rules, acceptances, reach }: JudgingOptions,
): readonly AuditFinding[] {
  const found = lintService({ ...live, chatServiceSid: secrets.redactedValue(sid) }, rules.of(sid, friendlyName), {
    account: accountLevel,
    secretProperties,
    showSecrets,
    reach,
  });
  return found.map((finding) =>
    shownFinding(finding, acceptances.ofRule(finding.rule, { sid, friendlyName }), account, secrets),
  );
}

/** A finding without the secrets of the report as a whole. */
export function shownFinding(
  finding: Finding,
  accepted: Accepted | null,
  account: RemedyAccount,
  secrets: SecretTexts,
): AuditFinding {
  const message = secrets.redacted(finding.message);
  const remediation = atAccount(secrets.redacted(finding.remediation).split("\n"), account).join("\n");
  return { ...finding, message, remediation, accepted: shownAccepted(accepted, secrets) };
}

/** A reason is a person's text, and may have the secret in it that it is about. */
export function shownAccepted(accepted: Accepted | null, secrets: SecretTexts): Accepted | null {
  return accepted && { ...accepted, reason: secrets.redacted(accepted.reason) };
}

/** The account of a service, for its remedies. */
export function remedyAccountOf({ account, live, accountLevel }: ServiceFacts, options: JudgingOptions): RemedyAccount {
  const sid = live.kind === "read" ? live.values.accountSid : undefined;
  return shownRemedyAccount(account, sid ?? accountLevel?.accountSid ?? undefined, options);
}

/** An account for remedies, without a SID that is secret. */
export function shownRemedyAccount(
  account: string | undefined,
  sid: string | undefined,
  { secrets, profile }: JudgingOptions,
): RemedyAccount {
  const accountSid = sid !== undefined && secrets.redacted(sid) === sid ? sid : undefined;
  return { label: accountDescription(account, accountSid), accountSid, profile };
}
