/**
 * The rules, in the order in which findings of one severity stand.
 * @example
 * const isRule = (id: string) => (ruleIds as readonly string[]).includes(id);
 */
export const ruleIds = [
  "no-events",
  "post-url-unused",
  "pre-url-unused",
  "plain-http",
  "ambiguous-url",
  "unreachable-host",
  "request-inspector-host",
  "tunnel-host",
  "credential-in-url",
  "get-method",
  "unknown-event",
  "events-without-url",
  "placeholder-host",
  "nothing-configured",
  "shadowed-account",
  "unresolvable-host",
  "untrusted-certificate",
  "expiring-certificate",
] as const;

/**
 * The id of a rule, in settings and in findings. The page of the rules says what each is about.
 * @see https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md
 * @example
 * const strict: RuleId = "get-method";
 */
export type RuleId = (typeof ruleIds)[number];

/**
 * How bad a finding is: an `error` does harm or delivers nothing, a `warning` will sooner or later, a `note` may be meant.
 * @example
 * const isBad = (severity: RuleSeverity) => severity !== "note";
 */
export type RuleSeverity = "error" | "warning" | "note";

/**
 * A property of a webhook configuration that a finding can be about.
 * @example
 * const property: FindingProperty = "postWebhookUrl";
 */
export type FindingProperty = "preWebhookUrl" | "postWebhookUrl" | "method" | "filters";

/**
 * One thing that is wrong with a webhook configuration, whatever it is meant to be. It is plain data.
 * @example
 * const lines = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${message} (${rule})`);
 */
export interface Finding {
  /** The rule that found it. */
  readonly rule: RuleId;
  /** The rule's severity, or the one that the settings give it. */
  readonly severity: RuleSeverity;
  /** The property that it is about; null if it is about the configuration as a whole. */
  readonly property: FindingProperty | null;
  /** The fault, for a reader: one line of printable ASCII, without any secret. */
  readonly message: string;
  /**
   * The way out, for a reader: a line; and below it the Twilio CLI command, if there is but one way to do it.
   */
  readonly remediation: string;
}
