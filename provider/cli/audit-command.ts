import { resolve } from "node:path";
import { audit } from "../audit/audit";
import type { AuditOptions } from "../audit/audit-options";
import { exitCodeOf, type AuditReport } from "../audit/audit-report";
import { render } from "../report/format";
import { print } from "./print";
import { ProgressBar } from "./progress-bar";
import type { ReportTarget } from "./report-targets";
import { columnsOf, hasColours, type CommandContext } from "./command-context";
import { requireWritable, writeWhole } from "./write-whole";

/** What the command line asked for. */
export interface AuditRequest {
  readonly options: AuditOptions;
  readonly targets: readonly ReportTarget[];
  readonly quiet: boolean;
}

/**
 * Audits, and hands the report on in the forms that were asked for.
 * @returns the exit code.
 * @throws {UsageError} and {InvalidInputError} before anything is read.
 */
export async function runAudit(request: AuditRequest, context: CommandContext): Promise<number> {
  const { stderr, environment, workDir, signal } = context;
  for (const { file } of request.targets) {
    if (file !== undefined) {
      await requireWritable(resolve(workDir, file), file);
    }
  }
  const showsProgress = stderr.isTTY === true && !request.quiet && environment["TERM"] !== "dumb";
  const bar = showsProgress ? new ProgressBar(stderr) : undefined;
  let report: AuditReport;
  try {
    const onProgress = bar && ((progress: Parameters<ProgressBar["show"]>[0]) => bar.show(progress));
    report = await audit({ ...request.options, environment, workDir, signal, onProgress });
  } finally {
    bar?.clear();
  }
  const unwritten = await deliver(report, request, context);
  return unwritten === 0 ? exitCodeOf(report) : Math.max(2, exitCodeOf(report));
}

/** Prints and writes a report; gives back how many files could not be written. */
async function deliver(report: AuditReport, request: AuditRequest, context: CommandContext): Promise<number> {
  const { stdout, stderr, workDir } = context;
  const { targets, quiet, options } = request;
  let unwritten = 0;
  for (const { format, file } of targets) {
    if (file === undefined) {
      const options = { width: columnsOf(stdout, context), colours: hasColours(stdout, context), quiet };
      await print(stdout, render(format, report, options));
      continue;
    }
    try {
      const text = render(format, report, { width: undefined, colours: false, quiet });
      // A report with secrets in it is for its owner alone.
      await writeWhole(resolve(workDir, file), text, options.showSecrets === true ? 0o600 : 0o666);
    } catch (error) {
      unwritten += 1;
      const { code, message } = error as NodeJS.ErrnoException;
      await print(stderr, `error: ${file} could not be written: ${code ?? message}\n`);
    }
  }
  return unwritten;
}
