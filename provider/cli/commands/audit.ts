import type { Option } from "commander";
import type { AuditOptions } from "../../audit/audit-options";
import { defaultFailOn, failingCauses, type FailingCause } from "../../audit/verdict";
import { formatNames, type FormatName } from "../../report/format";
import { requireServiceSid } from "../../service-sid/service-sid";
import type { AddCommand, Commander } from "../command";
import { optionValues, withChoices } from "../option-values";
import { profileOption, withProfile } from "../profile/with-profile";
import { reportTargets } from "../reports/report-targets";
import { UsageError } from "../usage-error";
import { runAudit, type AuditRequest } from "./run-audit";

interface AuditFlags {
  readonly stack?: readonly string[];
  readonly allStacks?: true;
  readonly state?: readonly string[];
  readonly expectations?: readonly string[];
  readonly allServices?: true;
  readonly service?: readonly string[];
  readonly expectHost?: readonly string[];
  readonly account?: readonly string[];
  readonly format?: readonly FormatName[];
  readonly output?: readonly string[];
  readonly failOn?: readonly (FailingCause | "none")[];
  readonly rules?: "recommended" | "off";
  readonly reach?: true;
  readonly concurrency?: number;
  readonly showSecrets?: true;
  readonly profile?: string;
  readonly quiet?: true;
}

const examples = `
Examples:
  $ twilio-webhooks audit --stack dev                       compare what a stack recorded with what is live
  $ twilio-webhooks audit --all-stacks --quiet              only failures, in all stacks of the backend
  $ twilio-webhooks audit --all-services --account default --account eu --expectations expectations.yaml
  $ twilio-webhooks audit --all-services --expect-host hooks.example.com    which services lead elsewhere
  $ twilio-webhooks audit --state state.json --format json | jq .counts
  $ twilio-webhooks audit --all-services --format html --output webhooks.html    a page to look at
  $ twilio-webhooks audit --stack prod --format table --format junit --format sarif \\
      --output console,junit.xml,webhooks.sarif             for CI

Exit codes:
  0  everything was read, and nothing fails
  1  everything was read, and something fails: a verdict, or what a rule finds
  2  the audit is not complete, a report could not be written, or the command line is invalid
  130  stopped by Ctrl-C; the report has what was found by then

Credentials: a stack's own config (twilio:…, or twilio-eu:… for the account eu); for everything else the environment
(TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET; with _EU for the account eu), or
--profile; if the environment has none, the active profile of the Twilio CLI.`;

/** `twilio-webhooks audit` */
export const auditCommand: AddCommand = (program, commander, found) => {
  const command = program
    .command("audit")
    .summary("audit stacks and accounts")
    .description(
      "Reports the services whose webhooks break an expectation, differ from what a stack recorded, or are wrong whatever " +
        "is expected, and services that do not exist. It only reads, from Twilio and from Pulumi's backend. Sources can be combined; at least one is " +
        "required.",
    )
    .addHelpText("after", examples)
    .action((flags: AuditFlags) => {
      const request = auditRequest(flags);
      found(async (context) => runAudit(request, await withProfile(flags.profile, flags.account, context)));
    });
  auditOptions(commander).forEach((option) => command.addOption(option));
  return command;
};

function auditOptions(commander: Commander): readonly Option[] {
  const { Option: OptionClass } = commander;
  const { collect, oneOf, once, wholeNumber } = optionValues(commander);
  const repeatable = "(repeatable)";
  return [
    new OptionClass(
      "--stack <name>",
      `a stack of the current project, or a fully qualified stack name ${repeatable}`,
    ).argParser(collect),
    new OptionClass("--all-stacks", "all stacks of the backend that Pulumi is logged in to").conflicts("stack"),
    new OptionClass("--state <file>", `a state file, as pulumi stack export writes it ${repeatable}`).argParser(
      collect,
    ),
    new OptionClass("--expectations <file>", "a YAML or JSON file that says what webhooks must be").argParser(once),
    new OptionClass("--all-services", "all services of the accounts"),
    new OptionClass(
      "--service <sid>",
      `a service: it is looked for in the accounts, unless a stack or a state has recorded it ${repeatable}`,
    ).argParser(collect),
    new OptionClass(
      "--expect-host <host>",
      `a host to which all webhooks must lead, as hooks.example.com or *.example.com; of several, to any ${repeatable}`,
    ).argParser(collect),
    new OptionClass(
      "--account <name>",
      `a named account, or default, for --all-services, --service and --expectations ${repeatable}`,
    ).argParser(collect),
    withChoices(
      new OptionClass("--format <format>", "the format of the report (repeatable; default: table)").argParser(
        oneOf(formatNames),
      ),
      formatNames,
    ),
    new OptionClass(
      "--output <file>",
      "where the report of each --format goes, in the same order: a file, or console (repeatable, or separated by commas)",
    ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), ...value.split(",")]),
    withChoices(
      new OptionClass(
        "--fail-on <causes>",
        `the verdicts and severities that fail (repeatable, or separated by commas; default: ${defaultFailOn.join(",")})`,
      ).argParser(oneOf([...failingCauses, "none"])),
      [...failingCauses, "none"],
    ),
    new OptionClass(
      "--rules <which>",
      "the rules for what is wrong whatever is expected: recommended (the default), or off",
    ).choices(["recommended", "off"]),
    new OptionClass(
      "--reach",
      "look at each webhook host as Twilio would meet it: its name, its addresses and its certificate",
    ),
    new OptionClass(
      "--concurrency <number>",
      "the maximum number of services read at the same time in each account",
    ).argParser(wholeNumber),
    new OptionClass("--show-secrets", "show secrets, and URLs that carry a credential, in plain text"),
    profileOption(commander),
    new OptionClass("--quiet", "show only failures, warnings and the outcome, and no progress"),
  ];
}

function auditRequest(flags: AuditFlags): AuditRequest {
  const { expectations = [], failOn } = flags;
  const ofAccounts = flags.allServices ?? flags.service;
  if (!flags.stack && !flags.allStacks && !flags.state && !ofAccounts && expectations.length === 0) {
    throw new UsageError(
      "there is nothing to audit: give at least one of --stack, --all-stacks, --state, --expectations, --all-services " +
        "and --service",
    );
  }
  const options: AuditOptions = {
    stacks: flags.stack,
    allStacks: flags.allStacks,
    stateFiles: flags.state,
    expectationsFile: expectations[0],
    allServices: flags.allServices,
    services: flags.service?.map((sid) => requireServiceSid(sid.trim(), "--service")),
    expectHosts: flags.expectHost,
    accounts: flags.account?.map((name) => (name === "default" ? undefined : name)),
    concurrency: flags.concurrency,
    failOn: failOn?.filter((verdict) => verdict !== "none"),
    rules: flags.rules,
    reach: flags.reach,
    showSecrets: flags.showSecrets,
  };
  return { options, targets: reportTargets(flags.format ?? [], flags.output ?? []), quiet: flags.quiet === true };
}
