// Tested by test/cli/audit-command.test.ts
import { auditWithin } from "../../audit/audit";
import type { AuditOptions } from "../../audit/audit-options";
import { exitCodeOf } from "../../audit/audit-report";
import type { CommandContext } from "../command-context";
import { deliverReport } from "../reports/deliver-report";
import type { ReportTarget } from "../reports/report-targets";
import { requireTargets } from "../reports/require-targets";
import { withProgress } from "../with-progress";

/** A parsed command line of `audit`. */
export interface AuditRequest {
  readonly options: AuditOptions;
  readonly targets: readonly ReportTarget[];
  readonly quiet: boolean;
}

/**
 * Audits, and writes the report in the formats that were asked for.
 * @returns the exit code.
 * @throws {UsageError} and {InvalidInputError} before anything is read.
 */
export async function runAudit(request: AuditRequest, context: CommandContext): Promise<number> {
  const { environment, workDir, signal, network = {}, profile } = context;
  const { options, targets, quiet } = request;
  const { expectationsFile, stateFiles = [] } = options;
  await requireTargets(
    targets,
    [...stateFiles, ...(expectationsFile === undefined ? [] : [expectationsFile])],
    workDir,
  );
  const report = await withProgress(context, quiet, (onProgress) =>
    auditWithin(network, { ...options, environment, workDir, signal, onProgress }, profile),
  );
  const isDelivered = await deliverReport(report, { targets, quiet, isPrivate: options.showSecrets === true }, context);
  return isDelivered ? exitCodeOf(report) : Math.max(2, exitCodeOf(report));
}
