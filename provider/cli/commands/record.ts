// Tested by test/cli/record-command.test.ts
import { takeSnapshot } from "../../audit/snapshot/take-snapshot";
import { noteText } from "../../report/report-text";
import type { AddCommand } from "../command";
import type { CommandContext } from "../command-context";
import { print, printOnly } from "../print";
import { profileOption, withProfile } from "../profile/with-profile";
import { languages, programText, type Language } from "../record/languages";
import { recordables } from "../record/recordable";
import { withProgress } from "../with-progress";
import { faultLines } from "./snapshot-faults";
import { sourceOptions, sourcesOf, type SourceFlags } from "./source-options";

interface RecordFlags extends SourceFlags {
  readonly language: Language;
  readonly hosts?: true;
  readonly profile?: string;
  readonly quiet?: true;
}

const examples = `
Examples:
  $ twilio-webhooks record --all-services > index.ts
  $ twilio-webhooks record --all-services --language yaml > Pulumi.yaml
  $ twilio-webhooks record --all-services --language python --hosts

Exit codes:
  0  everything was read and printed
  2  something could not be read, and so nothing was printed; or the command line is invalid
  130  stopped by Ctrl-C; nothing was printed`;

/** `twilio-webhooks record` */
export const recordCommand: AddCommand = (program, commander, found) => {
  const { Option: OptionClass } = commander;
  const command = program
    .command("record")
    .summary("print a Pulumi program that records services")
    .description(
      "Prints a Pulumi program that records services and demands what is live now. URLs that carry a credential, and what a " +
        "stack recorded as a secret, are never in it. It only reads from Twilio and from Pulumi's backend.",
    )
    .addHelpText("after", examples)
    .action((flags: RecordFlags) => {
      const sources = sourcesOf(flags);
      found(async (context) => record(flags, sources, await withProfile(flags.profile, flags.account, context)));
    });
  const options = [
    ...sourceOptions(commander),
    new OptionClass("--language <language>", "the language of the program")
      .choices([...languages])
      .default("typescript"),
    new OptionClass("--hosts", "demand the protocol and host of URLs, and the events: paths may change"),
    profileOption(commander),
    new OptionClass("--quiet", "show no progress"),
  ];
  options.forEach((option) => command.addOption(option));
  return command;
};

async function record(
  { language, hosts, quiet }: RecordFlags,
  sources: ReturnType<typeof sourcesOf>,
  context: CommandContext,
): Promise<number> {
  const { stderr, environment, workDir, signal } = context;
  const { report, services } = await withProgress(context, quiet === true, (onProgress) =>
    takeSnapshot({ ...sources, environment, workDir, signal, onProgress }),
  );
  const faults = faultLines(report);
  await print(stderr, [...report.warnings.map((each) => `warning: ${noteText(each)}\n`), ...faults].join(""));
  if (faults.length > 0) {
    await print(stderr, "Nothing was printed: not everything could be read.\n");
    return report.outcome === "interrupted" ? 130 : 2;
  }
  const recorded = recordables(services, hosts === true ? "hosts" : "exact");
  const leftOut = services.length - recorded.length;
  if (leftOut > 0) {
    const which = leftOut === 1 ? "A service is" : `${leftOut} services are`;
    await print(stderr, `warning: ${which} left out: Twilio has no such service, or the SID is secret.\n`);
  }
  if (recorded.length === 0) {
    await print(stderr, "Nothing was printed: there is no service to record.\n");
    return 2;
  }
  return printOnly(programText(language, recorded), context);
}
