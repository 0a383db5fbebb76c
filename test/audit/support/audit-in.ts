import { audit } from "../../../provider/audit/audit";
import type { AuditOptions } from "../../../provider/audit/audit-options";
import type { AuditReport } from "../../../provider/audit/audit-report";
import type { TwilioEmulator } from "../../../provider/testing";
import { folderWith } from "./folder";
import { expectValidReport } from "./report-schema";

export const post = "https://hooks.example.com/post";

/** What is set at a service's webhook where a test says nothing else. */
export const webhook = { postWebhookUrl: post, method: "POST", filters: ["onMessageAdded"] };

/** The verdicts by the last digit of the SID, which is what these tests call a service by. */
export function verdicts(report: AuditReport): Record<string, string> {
  return Object.fromEntries(report.services.map(({ chatServiceSid, verdict }) => [chatServiceSid.slice(-1), verdict]));
}

/** Audits with these files and the emulator's account; every report of these tests is as the published schema says. */
export async function auditIn(
  twilio: TwilioEmulator,
  files: Parameters<typeof folderWith>[0],
  options: AuditOptions,
): Promise<AuditReport> {
  const report = await audit({ workDir: folderWith(files), environment: twilio.environment(), ...options });
  expectValidReport(JSON.parse(JSON.stringify(report)));
  return report;
}
