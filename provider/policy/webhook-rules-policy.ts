import type { PolicyConfigSchema, ResourceValidationPolicy } from "@pulumi/policy";
import { InvalidInputError } from "../errors/invalid-input-error";
import { isRecordedType, pluginResourceType, resourceType } from "../recording/recorded-type";
import { ruleIds, type RuleSeverity } from "../rules/finding";
import { compileRules, layeredRules, type CompiledRules, type RuleSettings } from "../rules/rule-settings";
import { isServiceSid } from "../service-sid/service-sid";
import { isList, kindOf } from "../text/kind-of";
import { printableJson } from "../text/printable";
import { lintResource, type RulesSettings } from "./lint-resource";
import { requireFlag, type Given, type PolicyOptions } from "./policy-options";
import { policySettings, type SettingsKind } from "./policy-settings";
import { servicesBySid } from "./services-by-sid";

/**
 * Options of {@link webhookRulesPolicy}.
 * @example
 * const options: WebhookRulesPolicyOptions = { rules: { "tunnel-host": "error" } };
 */
export interface WebhookRulesPolicyOptions extends PolicyOptions {
  /**
   * The policy's name, by which it is configured; unique in its pack.
   * @default "webhook-rules"
   */
  readonly name?: string;
  /**
   * Which rules apply to every service.
   * @default "recommended"
   */
  readonly rules?: RuleSettings;
  /**
   * The rules for single services, by their SID, on top of `rules`.
   * @default `rules` holds for all
   */
  readonly services?: Readonly<Record<string, RuleSettings>>;
  /**
   * The least severity that is a violation. A second policy, with a name of its own and the level "advisory", can tell of
   * the others.
   * @default "error"
   */
  readonly leastSeverity?: RuleSeverity;
}

const severities: readonly RuleSeverity[] = ["error", "warning", "note"];

const kind: SettingsKind<RulesSettings> = {
  functionName: "webhookRulesPolicy",
  defaultName: "webhook-rules",
  configurable: ["rules", "services", "leastSeverity", "showValues"],
  read: (options) => {
    const rules = compileRules(options["rules"]);
    return {
      showValues: requireFlag(options, "showValues"),
      severities: severitiesFrom(options["leastSeverity"]),
      rules,
      bySid: rulesBySid(options, rules),
    };
  },
};

function severitiesFrom(least: unknown = "error"): ReadonlySet<RuleSeverity> {
  const index = severities.indexOf(least as RuleSeverity);
  if (index < 0) {
    const got = typeof least === "string" ? printableJson(least.slice(0, 100)) : kindOf(least);
    throw new InvalidInputError("leastSeverity", `leastSeverity must be "error", "warning" or "note"; it is ${got}`);
  }
  return new Set(severities.slice(0, index + 1));
}

function rulesBySid(
  { rules = "recommended", services }: Given,
  all: CompiledRules,
): ReadonlyMap<string, CompiledRules> {
  if (services === undefined) {
    return new Map();
  }
  if (typeof services !== "object" || services === null || isList(services) || Object.keys(services).length === 0) {
    const got = typeof services === "object" && services !== null ? "empty, or a list" : kindOf(services);
    throw new InvalidInputError("services", `services must have rules by service SID; it is ${got}`);
  }
  return servicesBySid(
    Object.entries(services).map(([sid, own]) => {
      if (!isServiceSid(sid)) {
        // Not repeated: it may be a credential that was put in the wrong place.
        throw new InvalidInputError("services", "services has a key that is not a service SID");
      }
      compileRules(own, `services.${sid}`);
      return [sid, own === undefined ? all : layeredRules([rules as RuleSettings, own as RuleSettings])];
    }),
  );
}

const severity = { enum: [...severities, "off"] };
const settingsSchema = {
  anyOf: [
    { enum: ["recommended", "off"] },
    {
      type: "object",
      properties: Object.fromEntries(ruleIds.map((id) => [id, severity])),
      additionalProperties: false,
    },
  ],
};

/** The schema of what can be configured from outside of the pack. */
const configSchema = {
  properties: {
    rules: { description: "Which rules apply: recommended, off, or rules and their severities.", ...settingsSchema },
    services: {
      type: "object",
      description: "The rules for single services, by service SID, on top of rules.",
      patternProperties: { "^IS[0-9a-fA-F]{32}$": settingsSchema },
      additionalProperties: false,
      minProperties: 1,
    },
    leastSeverity: { enum: [...severities], description: "The least severity that is a violation." },
    showValues: {
      type: "boolean",
      description:
        "Whether messages show the values they are about, secret ones included, but for URLs that carry a credential.",
    },
  },
};

/**
 * A policy for a CrossGuard policy pack: no webhook configuration that a stack records with `ServiceWebhookConfiguration`
 * is wrong by the rules, whatever it is meant to be. It is judged in preview and in the update; what is not known in
 * preview is judged in the update. A policy cannot read at Twilio, so what the account's own configuration delivers is not
 * known to it.
 *
 * `rules`, `services`, `leastSeverity` and `showValues` can also be given in the pack's configuration, each in place of
 * what is given here.
 * @example
 * new PolicyPack("twilio", { policies: [webhookRulesPolicy({ enforcementLevel: "mandatory" })] });
 * @throws {InvalidInputError} that names the option that is not valid.
 * @see https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md
 */
export function webhookRulesPolicy(options: WebhookRulesPolicyOptions = {}): ResourceValidationPolicy {
  const { head, settings } = policySettings(options, kind);
  return {
    ...head,
    description: "The webhook configuration of a Twilio Conversations service must not be wrong by the rules.",
    remediationSteps: "Change the webhook configuration at Twilio, or switch the rule off in the policy.",
    // The type that the SDK gives a schema lacks some of the keywords that the engine knows.
    configSchema: configSchema as PolicyConfigSchema,
    validateResource: (args, reportViolation) => {
      if (!isRecordedType(args.type)) {
        return args.notApplicable(`it is for resources of type ${resourceType} or ${pluginResourceType}`);
      }
      lintResource(args, settings(args.getConfig()), reportViolation);
    },
  };
}
