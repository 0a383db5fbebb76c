import type { CompiledExpectation, LiveValue } from "../expectation/compiled-expectation";
import type { Condition, ExpectedProperty, Finding } from "../expectation/conditions/condition";
import { LiveUrl } from "../expectation/conditions/live-url";
import { secretPlaceholder } from "../text/secret-placeholder";
import { secretProperties } from "../result/secret-properties";
import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";
import { hasSecret } from "./has-secret";
import { judgeDelivery } from "./judge-delivery";
import type { AccountWebhookSettings } from "../delivery/webhook-settings";
import { describeViolation } from "./describe-violation";
import type { Violation } from "./violation";

/** The properties of a configuration that a verdict is about. */
export type JudgedConfiguration = Pick<GetServiceWebhookConfigurationResult, ExpectedProperty>;

/** Facts about the configuration besides its values. */
export interface JudgeOptions {
  /**
   * The properties whose live value must not be shown. URLs that carry a credential are among them in any case.
   * @default none
   */
  readonly secretProperties?: ReadonlySet<string>;
  /**
   * Whether nothing is hidden, for a reader who asked to see secrets.
   * @default false
   */
  readonly showSecrets?: boolean;
  /**
   * The webhook settings of the service's account, by which `delivers` is judged if the service has no URL.
   * @default not known: nothing is delivered then
   */
  readonly account?: AccountWebhookSettings | undefined;
}

/** The result of judging a configuration. */
export interface Verdict {
  /** `violated`; `unverified` if no violation was found but something could not be judged yet; else `holds`. */
  readonly outcome: "holds" | "violated" | "unverified";
  readonly violations: readonly Violation[];
  /** The names of the conditions that were not judged, such as `expect.postWebhookUrl.host`. */
  readonly deferred: readonly string[];
}

/** Judges a configuration by an expectation: everything that is known is judged, and all violations are found. */
export function judge(
  configuration: JudgedConfiguration,
  expectation: CompiledExpectation,
  options: JudgeOptions = {},
): Verdict {
  const violations: Violation[] = [];
  for (const [property, conditions] of expectation.conditions) {
    const live = liveValue(property, configuration);
    for (const condition of conditions) {
      const finding = live === undefined ? notThere : condition.judge(live);
      if (finding !== undefined) {
        violations.push(toViolation(property, condition, finding, configuration, expectation, options));
      }
    }
  }
  const undelivered = deliveryViolation(configuration, expectation, options);
  if (undelivered !== undefined) {
    violations.push(undelivered);
  }
  const { deferred } = expectation;
  const unviolated = deferred.length > 0 ? "unverified" : "holds";
  return { outcome: violations.length > 0 ? "violated" : unviolated, violations, deferred };
}

function deliveryViolation(
  configuration: JudgedConfiguration,
  { delivers, secretProperties: secret }: CompiledExpectation,
  { account, secretProperties: given, showSecrets = false }: JudgeOptions,
): Violation | undefined {
  return (
    delivers &&
    judgeDelivery(configuration, delivers, {
      account,
      hidesFilters: given?.has("filters") === true || secret.has("filters"),
      showSecrets,
    })
  );
}

/** The property as its conditions want it; undefined if it is not there, or not what its type promises. */
function liveValue(property: ExpectedProperty, configuration: JudgedConfiguration): LiveValue | undefined {
  switch (property) {
    case "preWebhookUrl":
      return liveUrl(configuration.preWebhookUrl);
    case "postWebhookUrl":
      return liveUrl(configuration.postWebhookUrl);
    case "method":
      return isTextOrNull(configuration.method) ? configuration.method : undefined;
    case "accountSid":
      return isTextOrNull(configuration.accountSid) ? configuration.accountSid : undefined;
    case "filters":
      return isListOrNull(configuration.filters) ? configuration.filters : undefined;
  }
}

function liveUrl(url: unknown): LiveUrl | undefined {
  return isTextOrNull(url) ? new LiveUrl(url) : undefined;
}

// A configuration from a state file or a program may lack what its type promises. That is not null: null can be expected.
const notThere: Finding = { found: null, because: "the configuration has no such field, or one of another type" };

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function isListOrNull(value: unknown): value is readonly string[] | null {
  return value === null || (Array.isArray(value) && value.every((item) => typeof item === "string"));
}

function toViolation(
  property: ExpectedProperty,
  { name, expected, isSecret }: Pick<Condition<never>, "name" | "expected" | "isSecret">,
  finding: Finding,
  configuration: JudgedConfiguration,
  expectation: CompiledExpectation,
  options: JudgeOptions,
): Violation {
  const { secretProperties: given, showSecrets = false } = options;
  // Next to a secret condition the live value is hidden too: if it is nearly right, it has most of the secret in it.
  const isLiveSecret =
    given?.has(property) === true ||
    expectation.secretProperties.has(property) ||
    carriesCredential(property, configuration);
  const hidesFound =
    !showSecrets &&
    finding.found !== null &&
    (isSecret || isLiveSecret || hasSecret(finding.found, expectation.secretTexts));
  const hidesExpected = !showSecrets && expected !== null && isSecret;
  const shown = {
    property,
    condition: name,
    expected: hidesExpected ? secretPlaceholder : expected,
    found: hidesFound ? secretPlaceholder : finding.found,
    ...(finding.missing === undefined || hidesExpected || hidesFound ? {} : { missing: finding.missing }),
    ...(finding.extra === undefined || hidesExpected || hidesFound ? {} : { extra: finding.extra }),
    secret: hidesFound || hidesExpected,
  };
  return { ...shown, message: describeViolation(shown, finding.because) };
}

function carriesCredential(
  property: ExpectedProperty,
  { preWebhookUrl, postWebhookUrl }: JudgedConfiguration,
): boolean {
  const urls = { preWebhookUrl: textOrNull(preWebhookUrl), postWebhookUrl: textOrNull(postWebhookUrl) };
  return (secretProperties(urls) as ReadonlySet<string>).has(property);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
