// Tested by test/cli/audit-command.test.ts
import type { FormatName } from "../../report/format";
import { UsageError } from "../usage-error";

/** A format of the report, and where it goes. */
export interface ReportTarget {
  readonly format: FormatName;
  /** As the user named it; undefined: the standard output. */
  readonly file: string | undefined;
}

/** Formats that a program reads whole. */
const documents: readonly FormatName[] = ["json", "junit", "sarif", "html"];

/**
 * Pairs formats with outputs: the first with the first, and so on; formats that are left go to the standard output.
 * `console`, `-` and `/dev/stdout` name it.
 * @throws {UsageError} if they do not fit together.
 */
export function reportTargets(formats: readonly FormatName[], outputs: readonly string[]): readonly ReportTarget[] {
  const wanted: readonly FormatName[] = formats.length === 0 ? ["table"] : formats;
  if (outputs.length > wanted.length) {
    throw new UsageError(
      `${outputs.length} outputs for ${wanted.length} ${wanted.length === 1 ? "format" : "formats"}: ` +
        "each --output needs a --format of its own",
    );
  }
  if (outputs.includes("")) {
    throw new UsageError("--output is empty: name a file, or console");
  }
  const targets = wanted.map((format, index) => ({ format, file: fileOf(outputs[index]) }));
  const shown = targets.filter(({ file }) => file === undefined);
  if (shown.length > 1 && shown.some(({ format }) => documents.includes(format))) {
    const names = shown.map(({ format }) => format).join(" and ");
    throw new UsageError(`${names} cannot share the standard output: name a file for them with --output`);
  }
  return targets;
}

// To some systems the last one is a file: under that name, one report would overwrite another.
const standardOutput: readonly string[] = ["console", "-", "/dev/stdout"];

/** The file that an output names; undefined if that is the standard output. */
export function fileOf(output: string | undefined): string | undefined {
  return output === undefined || standardOutput.includes(output) ? undefined : output;
}
