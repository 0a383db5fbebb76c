// Tested by test/cli/snapshot-command.test.ts
import type { Option } from "commander";
import type { AuditOptions } from "../../audit/audit-options";
import type { Commander } from "../command";
import { optionValues } from "../option-values";
import { UsageError } from "../usage-error";

/** The flags that say which services a command is about. */
export interface SourceFlags {
  readonly stack?: readonly string[];
  readonly allStacks?: true;
  readonly state?: readonly string[];
  readonly allServices?: true;
  readonly account?: readonly string[];
  readonly concurrency?: number;
}

/** The options that say which services a command is about. */
export function sourceOptions(commander: Commander): readonly Option[] {
  const { Option: OptionClass } = commander;
  const { collect, wholeNumber } = optionValues(commander);
  return [
    new OptionClass("--all-services", "all services of the accounts"),
    new OptionClass(
      "--stack <name>",
      "the services that a stack recorded: of the current project, or a fully qualified stack name (repeatable)",
    ).argParser(collect),
    new OptionClass("--all-stacks", "the same of all stacks of the backend that Pulumi is logged in to").conflicts(
      "stack",
    ),
    new OptionClass(
      "--state <file>",
      "the same of a state file, as pulumi stack export writes it (repeatable)",
    ).argParser(collect),
    new OptionClass("--account <name>", "a named account, or default, for --all-services (repeatable)").argParser(
      collect,
    ),
    new OptionClass(
      "--concurrency <number>",
      "the maximum number of services read at the same time in each account",
    ).argParser(wholeNumber),
  ];
}

/**
 * The sources of these flags.
 * @throws {UsageError} if there is none.
 */
export function sourcesOf(flags: SourceFlags): AuditOptions {
  if (!flags.allServices && !flags.stack && !flags.allStacks && !flags.state) {
    throw new UsageError(
      "there is no service to read: give at least one of --all-services, --stack, --all-stacks and --state",
    );
  }
  return {
    stacks: flags.stack,
    allStacks: flags.allStacks,
    stateFiles: flags.state,
    allServices: flags.allServices,
    accounts: flags.account?.map((name) => (name === "default" ? undefined : name)),
    concurrency: flags.concurrency,
  };
}
