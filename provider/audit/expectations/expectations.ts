// Tested by test/audit/expectations/read-expectations.test.ts
import { canonicalSid } from "../../service-sid/same-sid";
import type { FileExpectation, SidExpectation } from "./file-expectation";
import type { Acceptance } from "../rules/acceptance";
import { noFileRules, type FileRules } from "../rules/file-rules";
import { NamePatterns } from "./name-patterns";

/** Which services a file expects something of. */
export interface Expectations {
  readonly default: FileExpectation | undefined;
  /** By canonical SIDs. */
  readonly bySid: ReadonlyMap<string, SidExpectation>;
  readonly byName: NamePatterns;
  /** The rules that the file sets. */
  readonly rules: FileRules;
  /** The findings and verdicts that it accepts. */
  readonly accept: readonly Acceptance[];
  /** Whether anything in the file goes by services' friendly names. */
  readonly usesNames: boolean;
}

export const noExpectations: Expectations = {
  default: undefined,
  bySid: new Map(),
  byName: new NamePatterns([]),
  rules: noFileRules,
  accept: [],
  usesNames: false,
};

/**
 * The expectation for a service: the one for its SID, else the first whose pattern its friendly name matches, else the
 * default one. Only one applies.
 */
export function fileExpectationFor(
  expectations: Expectations,
  sid: string,
  friendlyName: string | null,
): FileExpectation | undefined {
  return namedExpectation(expectations, sid, friendlyName) ?? expectations.default;
}

/** The same without the default: undefined unless the file names this very service. */
export function namedExpectation(
  { bySid, byName }: Expectations,
  sid: string,
  friendlyName: string | null,
): FileExpectation | undefined {
  return bySid.get(canonicalSid(sid)) ?? (friendlyName === null ? undefined : byName.find(friendlyName));
}
