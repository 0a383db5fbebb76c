// Tested by test/policy/webhook-rules-policy.test.ts
import type { ResourceValidationArgs } from "@pulumi/policy";
import type { WebhookSettings } from "../delivery/webhook-settings";
import { recordedProperties } from "../recording/recorded-properties";
import type { Finding, RuleId, RuleSeverity } from "../rules/finding";
import { findingsMessage } from "../rules/findings-message";
import { lintService } from "../rules/lint";
import type { CompiledRules } from "../rules/rule-settings";
import { canonicalSid } from "../service-sid/same-sid";
import { secretPlaceholder } from "../text/secret-placeholder";
import { ignoredChangesMessage } from "./ignored-changes";
import { knownProperty } from "./known-property";

/** The rules of a policy, and how it reports findings. */
export interface RulesSettings {
  readonly rules: CompiledRules;
  /** By canonical SIDs. */
  readonly bySid: ReadonlyMap<string, CompiledRules>;
  /** The severities that are violations. */
  readonly severities: ReadonlySet<RuleSeverity>;
  readonly showValues: boolean;
}

const linted = ["preWebhookUrl", "postWebhookUrl", "filters", "method"] as const;

/** The rules that look at one URL by itself: the others need to know all properties. */
const rulesOfUrls: ReadonlySet<RuleId> = new Set<RuleId>([
  "plain-http",
  "ambiguous-url",
  "unreachable-host",
  "request-inspector-host",
  "tunnel-host",
  "credential-in-url",
  "placeholder-host",
]);

/**
 * Looks at what a `ServiceWebhookConfiguration` is about to record. What is known is looked at and reported; for what is
 * not known yet, the SDK's own error is thrown then, which tells the user that it was not judged.
 */
export function lintResource(
  { props, opts, notApplicable }: Pick<ResourceValidationArgs, "props" | "opts" | "notApplicable">,
  { rules, bySid, severities, showValues }: RulesSettings,
  reportViolation: (message: string) => void,
): void {
  const sid = knownProperty(props, "chatServiceSid");
  if (!sid.isKnown && bySid.size > 0) {
    throw sid.reason;
  }
  const chatServiceSid = sid.isKnown && typeof sid.value === "string" ? sid.value : secretPlaceholder;
  // Its own error says why, and stops the deployment.
  if (!recordedProperties.some((key) => Object.hasOwn(props, key))) {
    return notApplicable("the service could not be read");
  }
  const read = linted.map((name) => ({ name, ...knownProperty(props, name) }));
  const unknown = read.filter(({ isKnown }) => !isKnown);
  const settings = Object.fromEntries(
    read.map((property) => [property.name, property.isKnown ? property.value : null]),
  ) as unknown as WebhookSettings;
  const shownSid = showValues ? chatServiceSid : secretPlaceholder;
  const itsRules = bySid.get(canonicalSid(chatServiceSid)) ?? rules;
  const isJudged = itsRules.rules.some(([, severity]) => severities.has(severity));
  const ignored = isJudged ? ignoredChangesMessage({ opts }, linted) : undefined;
  if (ignored !== undefined) {
    reportViolation(ignored);
  }
  const found = lintService({ ...settings, chatServiceSid: shownSid }, itsRules, {
    secretProperties: new Set<string>(showValues ? [] : linted),
  })
    .filter(({ severity }) => severities.has(severity))
    .filter((finding) => unknown.length === 0 || rulesOfUrls.has(finding.rule));
  if (found.length > 0) {
    reportViolation(messageOf(found, shownSid));
  }
  for (const property of read) {
    if (!property.isKnown) {
      throw property.reason;
    }
  }
}

function messageOf(found: readonly Finding[], chatServiceSid: string): string {
  return findingsMessage(found, { chatServiceSid, rulesName: "rules" });
}
