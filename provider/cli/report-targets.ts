import { normalize } from "node:path";
import type { FormatName } from "../report/format";
import { UsageError } from "./usage-error";

/** A form of the report, and where it goes: a file, or the standard output where there is none. */
export interface ReportTarget {
  readonly format: FormatName;
  readonly file: string | undefined;
}

/** Formats that somebody else's program reads whole. */
const documents: readonly FormatName[] = ["json", "junit", "sarif"];

/**
 * Pairs formats with outputs: the first with the first, and so on; formats that are left go to the standard output.
 * `console`, `-` and `/dev/stdout` name it.
 * @throws {UsageError} where they do not fit together.
 */
export function reportTargets(formats: readonly FormatName[], outputs: readonly string[]): readonly ReportTarget[] {
  const wanted: readonly FormatName[] = formats.length === 0 ? ["table"] : formats;
  if (outputs.length > wanted.length) {
    throw new UsageError(
      `there are ${outputs.length} outputs for ${wanted.length} ${wanted.length === 1 ? "format" : "formats"}: ` +
        "give each --output a --format of its own",
    );
  }
  if (outputs.includes("")) {
    throw new UsageError("an --output is an empty name: name a file, or console");
  }
  const targets = wanted.map((format, index) => ({ format, file: fileOf(outputs[index]) }));
  const shown = targets.filter(({ file }) => file === undefined);
  if (shown.length > 1 && shown.some(({ format }) => documents.includes(format))) {
    const names = shown.map(({ format }) => format).join(" and ");
    throw new UsageError(`${names} cannot share the standard output: name a file for them with --output`);
  }
  const files = targets.flatMap(({ file }) => (file === undefined ? [] : normalize(file)));
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice !== undefined) {
    throw new UsageError(`two reports cannot be written to the same file, ${twice}`);
  }
  return targets;
}

// The last is a file to some: by that name, other reports would be written over it.
const standardOutput: readonly string[] = ["console", "-", "/dev/stdout"];

function fileOf(output: string | undefined): string | undefined {
  return output === undefined || standardOutput.includes(output) ? undefined : output;
}
