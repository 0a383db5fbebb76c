import type { Environment } from "../credentials/settings-source";
import type { RuleSettings } from "../rules/rule-settings";
import type { FailingCause } from "./verdict";

/**
 * How far an audit is.
 * @example
 * const show = ({ phase, done, total }: AuditProgress) => console.error(`${phase}: ${done} of ${total}`);
 */
export interface AuditProgress {
  /** The work at hand: it reads the stacks' states, then services at Twilio; with `reach` it then looks at webhooks' hosts. */
  readonly phase: "stacks" | "services" | "hosts";
  /** How many of them are done. */
  readonly done: number;
  /** As far as it is known by now. */
  readonly total: number;
  /** The stacks that are being read, first the one that has taken longest. Only in the phase `stacks`. */
  readonly current?: readonly string[] | undefined;
}

/**
 * The sources of an audit, and how it is done. At least one source must be named: `stacks` to `services`.
 * @example
 * const options: AuditOptions = { stacks: ["prod"], expectationsFile: "expectations.yaml", failOn: ["violation"] };
 * const report = await audit(options);
 */
export interface AuditOptions {
  /**
   * Stacks, by names that the Pulumi CLI understands: `dev` of the current project, or fully qualified.
   * @default none
   */
  readonly stacks?: readonly string[] | undefined;
  /**
   * All stacks that the Pulumi CLI shows in the backend it is logged in to, of any project.
   * @default false
   */
  readonly allStacks?: boolean | undefined;
  /**
   * Files that `pulumi stack export` wrote. Their secrets can only be compared if it did so with `--show-secrets`.
   * @default none
   */
  readonly stateFiles?: readonly string[] | undefined;
  /**
   * A YAML or JSON file of expectations.
   * @see schemas/expectations.schema.json
   * @default none
   */
  readonly expectationsFile?: string | undefined;
  /**
   * All services of the accounts.
   * @default false
   */
  readonly allServices?: boolean | undefined;
  /**
   * Services by their SIDs, `IS` and 32 hexadecimal digits. One that no stack or state has recorded is looked for in the
   * accounts, and missing if none has it.
   * @default none
   */
  readonly services?: readonly string[] | undefined;
  /**
   * The hosts to which webhooks may lead: `hooks.example.com`, or `*.example.com` for any host below it. It is demanded
   * of every service of the audit, besides what stacks and the file expect: of each URL that is set; of its account's, if
   * the service has none. Where no URL is set at all, nothing leads there, and the demand is not met.
   * @default any host
   */
  readonly expectHosts?: readonly string[] | undefined;
  /**
   * The named accounts for `allServices`, for `services` and for those that only the expectations file names; undefined stands
   * for the default one. Each has its credentials in the environment: `TWILIO_*`, or `TWILIO_*_EU` for `eu`.
   * @default the default account
   */
  readonly accounts?: readonly (string | undefined)[] | undefined;
  /**
   * How many services are read at the same time at most, in each account.
   * @default 64
   */
  readonly concurrency?: number | undefined;
  /**
   * The verdicts and severities that make the audit fail. A severity stands for worse ones too.
   * @default violation, missing, drifted and error
   */
  readonly failOn?: readonly FailingCause[] | undefined;
  /**
   * Which rules apply to each service that is read, and to each account's own configuration. The expectations file can
   * change them, unless they are "off".
   * @default "recommended"
   */
  readonly rules?: RuleSettings | undefined;
  /**
   * Whether to look at each distinct host of the webhooks that are live, as Twilio would meet it: by DNS, and by the TLS
   * handshake of a connection to its public addresses, past any proxy. No HTTP request is sent. It takes part in the
   * rules `unresolvable-host`, `unreachable-host`, `untrusted-certificate` and `expiring-certificate`.
   * @default false
   */
  readonly reach?: boolean | undefined;
  /**
   * Whether secrets are in the report as they are.
   * @default false
   */
  readonly showSecrets?: boolean | undefined;
  /**
   * Where the Pulumi CLI runs, and what file names are relative to.
   * @default the current folder
   */
  readonly workDir?: string | undefined;
  /**
   * Where credentials are looked up, and what the Pulumi CLI gets.
   * @default process.env
   */
  readonly environment?: Environment | undefined;
  /** Stops it at once; it then gives what it has learnt. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far it is. */
  readonly onProgress?: ((progress: AuditProgress) => void) | undefined;
}
