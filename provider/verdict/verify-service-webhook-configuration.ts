import { requireAccountSettings, type AccountWebhookSettings } from "../delivery/webhook-settings";
import { InvalidInputError } from "../errors/invalid-input-error";
import { CompiledExpectation } from "../expectation/compiled-expectation";
import { rememberedExpectation } from "../expectation/remembered-expectation";
import type { ServiceWebhookExpectation } from "../expectation/service-webhook-expectation";
import { judge, type JudgedConfiguration } from "./judge";
import type { Violation } from "./violation";

/**
 * Knowledge besides the service's configuration.
 * @example
 * const options: VerifyOptions = { account: await getWebhookConfiguration() };
 */
export interface VerifyOptions {
  /**
   * The webhook configuration of the service's account, by which `delivers` is judged if the service has no URL.
   * @default not known: no event of such a service is taken to be delivered
   */
  readonly account?: AccountWebhookSettings | undefined;
}

/**
 * Judges a webhook configuration by an expectation: pure, without a request. URLs that carry a credential are not shown
 * in the violations.
 *
 * `delivers` of a service without a URL is judged by its account's settings: give them as `account`. Without them such a
 * service violates it.
 *
 * To judge many configurations by one expectation, read it once with `compileExpectation`.
 * @returns All violations; none if the expectation holds.
 * @throws {InvalidInputError} if the expectation is not valid, or not all of it is known, or `account` is not an object.
 * @example
 * const live = await getServiceWebhookConfiguration({ chatServiceSid });
 * const violations = verifyServiceWebhookConfiguration(live, { postWebhookUrl: { protocol: "https" } });
 */
export function verifyServiceWebhookConfiguration(
  configuration: JudgedConfiguration,
  expectation: ServiceWebhookExpectation | CompiledExpectation,
  { account }: VerifyOptions = {},
): readonly Violation[] {
  if (typeof configuration !== "object" || configuration === null) {
    throw new InvalidInputError("configuration", "configuration is not a webhook configuration: it must be an object");
  }
  requireAccountSettings(account);
  const compiled = expectation instanceof CompiledExpectation ? expectation : rememberedExpectation(expectation);
  const [unknown] = compiled.deferred;
  if (unknown !== undefined) {
    throw new InvalidInputError(unknown, `${unknown} is not known yet, so nothing can be verified by it`);
  }
  return judge(configuration, compiled, { account }).violations;
}
