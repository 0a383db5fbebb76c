export type { PolicyOptions } from "./policy-options";
export { recordedServicesPolicy, type RecordedServicesPolicyOptions } from "./recorded-services-policy";
export { webhookExpectationPolicy, type WebhookExpectationPolicyOptions } from "./webhook-expectation-policy";
export { webhookRulesPolicy, type WebhookRulesPolicyOptions } from "./webhook-rules-policy";
