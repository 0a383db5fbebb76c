// Tested by test/policy/webhook-expectation-policy.test.ts
import { InvalidInputError } from "../errors/invalid-input-error";
import { compileExpectation } from "../expectation/compile-expectation";
import { notYetKnown } from "../expectation/reading/not-yet-known";
import type { CompiledExpectation } from "../expectation/compiled-expectation";
import { kindOf } from "../text/kind-of";
import { canonicalSid } from "../service-sid/same-sid";
import { requireServiceSid } from "../service-sid/service-sid";
import type { Given } from "./policy-options";
import { servicesBySid } from "./services-by-sid";

/** An expectation that was found valid, and what it is called. */
export interface NamedExpectation {
  /** `expect`, or `services.IS…`. */
  readonly name: string;
  /** The same without the SID, which may be secret: `services[...]`. */
  readonly publicName: string;
  /** The properties that it is about. */
  readonly properties: readonly string[];
  /** The compiled expectation; if the live value of a property is not known yet, its conditions are deferred. */
  compiled(unknownProperties: readonly string[]): CompiledExpectation;
}

/** The expectations of a policy, by service. */
export interface ExpectationChoice {
  /** For every service that has no expectation of its own. */
  readonly byDefault: NamedExpectation | undefined;
  readonly bySid: ReadonlyMap<string, NamedExpectation>;
}

/**
 * Reads what a policy expects. Hex digits of a service's SID are the same in either case: an expectation must not be
 * passed by for that.
 * @throws {InvalidInputError} that names what is not valid, even if that is nothing at all.
 */
export function expectationChoice({ expect, services }: Given): ExpectationChoice {
  if (expect === undefined && services === undefined) {
    const summary = "nothing is expected: give expect or services, in the policy pack or in its configuration";
    throw new InvalidInputError("expect", summary);
  }
  const entries = services === undefined ? [] : entriesOf(services);
  return {
    byDefault: expect === undefined ? undefined : namedExpectation(expect, "expect", "expect"),
    bySid: servicesBySid(
      entries.map(([sid, value]) => {
        requireServiceSid(sid, "each key of services");
        return [sid, namedExpectation(value, `services.${sid}`, "services[...]")];
      }),
    ),
  };
}

/** The expectation for a service: its own, else the default one. Only one applies. */
export function expectationOf({ byDefault, bySid }: ExpectationChoice, sid: unknown): NamedExpectation | undefined {
  return (typeof sid === "string" ? bySid.get(canonicalSid(sid)) : undefined) ?? byDefault;
}

function entriesOf(services: unknown): [string, unknown][] {
  const isObject = typeof services === "object" && services !== null && !Array.isArray(services);
  const entries = isObject ? Object.entries(services) : [];
  if (entries.length === 0) {
    const kind = isObject ? "an empty object" : kindOf(services);
    throw new InvalidInputError("services", `services must have an expectation by service SID; it is ${kind}`);
  }
  return entries;
}

function namedExpectation(value: unknown, name: string, publicName: string): NamedExpectation {
  const all = compileExpectation(value, { name });
  const keys = Object.keys(value as object);
  const properties = [...new Set(keys.flatMap(propertiesBehind))];
  return {
    name,
    publicName,
    properties,
    compiled: (unknownProperties) => {
      const deferred = keys.filter((key) =>
        propertiesBehind(key).some((property) => unknownProperties.includes(property)),
      );
      if (deferred.length === 0) {
        return all;
      }
      const known = {
        ...(value as object),
        ...Object.fromEntries(deferred.map((property) => [property, notYetKnown])),
      };
      return compileExpectation(known, { name });
    },
  };
}

/** The properties by which one key of an expectation is judged: `delivers` is about what several come to. */
function propertiesBehind(key: string): readonly string[] {
  return key === "delivers" ? ["preWebhookUrl", "postWebhookUrl", "filters"] : [key];
}
