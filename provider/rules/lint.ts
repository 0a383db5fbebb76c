import {
  requireAccountSettings,
  requireSettings,
  type AccountWebhookSettings,
  type WebhookSettings,
} from "../delivery/webhook-settings";
import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";
import type { Finding } from "./finding";
import { lintSubject, type LintSubject, type SubjectContext } from "./lint-subject";
import { compileRules, CompiledRules, type RuleSettings } from "./rule-settings";

/**
 * How an account's own webhook configuration is looked at.
 * @example
 * const options: LintOptions = { rules: { "get-method": "error" } };
 */
export interface LintOptions {
  /**
   * Which rules apply.
   * @default "recommended"
   */
  readonly rules?: RuleSettings | undefined;
  /**
   * The properties whose value is secret: they are judged and not shown. A URL that carries a credential is not shown in
   * any case.
   * @default none
   */
  readonly secretProperties?: readonly string[] | undefined;
}

/**
 * How a service's webhook configuration is looked at.
 * @example
 * const options: ServiceLintOptions = { account: await getWebhookConfiguration() };
 */
export interface ServiceLintOptions extends LintOptions {
  /**
   * The webhook configuration of the service's account.
   * @default not known
   */
  readonly account?: AccountWebhookSettings | undefined;
}

/**
 * A service's configuration, as far as the rules look at it: what a read gives.
 * @example
 * const linted: LintedService = await getServiceWebhookConfiguration({ chatServiceSid });
 */
export type LintedService = WebhookSettings & Pick<GetServiceWebhookConfigurationResult, "chatServiceSid">;

/**
 * Finds what is wrong with a service's webhook configuration, whatever it is meant to be. Pure, without a request. Secrets
 * are not shown in what it gives back.
 * @see https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md
 * @returns The findings, the worst first; none if there is nothing to find.
 * @throws InvalidInputError if `configuration` or `account` is not an object, or `rules` is not valid.
 * @example
 * const live = await getServiceWebhookConfiguration({ chatServiceSid });
 * for (const { rule, severity, message } of lintServiceWebhookConfiguration(live)) {
 *   console.log(`${severity} ${rule}: ${message}`);
 * }
 */
export function lintServiceWebhookConfiguration(
  configuration: LintedService,
  options: ServiceLintOptions = {},
): readonly Finding[] {
  requireSettings(configuration);
  requireAccountSettings(options.account);
  return lintService(configuration, compileRules(options.rules), {
    account: options.account,
    secretProperties: secretSet(options.secretProperties),
  });
}

/**
 * The same for an account's own webhook configuration, which serves each service that has no URL of its own.
 * @see https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md
 * @returns The findings, the worst first; none if there is nothing to find.
 * @throws InvalidInputError if `configuration` is not an object, or `rules` is not valid.
 * @example
 * const findings = lintWebhookConfiguration(await getWebhookConfiguration(), { rules: { "get-method": "off" } });
 */
export function lintWebhookConfiguration(
  configuration: AccountWebhookSettings,
  options: LintOptions = {},
): readonly Finding[] {
  requireSettings(configuration);
  return lintAccount(configuration, compileRules(options.rules), {
    secretProperties: secretSet(options.secretProperties),
  });
}

/** Finds what is wrong with a service's configuration by rules that were read already. */
export function lintService(
  configuration: LintedService,
  rules: CompiledRules,
  context: SubjectContext = {},
): readonly Finding[] {
  const { chatServiceSid } = configuration;
  return findings(lintSubject(configuration, { owner: "service", target: { chatServiceSid } }, context), rules);
}

/** The same for an account's own configuration. */
export function lintAccount(
  configuration: AccountWebhookSettings,
  rules: CompiledRules,
  context: Omit<SubjectContext, "account"> = {},
): readonly Finding[] {
  const { target: leadsTo } = configuration;
  return findings(lintSubject(configuration, { owner: "account", target: "account", leadsTo }, context), rules);
}

function findings(subject: LintSubject, { rules }: CompiledRules): readonly Finding[] {
  const found: Finding[] = [];
  for (const [{ id, check }, severity] of rules) {
    for (const { property, message, remediation } of check(subject)) {
      found.push({ rule: id, severity, property, message, remediation });
    }
  }
  return found;
}

function secretSet(properties: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return properties === undefined ? undefined : new Set(properties);
}
