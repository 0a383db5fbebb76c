// Tested by test/policy/services-by-sid.test.ts
import { InvalidInputError } from "../errors/invalid-input-error";
import { canonicalSid } from "../service-sid/same-sid";

/**
 * The settings of single services, by canonical SIDs.
 * @throws {InvalidInputError} if a service is there twice, in two spellings: one of them would be passed over.
 */
export function servicesBySid<Value>(entries: readonly (readonly [sid: string, value: Value])[]): Map<string, Value> {
  const bySid = new Map(entries.map(([sid, value]) => [canonicalSid(sid), value]));
  if (bySid.size < entries.length) {
    throw new InvalidInputError(
      "services",
      "services has a service twice: the case of the digits of a SID does not matter",
    );
  }
  return bySid;
}
