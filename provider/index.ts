export {
  eventDelivery,
  type DeliverySource,
  type EventDelivery,
  type EventDeliveryOptions,
  type NotSentReason,
  type UnknownDeliveryReason,
} from "./delivery/event-delivery";
export type { EventMoment } from "./delivery/webhook-event";
export type { AccountWebhookSettings, WebhookSettings } from "./delivery/webhook-settings";
export { isConfigurationError, ConfigurationError } from "./errors/configuration-error";
export { isInvalidInputError, InvalidInputError } from "./errors/invalid-input-error";
export { isNetworkError, NetworkError } from "./errors/network-error";
export { isRequestTimeoutError, RequestTimeoutError } from "./errors/request-timeout-error";
export { isResponseFormatError, ResponseFormatError } from "./errors/response-format-error";
export { isTwilioApiError, TwilioApiError, type TwilioApiErrorDetails } from "./errors/twilio-api-error";
export { isTwilioConversationsError, TwilioConversationsError } from "./errors/twilio-conversations-error";
export { isWebhookViolationError, WebhookViolationError } from "./errors/webhook-violation-error";
export { compileExpectation } from "./expectation/compile-expectation";
export type { CompiledExpectation } from "./expectation/compiled-expectation";
export type {
  FilterConditions,
  ServiceWebhookExpectation,
  UrlConditions,
  UrlPattern,
  UrlProtocol,
} from "./expectation/service-webhook-expectation";
export {
  assertServiceWebhookConfiguration,
  assertServiceWebhookConfigurationOutput,
  type AssertServiceWebhookConfigurationOutputOptions,
} from "./output/functions/assert-service-webhook-configuration";
export type { DeepInput, RuleSettingsInput, ServiceWebhookExpectationInput } from "./output/gate/gate-input";
export {
  getServiceWebhookConfiguration,
  getServiceWebhookConfigurationOutput,
  type GetServiceWebhookConfigurationArgs,
  type GetServiceWebhookConfigurationOptions,
  type GetServiceWebhookConfigurationOutputArgs,
  type GetServiceWebhookConfigurationOutputOptions,
} from "./output/functions/get-service-webhook-configuration";
export {
  getServiceWebhookConfigurations,
  getServiceWebhookConfigurationsOutput,
  type GetServiceWebhookConfigurationsArgs,
  type GetServiceWebhookConfigurationsOptions,
  type GetServiceWebhookConfigurationsOutputArgs,
  type GetServiceWebhookConfigurationsOutputOptions,
  type GetServiceWebhookConfigurationsResult,
} from "./output/functions/get-service-webhook-configurations";
export {
  getWebhookConfiguration,
  getWebhookConfigurationOutput,
  type GetWebhookConfigurationArgs,
  type GetWebhookConfigurationOptions,
  type GetWebhookConfigurationOutputArgs,
  type GetWebhookConfigurationOutputOptions,
} from "./output/functions/get-webhook-configuration";
export {
  ServiceWebhookConfiguration,
  type ServiceWebhookConfigurationState,
} from "./output/resource/service-webhook-configuration";
export type { ServiceWebhookConfigurationArgs } from "./output/resource/service-webhook-configuration-args";
export type { ReadingError, ServiceWebhookConfigurationReading } from "./result/service-reading";
export type { GetServiceWebhookConfigurationResult, WebhookMethod } from "./result/service-webhook-configuration";
export type { GetWebhookConfigurationResult, WebhookTarget } from "./result/account-webhook-configuration";
export { knownWebhookFilters, type WebhookFilter } from "./result/webhook-filter";
export { ruleIds, type Finding, type FindingProperty, type RuleId, type RuleSeverity } from "./rules/finding";
export {
  lintServiceWebhookConfiguration,
  lintWebhookConfiguration,
  type LintedService,
  type LintOptions,
  type ServiceLintOptions,
} from "./rules/lint";
export type { RuleSettings } from "./rules/rule-settings";
export { WebhookGate, type WebhookGateArgs, type WebhookGateService } from "./output/resource/webhook-gate";
export type { Enforcement } from "./verdict/enforcement";
export { verifyServiceWebhookConfiguration, type VerifyOptions } from "./verdict/verify-service-webhook-configuration";
export type { ViolatedDelivery, Violation } from "./verdict/violation";
