// Tested by test/audit/rules.test.ts
import type { RuleId } from "../../rules/finding";
import { canonicalSid } from "../../service-sid/same-sid";
import type { Accepted } from "../audit-report";
import type { NameMatcher } from "../expectations/name-pattern";
import type { FailingVerdict } from "../verdict";

/** What an acceptance is about: a rule's finding, or a verdict. */
export type AcceptedCause =
  { readonly kind: "rule"; readonly rule: RuleId } | { readonly kind: "verdict"; readonly verdict: FailingVerdict };

/** Whose finding it accepts. */
export type AcceptanceSubject =
  | { readonly kind: "service"; readonly sid: string }
  | { readonly kind: "friendlyName"; readonly pattern: string; readonly matches: NameMatcher }
  /** An account's own configuration; undefined for the default account. */
  | { readonly kind: "account"; readonly account: string | undefined };

/** An entry of a file's list of what is accepted. */
export interface Acceptance {
  readonly cause: AcceptedCause;
  readonly subject: AcceptanceSubject;
  readonly accepted: Accepted;
}

/** Who is looked at: a service, or an account. */
export type Candidate =
  { readonly sid: string; readonly friendlyName: string | null } | { readonly account: string | undefined };

/** The acceptances of one audit, and which of them were of any use. */
export class Acceptances {
  readonly #current: readonly Acceptance[];
  readonly #expired: readonly Acceptance[];
  readonly #used = new Set<Acceptance>();

  /** @param now decides which have ended: one counts through the whole of its last day, in UTC. */
  constructor(all: readonly Acceptance[], now: Date) {
    const today = now.toISOString().slice(0, "2026-12-31".length);
    const hasEnded = ({ accepted: { until } }: Acceptance) => until !== null && until < today;
    this.#current = all.filter((acceptance) => !hasEnded(acceptance));
    this.#expired = all.filter(hasEnded);
  }

  /** Those that have ended. */
  get expired(): readonly Acceptance[] {
    return this.#expired;
  }

  /** Those that accepted nothing so far. */
  get idle(): readonly Acceptance[] {
    return this.#current.filter((acceptance) => !this.#used.has(acceptance));
  }

  /** The acceptance of a rule's finding; null if there is none. */
  ofRule(rule: RuleId, candidate: Candidate): Accepted | null {
    return this.#find(({ cause }) => cause.kind === "rule" && cause.rule === rule, candidate);
  }

  /** The acceptance of a service's verdict; null if there is none. */
  ofVerdict(verdict: string, candidate: Candidate): Accepted | null {
    return this.#find(({ cause }) => cause.kind === "verdict" && cause.verdict === verdict, candidate);
  }

  #find(isAbout: (acceptance: Acceptance) => boolean, candidate: Candidate): Accepted | null {
    if (this.#current.length === 0) {
      return null;
    }
    const found = this.#current.filter((acceptance) => isAbout(acceptance) && isFor(acceptance.subject, candidate));
    // Two that accept the same are both of use.
    found.forEach((acceptance) => this.#used.add(acceptance));
    return found[0]?.accepted ?? null;
  }
}

function isFor(subject: AcceptanceSubject, candidate: Candidate): boolean {
  if ("account" in candidate) {
    return subject.kind === "account" && subject.account === candidate.account;
  }
  switch (subject.kind) {
    case "service":
      return canonicalSid(subject.sid) === canonicalSid(candidate.sid);
    case "friendlyName":
      return candidate.friendlyName !== null && subject.matches(candidate.friendlyName);
    case "account":
      return false;
  }
}
