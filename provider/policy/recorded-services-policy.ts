import type { PolicyConfigSchema, PolicyResource, StackValidationPolicy } from "@pulumi/policy";
import { InvalidInputError } from "../errors/invalid-input-error";
import { kindOf } from "../text/kind-of";
import { printableText } from "../text/printable";
import { isRecordedType } from "../recording/recorded-type";
import { canonicalSid } from "../service-sid/same-sid";
import { requireServiceSid } from "../service-sid/service-sid";
import { knownProperty } from "./known-property";
import { requireFlag, type Given, type PolicyOptions } from "./policy-options";
import { policySettings, type SettingsKind } from "./policy-settings";
import { serviceSidsIn, withoutSids, type SidPlace } from "./service-sids-in";

/**
 * Options of {@link recordedServicesPolicy}.
 * @example
 * const options: RecordedServicesPolicyOptions = { enforcementLevel: "advisory" };
 */
export interface RecordedServicesPolicyOptions extends PolicyOptions {
  /**
   * The policy's name, by which it is configured; unique in its pack.
   * @default "recorded-services"
   */
  readonly name?: string;
  /**
   * SIDs that need not be recorded, such as those of Twilio Sync services, which look the same.
   * @default none
   */
  readonly exceptServices?: readonly string[];
  /**
   * Types of resources whose properties are not looked at. A list of one's own takes the place of the default one.
   * Resources that are providers are never looked at: what configures a provider is not yet a use.
   * @default ["pulumi:pulumi:StackReference"], whose properties are those of another stack
   */
  readonly exceptTypes?: readonly string[];
}

const remediationSteps = "Record it with a ServiceWebhookConfiguration, or name it in the policy's `exceptServices`";

/** How many places a message lists. */
const mostShown = 20;

const kind: SettingsKind<Settings> = {
  functionName: "recordedServicesPolicy",
  defaultName: "recorded-services",
  configurable: ["exceptServices", "exceptTypes", "showValues"],
  read: readSettings,
};

/** The schema of what can be configured from outside of the pack. */
const configSchema: PolicyConfigSchema = {
  properties: {
    exceptServices: {
      type: "array",
      description: "Service SIDs that need not be recorded.",
      items: { type: "string", pattern: "^IS[0-9a-fA-F]{32}$" },
    },
    exceptTypes: {
      type: "array",
      description: "Types of resources whose properties are not looked at; in place of the StackReference's.",
      items: { type: "string", minLength: 1 },
    },
    showValues: {
      type: "boolean",
      description: "Whether messages show the SIDs, and where in a property they stand, even if that is secret.",
    },
  },
};

interface Settings {
  /** In their canonical spelling. */
  readonly exceptServices: ReadonlySet<string>;
  readonly exceptTypes: ReadonlySet<string>;
  readonly showValues: boolean;
}

/**
 * A stack policy for a CrossGuard policy pack: each service SID (`IS` and 32 hex digits) that appears in any resource's
 * properties is recorded by a `ServiceWebhookConfiguration` of the same stack, so that nobody changes the webhooks of a
 * service that the stack uses without the stack noticing. One that is obtained with `ServiceWebhookConfiguration.get` does
 * not count: Pulumi does not tell policies of it.
 *
 * `exceptServices`, `exceptTypes` and `showValues` can also be given in the pack's configuration, each in place of what
 * is given here.
 * @throws {InvalidInputError} that names the option that is not valid.
 * @see https://www.pulumi.com/docs/insights/policy/
 * @example
 * new PolicyPack("twilio", { policies: [recordedServicesPolicy({ enforcementLevel: "mandatory" })] });
 */
export function recordedServicesPolicy(options: RecordedServicesPolicyOptions = {}): StackValidationPolicy {
  const { head, settings } = policySettings(options, kind);
  return {
    ...head,
    description: "The webhooks of each Twilio Conversations service that a stack uses must be recorded in it.",
    remediationSteps,
    configSchema,
    validateStack: ({ resources, getConfig }, reportViolation) =>
      validateStack(resources, settings(getConfig()), reportViolation),
  };
}

async function validateStack(
  resources: readonly PolicyResource[],
  { exceptServices, exceptTypes, showValues }: Settings,
  reportViolation: (message: string, urn: string) => void,
): Promise<void> {
  const records = resources
    .filter(({ type }) => isRecordedType(type))
    .map(({ props }) => knownProperty(props, "chatServiceSid"));
  const recorded = new Set(
    records.flatMap((sid) => (sid.isKnown && typeof sid.value === "string" ? [canonicalSid(sid.value)] : [])),
  );
  const unknown = records.find(({ isKnown }) => !isKnown);
  for (const { type, props, urn } of resources) {
    // A provider's inputs are configuration, of which it uses what it likes: that of a dynamic provider is the whole stack's.
    const isExcepted = type.startsWith("pulumi:providers:") || exceptTypes.has(type);
    const places = isExcepted ? [] : await serviceSidsIn(props);
    const missing = places.filter(
      ({ sid }) => !recorded.has(canonicalSid(sid)) && !exceptServices.has(canonicalSid(sid)),
    );
    if (missing.length > 0 && unknown?.isKnown === false) {
      // It may be the one that is not known yet: the SDK makes a note of this error that nothing was verified.
      throw unknown.reason;
    }
    if (missing.length > 0) {
      reportViolation(messageFor(missing, showValues), urn);
    }
  }
}

function messageFor(places: readonly SidPlace[], showValues: boolean): string {
  const items = [
    ...new Set(
      places.map(({ sid, path, property }) =>
        showValues ? `${sid} in ${printableText(path)}` : `in the property ${printableText(withoutSids(property))}`,
      ),
    ),
  ];
  const rest = items.length - mostShown;
  return [
    "The resource names a service that no ServiceWebhookConfiguration of this stack records:",
    ...items.slice(0, mostShown).map((item) => `  - ${item}`),
    ...(rest > 0 ? [`  - and in ${rest} more places`] : []),
    `  ${remediationSteps}`,
  ].join("\n");
}

function readSettings(options: Given): Settings {
  const sids = listIn(options, "exceptServices", []).map((sid, index) =>
    requireServiceSid(sid, `exceptServices[${index}]`),
  );
  const types = listIn(options, "exceptTypes", ["pulumi:pulumi:StackReference"]);
  types.forEach((type, index) => {
    if (typeof type !== "string" || type === "") {
      const name = `exceptTypes[${index}]`;
      throw new InvalidInputError(name, `${name} must be a resource's type; it is ${kindOf(type)}`);
    }
  });
  return {
    exceptServices: new Set(sids.map(canonicalSid)),
    exceptTypes: new Set(types as string[]),
    showValues: requireFlag(options, "showValues"),
  };
}

function listIn(options: Given, key: string, whereAbsent: readonly unknown[]): readonly unknown[] {
  const value = Object.hasOwn(options, key) ? options[key] : whereAbsent;
  if (!Array.isArray(value)) {
    throw new InvalidInputError(key, `${key} must be a list; it is ${kindOf(value)}`);
  }
  return Array.from(value as unknown[]);
}
