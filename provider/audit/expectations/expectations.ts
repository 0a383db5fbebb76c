import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import type { FileLocation } from "../file-location";
import { matchesNamePattern } from "./name-pattern";

/** An expectation of a file. */
export interface FileExpectation {
  readonly compiled: CompiledExpectation;
  /** Where it stands. */
  readonly place: FileLocation;
}

/** An expectation for services whose friendly name is as a pattern says. */
export interface PatternExpectation extends FileExpectation {
  readonly pattern: string;
}

/** What a file expects of which services. */
export interface Expectations {
  readonly default: FileExpectation | undefined;
  readonly bySid: ReadonlyMap<string, FileExpectation>;
  readonly byName: readonly PatternExpectation[];
}

export const noExpectations: Expectations = { default: undefined, bySid: new Map(), byName: [] };

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

/** The same without the default: whether the file knows of this very service. */
export function namedExpectation(
  { bySid, byName }: Expectations,
  sid: string,
  friendlyName: string | null,
): FileExpectation | undefined {
  return (
    bySid.get(sid) ??
    (friendlyName === null ? undefined : byName.find(({ pattern }) => matchesNamePattern(pattern, friendlyName)))
  );
}
