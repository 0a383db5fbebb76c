import type { Command, Option } from "commander";
import type { AuditOptions } from "../audit/audit-options";
import { defaultFailOn, failingVerdicts, type FailingVerdict } from "../audit/verdict";
import { didYouMean } from "../text/did-you-mean";
import type { AuditRequest } from "./audit-command";
import { completionScript, shells, type Shell } from "./completion/completion-script";
import { formatNames, type FormatName } from "../report/format";
import { reportTargets } from "./report-targets";

type Commander = typeof import("commander");

/** What a command line comes to. */
export type Invocation =
  | { readonly kind: "audit"; readonly request: AuditRequest }
  /** A text for the standard output. */
  | { readonly kind: "text"; readonly text: string }
  /** What is wrong, for the standard error. */
  | { readonly kind: "usage"; readonly text: string };

interface AuditFlags {
  readonly stack?: readonly string[];
  readonly allStacks?: true;
  readonly state?: readonly string[];
  readonly expectations?: readonly string[];
  readonly allServices?: true;
  readonly account?: readonly string[];
  readonly format?: readonly FormatName[];
  readonly output?: readonly string[];
  readonly failOn?: readonly (FailingVerdict | "none")[];
  readonly concurrency?: number;
  readonly showSecrets?: true;
  readonly quiet?: true;
}

const examples = `
Examples:
  $ twilio-webhooks audit --stack dev                       what a stack recorded, against what is live
  $ twilio-webhooks audit --all-stacks --quiet              only what is wrong, in all stacks of the backend
  $ twilio-webhooks audit --all-services --account default --account eu --expectations expectations.yaml
  $ twilio-webhooks audit --state state.json --format json | jq .counts
  $ twilio-webhooks audit --stack prod --format table --format junit --format sarif \\
      --output console,junit.xml,webhooks.sarif             for CI

Exit codes:
  0  everything was read, and nothing fails
  1  something has a verdict of --fail-on
  2  the audit is not complete, or the command line is wrong
  130  it was stopped by Ctrl-C; the report has what was learnt until then

Credentials: of a stack, its own config (twilio:…, or twilio-eu:… for the account eu); for everything else the
environment (TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET; with _EU for eu).
`;

/** Reads a command line, without the program's own name. */
export function readCommandLine(args: readonly string[], version: string, width: number): Invocation {
  const commander = require("#commander") as Commander;
  let invocation: Invocation | undefined;
  let printed = "";
  const program = makeProgram(commander, version, (found) => (invocation = found));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => (printed += text),
      writeErr: (text) => (printed += text),
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
    });
  }
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof commander.CommanderError)) {
      throw error;
    }
    return { kind: error.exitCode === 0 ? "text" : "usage", text: printed };
  }
  return invocation ?? { kind: "usage", text: printed };
}

function makeProgram(commander: Commander, version: string, found: (invocation: Invocation) => void): Command {
  const program = new commander.Command("twilio-webhooks")
    .description("Know which webhooks of Twilio Conversations services are not what they should be.")
    .version(version);
  const auditCommand = program
    .command("audit")
    .summary("audit stacks and accounts")
    .description(
      "Reports the services whose webhooks break an expectation, differ from what a stack recorded, or that do not " +
        "exist. It only reads, at Twilio and from Pulumi's backend. Sources can be combined; at least one is needed.",
    )
    .addHelpText("after", examples)
    .action((flags: AuditFlags) => found({ kind: "audit", request: auditRequest(flags) }));
  auditOptions(commander).forEach((option) => auditCommand.addOption(option));
  program
    .command("completion")
    .summary("print a completion script for a shell")
    .description(
      "Prints a script that completes this command's options. For bash: source <(twilio-webhooks completion bash)",
    )
    .addArgument(new commander.Argument("<shell>", "the shell").choices(shells))
    .action((shell: Shell) => found({ kind: "text", text: completionScript(shell, program) }));
  return program;
}

function auditOptions(commander: Commander): readonly Option[] {
  const { Option: OptionClass, InvalidArgumentError } = commander;
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  const oneOf =
    (allowed: readonly string[]) =>
    (value: string, before: readonly string[] = []) => {
      const values = value.split(",");
      for (const each of values) {
        if (!allowed.includes(each)) {
          throw new InvalidArgumentError(`Allowed are ${allowed.join(", ")}${didYouMean(each, allowed)}.`);
        }
      }
      return [...before, ...values];
    };
  const once = (value: string, before?: readonly string[]) => {
    if (before !== undefined) {
      throw new InvalidArgumentError("There can only be one.");
    }
    return [value];
  };
  const wholeNumber = (value: string) => {
    if (!/^[1-9]\d{0,5}$/.test(value)) {
      throw new InvalidArgumentError("It must be a whole number from 1.");
    }
    return Number(value);
  };
  const repeatable = "(repeatable)";
  return [
    new OptionClass("--stack <name>", `a stack, of the current project or fully qualified ${repeatable}`).argParser(
      collect,
    ),
    new OptionClass("--all-stacks", "all stacks of the backend that Pulumi is logged in to").conflicts("stack"),
    new OptionClass("--state <file>", `a state that pulumi stack export wrote ${repeatable}`).argParser(collect),
    new OptionClass("--expectations <file>", "what webhooks must be, in YAML or JSON").argParser(once),
    new OptionClass("--all-services", "all services of the accounts"),
    new OptionClass(
      "--account <name>",
      `a named account, or default, for --all-services and --expectations ${repeatable}`,
    ).argParser(collect),
    withChoices(
      new OptionClass("--format <format>", `the form of the report ${repeatable}; table where none is given`).argParser(
        oneOf(formatNames),
      ),
      formatNames,
    ),
    new OptionClass(
      "--output <file>",
      `where the first, second, … --format goes: a file, or console ${repeatable}, or with commas`,
    ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), ...value.split(",")]),
    withChoices(
      new OptionClass(
        "--fail-on <verdicts>",
        `which verdicts fail ${repeatable}, or with commas; ${defaultFailOn.join(", ")} where none is given`,
      ).argParser(oneOf([...failingVerdicts, "none"])),
      [...failingVerdicts, "none"],
    ),
    new OptionClass(
      "--concurrency <number>",
      "how many services are read at the same time at most, in each account",
    ).argParser(wholeNumber),
    new OptionClass("--show-secrets", "show secrets, and URLs that carry a credential, as they are"),
    new OptionClass("--quiet", "show only what fails, and no progress"),
  ];
}

/** Notes what can be given, for completion; the option's own parser stays. */
function withChoices(option: Option, choices: readonly string[]): Option {
  option.argChoices = [...choices];
  return option;
}

function auditRequest(flags: AuditFlags): AuditRequest {
  const { expectations = [], failOn } = flags;
  const options: AuditOptions = {
    stacks: flags.stack,
    allStacks: flags.allStacks,
    stateFiles: flags.state,
    expectationsFile: expectations[0],
    allServices: flags.allServices,
    accounts: flags.account?.map((name) => (name === "default" ? undefined : name)),
    concurrency: flags.concurrency,
    failOn: failOn?.filter((verdict) => verdict !== "none"),
    showSecrets: flags.showSecrets,
  };
  return { options, targets: reportTargets(flags.format ?? [], flags.output ?? []), quiet: flags.quiet === true };
}
