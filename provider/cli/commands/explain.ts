// Tested by test/cli/explain-command.test.ts
import type { Option } from "commander";
import { exitCodeOf } from "../../audit/audit-report";
import { explainService, type ExplainOptions } from "../../audit/explain/explain-service";
import { defaultFailOn, failingCauses, type FailingCause } from "../../audit/verdict";
import { renderExplanation, renderExplanationJson } from "../../report/explanation";
import { isServiceSid } from "../../service-sid/service-sid";
import type { AddCommand, Commander } from "../command";
import { columnsOf, hasColours, type CommandContext } from "../command-context";
import { optionValues, withChoices } from "../option-values";
import { printOnly } from "../print";
import { profileOption, withProfile } from "../profile/with-profile";
import { repositoryOf } from "../repository";
import { UsageError } from "../usage-error";
import { withProgress } from "../with-progress";

interface ExplainFlags {
  readonly stack?: readonly string[];
  readonly state?: readonly string[];
  readonly expectations?: readonly string[];
  readonly account?: readonly string[];
  readonly failOn?: readonly (FailingCause | "none")[];
  readonly rules?: "recommended" | "off";
  readonly format: "table" | "json";
  readonly showSecrets?: true;
  readonly profile?: string;
  readonly quiet?: true;
}

const examples = `
Examples:
  $ twilio-webhooks explain IS0123456789abcdef0123456789abcdef
  $ twilio-webhooks explain IS0123456789abcdef0123456789abcdef --expectations expectations.yaml
  $ twilio-webhooks explain IS0123456789abcdef0123456789abcdef --stack prod --format json | jq .explained[].events

Exit codes:
  0  the service was read, and nothing fails
  1  the service was read, and something fails: a verdict, or what a rule finds
  2  something could not be read, or it is not known who is told, or the command line is invalid
  130  stopped by Ctrl-C`;

/** `twilio-webhooks explain` */
export const explainCommand: AddCommand = (program, commander, found) => {
  const command = program
    .command("explain")
    .summary("explain who is told of a service's events")
    .description(
      "Shows for one service which event goes where, or why it goes nowhere, and what the rules find. With --expectations, " +
        "--stack or --state, it also shows the verdict of an audit. It only reads.",
    )
    .argument("<service>", "the service's SID: IS and 32 hexadecimal digits")
    .addHelpText("after", examples)
    .action((service: string, flags: ExplainFlags) => {
      const sid = service.trim();
      if (!isServiceSid(sid)) {
        // Not repeated: it may be a credential.
        throw new UsageError("the service must be a SID, which is IS and 32 hexadecimal digits");
      }
      found(async (context) => explain(sid, flags, await withProfile(flags.profile, flags.account, context)));
    });
  explainOptions(commander).forEach((option) => command.addOption(option));
  return command;
};

function explainOptions(commander: Commander): readonly Option[] {
  const { Option: OptionClass } = commander;
  const { collect, oneOf, once } = optionValues(commander);
  const causes = [...failingCauses, "none"];
  return [
    new OptionClass(
      "--stack <name>",
      "a stack that may have recorded it: of the current project, or a fully qualified stack name (repeatable)",
    ).argParser(collect),
    new OptionClass("--state <file>", "a state file, as pulumi stack export writes it (repeatable)").argParser(collect),
    new OptionClass("--expectations <file>", "a YAML or JSON file that says what webhooks must be").argParser(once),
    new OptionClass(
      "--account <name>",
      "a named account, or default, for a service that no stack or state recorded (repeatable)",
    ).argParser(collect),
    withChoices(
      new OptionClass(
        "--fail-on <causes>",
        `the verdicts and severities that fail (repeatable, or separated by commas; default: ${defaultFailOn.join(",")})`,
      ).argParser(oneOf(causes)),
      causes,
    ),
    new OptionClass(
      "--rules <which>",
      "the rules for what is wrong whatever is expected: recommended (the default), or off",
    ).choices(["recommended", "off"]),
    new OptionClass("--format <format>", "how it is printed").choices(["table", "json"]).default("table"),
    new OptionClass("--show-secrets", "show secrets, and URLs that carry a credential, in plain text"),
    profileOption(commander),
    new OptionClass("--quiet", "show no progress"),
  ];
}

async function explain(service: string, flags: ExplainFlags, context: CommandContext): Promise<number> {
  const { stdout, environment, workDir, signal, profile } = context;
  const options: ExplainOptions = {
    stacks: flags.stack,
    stateFiles: flags.state,
    expectationsFile: flags.expectations?.[0],
    accounts: flags.account?.map((name) => (name === "default" ? undefined : name)),
    failOn: flags.failOn?.filter((cause) => cause !== "none"),
    rules: flags.rules,
    showSecrets: flags.showSecrets,
    environment,
    workDir,
    signal,
  };
  const explanation = await withProgress(context, flags.quiet === true, (onProgress) =>
    explainService(service, { ...options, onProgress }, profile),
  );
  const text =
    flags.format === "json"
      ? renderExplanationJson(explanation)
      : renderExplanation(explanation, {
          width: columnsOf(stdout, context),
          colours: hasColours(stdout, context),
          quiet: false,
          repository: repositoryOf(workDir, environment),
        });
  return Math.max(await printOnly(text, context), exitCodeOf(explanation.report));
}
