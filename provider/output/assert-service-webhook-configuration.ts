import * as pulumi from "@pulumi/pulumi";
import { WebhookViolationError } from "../errors/webhook-violation-error";
import type { ServiceWebhookExpectation } from "../expectation/service-webhook-expectation";
import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";
import { verifyServiceWebhookConfiguration } from "../verdict/verify-service-webhook-configuration";
import { violationReport } from "../verdict/violation-report";
import type { ServiceWebhookExpectationInput } from "./expectation-input";
import { programLoaded } from "./program-loaded";
import { validDemand } from "./ruling";
import { asRunError } from "./run-error";
import { settled } from "./settled";

/** What the expectation is called in messages. */
const name = "expectation";

/**
 * Options of {@link assertServiceWebhookConfigurationOutput}.
 * @example
 * const setter = new Backend("whatever-sets-the-webhook", {});
 * const options: AssertServiceWebhookConfigurationOutputOptions = { dependsOn: setter };
 */
export interface AssertServiceWebhookConfigurationOutputOptions {
  /**
   * What must be done first, such as the resource that puts the webhook right. With it, a violation in preview is a
   * warning; the update checks it again.
   */
  readonly dependsOn?: pulumi.InvokeOutputOptions["dependsOn"];
}

/**
 * Hands a configuration on if it is as expected.
 * @throws {WebhookViolationError} with every violation, which the CLI prints without a stack trace.
 * @throws {InvalidInputError} if the expectation is not valid.
 * @example
 * const live = await getServiceWebhookConfiguration({ chatServiceSid });
 * const { postWebhookUrl } = assertServiceWebhookConfiguration(live, { postWebhookUrl: { set: true } });
 */
export function assertServiceWebhookConfiguration<Configuration extends GetServiceWebhookConfigurationResult>(
  configuration: Configuration,
  expectation: ServiceWebhookExpectation,
): Configuration {
  const functionName = "assertServiceWebhookConfiguration";
  try {
    const violations = verifyServiceWebhookConfiguration(configuration, expectation);
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
  const demand = validDemand({ expect: expectation, enforcement: undefined }, name).catch(async (error: unknown) => {
    await programLoaded(functionName);
    throw asRunError(error, functionName);
  });
  // A value that rejects does so by itself: a second time would be one that nobody handles.
  isSecret.catch(() => {});
  // A demand that is not valid must be refused even while there is no configuration to judge by it. As a promise around
  // all the rest: where one of several joined outputs rejects, V8 looks along every way that leads on from it, of which
  // each output more makes many times as many, and the program stands still for minutes.
  const asserted = demand.then(({ rule, secretProperties }) =>
    pulumi
      .all([live, settled(options.dependsOn)])
      .apply<GetServiceWebhookConfigurationResult>(async ([known, after]) => {
        const configuration = known as GetServiceWebhookConfigurationResult;
        const { failure, warning, violations } = rule({ configuration, isSecret: await isSecret, after });
        if (failure !== null) {
          await programLoaded(functionName);
          throw asRunError(new WebhookViolationError(violations, failure), functionName);
        }
        if (warning !== null) {
          void pulumi.log.warn(`${functionName}: ${warning}`);
        }
        // What is live and as expected has the secret in it.
        const hasSecret = secretProperties.size > 0;
        return (hasSecret ? pulumi.secret(configuration) : configuration) as GetServiceWebhookConfigurationResult;
      }),
  );
  return pulumi.output(asserted);
}
