// Tested by test/cli/audit-command.test.ts
import { resolve } from "node:path";
import type { AuditReport } from "../../audit/audit-report";
import { render, type FormatName } from "../../report/format";
import { countsText, outcomeSentence } from "../../report/report-text";
import { columnsOf, hasColours, type CommandContext } from "../command-context";
import { print } from "../print";
import { repositoryOf } from "../repository";
import { unwritten } from "../unwritten";
import type { ReportTarget } from "./report-targets";
import { writeWhole } from "./write-whole";

/** How a report is handed on. */
export interface Delivery {
  readonly targets: readonly ReportTarget[];
  readonly quiet: boolean;
  /** Whether it has secrets in it: a file is then for its owner alone. */
  readonly isPrivate: boolean;
}

/** Formats that end, or begin, with the outcome for people. */
const withOutcome: readonly FormatName[] = ["table", "markdown"];

/**
 * Prints and writes a report; each file that cannot be written is a line on the standard error. There also stands the
 * outcome, unless a report on the standard output says it to people: a job's log ends with it in any case.
 * @returns whether all of it could be written.
 */
export async function deliverReport(
  report: AuditReport,
  { targets, quiet, isPrivate }: Delivery,
  context: CommandContext,
): Promise<boolean> {
  const { stdout, stderr, workDir, environment } = context;
  const repository = repositoryOf(workDir, environment);
  let isDelivered = true;
  for (const { format, file } of targets) {
    let error: unknown;
    if (file === undefined) {
      const shape = { width: columnsOf(stdout, context), colours: hasColours(stdout, context) };
      error = await print(stdout, render(format, report, { ...shape, quiet, repository }));
    } else {
      const text = render(format, report, { width: undefined, colours: false, quiet, repository });
      error = await writeWhole(resolve(workDir, file), text, isPrivate ? 0o600 : 0o666).catch(
        (thrown: unknown) => thrown,
      );
    }
    if (error !== undefined) {
      isDelivered = false;
      await print(stderr, unwritten(file ?? "the standard output", error));
    }
  }
  const isShown = targets.some(({ format, file }) => file === undefined && withOutcome.includes(format));
  if (!isShown) {
    await print(stderr, `${countsText(report)}\n${outcomeSentence(report)}\n`);
  }
  return isDelivered;
}
