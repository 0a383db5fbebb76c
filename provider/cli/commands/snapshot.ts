// Tested by test/cli/snapshot-command.test.ts
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { expectationsText } from "../../audit/snapshot/expectations-text";
import { takeSnapshot } from "../../audit/snapshot/take-snapshot";
import { noteText } from "../../report/report-text";
import type { AddCommand } from "../command";
import type { CommandContext } from "../command-context";
import { optionValues } from "../option-values";
import { print, printOnly } from "../print";
import { profileOption, withProfile } from "../profile/with-profile";
import { fileOf } from "../reports/report-targets";
import { requireTargets } from "../reports/require-targets";
import { writeWhole } from "../reports/write-whole";
import { unwritten } from "../unwritten";
import { UsageError } from "../usage-error";
import { withProgress } from "../with-progress";
import { faultLines } from "./snapshot-faults";
import { sourceOptions, sourcesOf, type SourceFlags } from "./source-options";

interface SnapshotFlags extends SourceFlags {
  readonly exact?: true;
  readonly hosts?: true;
  readonly acceptFindings?: true;
  readonly output?: readonly string[];
  readonly force?: true;
  readonly profile?: string;
  readonly quiet?: true;
}

const examples = `
Examples:
  $ twilio-webhooks snapshot --all-services > expectations.yaml
  $ twilio-webhooks snapshot --stack prod --hosts --output expectations.yaml
  $ twilio-webhooks snapshot --all-services --accept-findings --output expectations.yaml --force
  $ twilio-webhooks audit --all-services --expectations expectations.yaml     from then on

Exit codes:
  0  everything was read and written
  2  something could not be read, and so nothing was written; or the file could not be written, or the command line is
     invalid
  130  stopped by Ctrl-C; nothing was written`;

/** `twilio-webhooks snapshot` */
export const snapshotCommand: AddCommand = (program, commander, found) => {
  const { Option: OptionClass } = commander;
  const command = program
    .command("snapshot")
    .summary("write what is live as an expectations file")
    .description(
      "Writes an expectations file that demands what is live now, for audits from now on. URLs that carry a credential, " +
        "and what a stack recorded as a secret, are never in it. It only reads from Twilio and from Pulumi's backend.",
    )
    .addHelpText("after", examples)
    .action((flags: SnapshotFlags) => {
      const sources = sourcesOf(flags);
      found(async (context) => snapshot(flags, sources, await withProfile(flags.profile, flags.account, context)));
    });
  const options = [
    ...sourceOptions(commander),
    new OptionClass("--exact", "demand everything exactly as it is (the default)"),
    new OptionClass("--hosts", "demand the protocol and host of URLs, and the events: paths may change").conflicts(
      "exact",
    ),
    new OptionClass("--accept-findings", "accept what rules find today, with reasons to fill in"),
    new OptionClass("--output <file>", "the file to write (default: the standard output)").argParser(
      optionValues(commander).once,
    ),
    new OptionClass("--force", "overwrite the file if there is one"),
    profileOption(commander),
    new OptionClass("--quiet", "show no progress"),
  ];
  options.forEach((option) => command.addOption(option));
  return command;
};

async function snapshot(
  flags: SnapshotFlags,
  sources: ReturnType<typeof sourcesOf>,
  context: CommandContext,
): Promise<number> {
  const { stderr, environment, workDir, signal } = context;
  const file = fileOf(flags.output?.[0]);
  await requireNewFile(file, flags, workDir);
  const taken = await withProgress(context, flags.quiet === true, (onProgress) =>
    takeSnapshot({ ...sources, environment, workDir, signal, onProgress }),
  );
  const faults = faultLines(taken.report);
  await print(stderr, [...taken.report.warnings.map((each) => `warning: ${noteText(each)}\n`), ...faults].join(""));
  if (faults.length > 0) {
    await print(stderr, "Nothing was written: not everything could be read.\n");
    return taken.report.outcome === "interrupted" ? 130 : 2;
  }
  if (taken.services.every(({ live }) => live === undefined)) {
    await print(stderr, "Nothing was written: none of the services is at Twilio.\n");
    return 2;
  }
  const text = expectationsText(taken, {
    detail: flags.hosts === true ? "hosts" : "exact",
    acceptFindings: flags.acceptFindings === true,
  });
  if (file === undefined) {
    return printOnly(text, context);
  }
  try {
    await writeWhole(resolve(workDir, file), text, 0o666);
    return 0;
  } catch (error) {
    await print(stderr, unwritten(file, error));
    return 2;
  }
}

/** @throws {UsageError} if the file is there already, or cannot be written, before anything is read. */
async function requireNewFile(
  file: string | undefined,
  { force, state = [] }: SnapshotFlags,
  workDir: string,
): Promise<void> {
  if (file === undefined) {
    return;
  }
  if (file === "") {
    throw new UsageError("--output is empty: name a file");
  }
  await requireTargets([{ format: "table", file }], state, workDir);
  const isThere = await stat(resolve(workDir, file)).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isThere && force !== true) {
    throw new UsageError(`${file} is there already: give --force to overwrite it`);
  }
}
