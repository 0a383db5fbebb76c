import { isList, kindOf } from "../../text/kind-of";
import { readExpectation } from "../../expectation/compile-expectation";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import { recordedProperties } from "../../recording/recorded-properties";
import { isRecordedType, pluginResourceType } from "../../recording/recorded-type";
import { isServiceSid } from "../../service-sid/service-sid";
import { fromPortable } from "../../expectation/portable-expectation";
import { ExplicitProviders } from "./explicit-providers";
import type { WebhookProperty, WebhookValues } from "../webhook-values";
import type { RecordedService } from "./recorded-service";
import { hasOpenSecret, openSecrets, type OpenedValue } from "./state-secrets";

type Fields = Readonly<Record<string, unknown>>;

const knownVersions: readonly unknown[] = [3, 4];

/** The way a state's secrets were decrypted, as far as it is known. */
export interface DecryptionOptions {
  /**
   * Whether a secret that is null was decrypted, even if no other secret of the state shows it.
   * @default false
   */
  readonly areNullsDecrypted?: boolean;
}

/**
 * The services that an exported state has recorded, `.get` resources among them, in the order of the state.
 * @param state what `pulumi stack export` gives, as parsed JSON
 * @throws {TypeError} if it is not an exported state; the message follows the state's name.
 */
export function recordedServices(
  state: unknown,
  { areNullsDecrypted = false }: DecryptionOptions = {},
): readonly RecordedService[] {
  const exported = fieldsOf(state);
  const deployment = fieldsOf(exported?.["deployment"]);
  if (exported === undefined || deployment === undefined) {
    throw new TypeError('is not an exported state, which is an object with "version" and "deployment"');
  }
  if (!knownVersions.includes(exported["version"])) {
    throw new TypeError(
      `is an exported state of an unknown version: the known versions are ${knownVersions.join(" and ")}`,
    );
  }
  const resources = deployment["resources"] ?? [];
  if (!isList(resources)) {
    throw new TypeError("is an exported state whose resources are not a list");
  }
  const canBeNull = areNullsDecrypted || hasOpenSecret(deployment);
  const all = resources.map((resource) => fieldsOf(resource) ?? {});
  const providers = new ExplicitProviders(all, canBeNull);
  return all
    .filter((resource) => isRecordedType(resource["type"]) && resource["delete"] !== true)
    .map((resource) => recordedService(resource, canBeNull, providers));
}

function recordedService(resource: Fields, canBeNull: boolean, providers: ExplicitProviders): RecordedService {
  const urn = String(resource["urn"]);
  const outputs = openSecrets(resource["outputs"] ?? {}, canBeNull);
  const fields = fieldsOf(outputs.value) ?? {};
  const { values, fault: wrongValue } = readValues(fields);
  const { expectation, fault: wrongExpectation } = readRecordedExpectation(
    fields,
    outputs,
    resource["type"] === pluginResourceType,
  );
  const account = fields["account"];
  const sid = resource["id"];
  const fault =
    lockedFault(outputs) ??
    wrongValue ??
    wrongExpectation ??
    (isServiceSid(sid) ? undefined : "the state has no service SID for it") ??
    (account == null || typeof account === "string" ? undefined : "the state's account is not a name");
  return {
    chatServiceSid: String(sid),
    hasSecretSid: isSecret(outputs, "chatServiceSid"),
    account: typeof account === "string" ? account : undefined,
    providerSettings: providers.settingsOf(resource["provider"]),
    resource: urn.slice(urn.lastIndexOf("::") + 2),
    urn,
    project: urn.split("::")[1] ?? "",
    values: fault === undefined ? values : null,
    secrets: new Set(recordedProperties.filter((property) => isSecret(outputs, property))),
    expectation,
    fault,
  };
}

/** Without all of its secrets nothing can be said of a resource: also not that its account is the right one. */
function lockedFault({ lockedPaths }: OpenedValue): string | undefined {
  const names = [...new Set(lockedPaths.map(([first]) => first ?? "all of it"))].filter(
    (name) => name !== "__provider",
  );
  return names.length === 0
    ? undefined
    : `what is recorded is encrypted and could not be decrypted: ${names.join(", ")}`;
}

function readValues(fields: Fields): { readonly values: WebhookValues | null; readonly fault?: string } {
  // Nulls would be taken for a webhook that is not set, and an expectation that is lost for none.
  if (!recordedProperties.some((property) => Object.hasOwn(fields, property))) {
    return {
      values: null,
      fault: "the state has no values of it: the update that would have recorded them did not end",
    };
  }
  const values = Object.fromEntries(recordedProperties.map((property) => [property, fields[property] ?? null]));
  const wrong = recordedProperties.find((property) => !isOfItsType(property, values[property]));
  return wrong === undefined
    ? { values: values as unknown as WebhookValues }
    : { values: null, fault: `the state's ${wrong} is ${kindOf(values[wrong])}` };
}

function isOfItsType(property: WebhookProperty, value: unknown): boolean {
  if (value === null) {
    return true;
  }
  return property === "filters"
    ? isList(value) && value.every((item) => typeof item === "string")
    : typeof value === "string";
}

function readRecordedExpectation(
  fields: Fields,
  { secretPaths }: OpenedValue,
  isPortable: boolean,
): { readonly expectation: CompiledExpectation | undefined; readonly fault?: string } {
  if (fields["expect"] === undefined) {
    return { expectation: undefined };
  }
  const within = secretPaths.filter(([first]) => first === "expect" || first === undefined);
  const recorded = { value: fields["expect"], secretPaths: within.map((path) => path.slice(1)) };
  const { value, secretPaths: secretParts } = isPortable ? fromPortable(recorded) : recorded;
  const reading = readExpectation(value, { secretPaths: secretParts });
  if ("compiled" in reading) {
    return { expectation: reading.compiled };
  }
  const reasons = reading.problems.map(({ name, text }) => `${name} ${text}`);
  return { expectation: undefined, fault: `the recorded expectation is not valid: ${reasons.join("; ")}` };
}

function isSecret({ secretPaths }: OpenedValue, key: string): boolean {
  return secretPaths.some(([first]) => first === undefined || first === key);
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !isList(value) ? (value as Fields) : undefined;
}
