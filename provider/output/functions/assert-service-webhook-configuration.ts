import * as pulumi from "@pulumi/pulumi";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { WebhookViolationError } from "../../errors/webhook-violation-error";
import type { AccountWebhookSettings } from "../../delivery/webhook-settings";
import { anyOutput } from "../sdk/any-output";
import type { ServiceWebhookExpectation } from "../../expectation/service-webhook-expectation";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import { kindOf } from "../../text/kind-of";
import {
  verifyServiceWebhookConfiguration,
  type VerifyOptions,
} from "../../verdict/verify-service-webhook-configuration";
import { violationReport } from "../../verdict/violation-report";
import { isRefused, type ServiceWebhookExpectationInput } from "../gate/gate-input";
import { programLoaded } from "../stack/program-loaded";
import { compileGate } from "../gate/compiled-gate";
import { asRunError } from "../../errors/run-error";
import { dependenciesDone } from "../sdk/dependencies-done";
import { keepOutputAlive } from "../sdk/keep-alive";

/** The expectation's name in messages. */
const name = "expectation";

/**
 * Options of {@link assertServiceWebhookConfigurationOutput}.
 * @example
 * const setter = new Backend("whatever-sets-the-webhook", {});
 * const options: AssertServiceWebhookConfigurationOutputOptions = { dependsOn: setter };
 */
export interface AssertServiceWebhookConfigurationOutputOptions {
  /**
   * Resources that must be done first, such as the one that puts the webhook right. With it, a violation in preview is a
   * warning; the update checks it again.
   */
  readonly dependsOn?: pulumi.InvokeOutputOptions["dependsOn"];
  /**
   * The webhook configuration of the service's account, by which `delivers` is judged if the service has no URL.
   * @default not known: no event of such a service is taken to be delivered
   */
  readonly account?: pulumi.Input<AccountWebhookSettings> | undefined;
}

/**
 * Hands a configuration on if it is as expected. For `delivers` of a service without a URL, give its account's settings.
 * @throws {WebhookViolationError} with every violation, which the CLI prints without a stack trace.
 * @throws {InvalidInputError} if the expectation is not valid.
 * @example
 * const live = await getServiceWebhookConfiguration({ chatServiceSid });
 * const { postWebhookUrl } = assertServiceWebhookConfiguration(live, { postWebhookUrl: { set: true } });
 */
export function assertServiceWebhookConfiguration<Configuration extends GetServiceWebhookConfigurationResult>(
  configuration: Configuration,
  expectation: ServiceWebhookExpectation,
  options: VerifyOptions = {},
): Configuration {
  const functionName = "assertServiceWebhookConfiguration";
  try {
    requireServiceConfiguration(configuration);
    const violations = verifyServiceWebhookConfiguration(configuration, expectation, options);
    if (violations.length === 0) {
      return configuration;
    }
    const { summary, remediationSteps } = violationReport(violations, {
      chatServiceSid: configuration.chatServiceSid,
      expectationName: name,
    });
    throw new WebhookViolationError(violations, summary, remediationSteps);
  } catch (error) {
    throw asRunError(error, functionName);
  }
}

/**
 * Hands a configuration on if it is as expected; any part of either may be an output. What is not known in preview is
 * checked in the update. The output rejects with {@link WebhookViolationError} or {@link InvalidInputError}.
 * @example
 * const live = getServiceWebhookConfigurationOutput({ chatServiceSid });
 * const asserted = assertServiceWebhookConfigurationOutput(live, { method: "POST" });
 * new Backend("backend", { webhookUrl: asserted.postWebhookUrl });
 */
export function assertServiceWebhookConfigurationOutput(
  configuration: pulumi.Input<GetServiceWebhookConfigurationResult>,
  expectation: ServiceWebhookExpectationInput,
  options: AssertServiceWebhookConfigurationOutputOptions = {},
): pulumi.Output<GetServiceWebhookConfigurationResult> {
  const functionName = "assertServiceWebhookConfigurationOutput";
  const live = pulumi.output<unknown>(configuration) as pulumi.Output<GetServiceWebhookConfigurationResult>;
  const isSecret = pulumi.isSecret(live);
  const gate = compileGate({ expect: expectation, enforcement: undefined }, name).catch(async (error: unknown) => {
    await programLoaded(functionName);
    throw asRunError(error, functionName);
  });
  // A gate that is not valid must be refused even while there is no configuration to judge by it. If that can be told
  // at once, nothing else is joined to it: with each output more that waits for it, V8 has many times as many ways to
  // follow when it rejects, and stands still for minutes.
  if (isRefused(expectation)) {
    isSecret.catch(() => {});
    return keepOutputAlive(pulumi.output(gate.then(() => configuration as GetServiceWebhookConfigurationResult)));
  }
  const isValid = pulumi.output(gate.then(() => true));
  const asserted = pulumi
    .all([live, dependenciesDone(options.dependsOn), anyOutput(options.account), isValid])
    .apply<GetServiceWebhookConfigurationResult>(async ([known, after, account]) => {
      const read = known as GetServiceWebhookConfigurationResult;
      const { decide, secretProperties } = await gate;
      await requireServiceConfigurationOnceLoaded(read, functionName);
      const { failure, warning, violations } = decide({
        configuration: read,
        isSecret: await isSecret,
        after,
        account: account,
      });
      if (failure !== null) {
        await programLoaded(functionName);
        throw asRunError(new WebhookViolationError(violations, failure), functionName);
      }
      if (warning !== null) {
        void pulumi.log.warn(`${functionName}: ${warning}`);
      }
      // A live value that is as expected has the secret in it.
      return (secretProperties.size > 0 ? pulumi.secret(read) : read) as GetServiceWebhookConfigurationResult;
    });
  return keepOutputAlive(asserted);
}

async function requireServiceConfigurationOnceLoaded(configuration: unknown, functionName: string): Promise<void> {
  try {
    requireServiceConfiguration(configuration);
  } catch (error) {
    await programLoaded(functionName);
    throw asRunError(error, functionName);
  }
}

/** A JavaScript program, or a cast, may hand in something else, such as the configuration of the account. */
function requireServiceConfiguration(configuration: unknown): void {
  const isObject = typeof configuration === "object" && configuration !== null;
  if (isObject && typeof Reflect.get(configuration, "chatServiceSid") === "string") {
    return;
  }
  const isAccount = isObject && "target" in configuration;
  throw new InvalidInputError(
    "configuration",
    `configuration is not a service's webhook configuration: ${isObject ? "it has no chatServiceSid" : `it is ${kindOf(configuration)}`}`,
    isAccount
      ? ["getWebhookConfiguration() gives the account's own: judge that by verifyServiceWebhookConfiguration()."]
      : [],
  );
}
