// Tested by test/audit/rules.test.ts
import type { RuleId } from "../../rules/finding";
import { canonicalSid } from "../../service-sid/same-sid";
import type { Accepted } from "../audit-report";
import { isExactName, type NameMatcher } from "../expectations/name-pattern";
import type { FailingVerdict } from "../verdict";

/** The subject of an acceptance: a rule's finding, or a verdict. */
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
  readonly #byCause = new Map<string, AcceptedSubjects>();
  readonly #used = new Set<Acceptance>();

  /** @param now decides which have ended: one counts through the whole of its last day, in UTC. */
  constructor(all: readonly Acceptance[], now: Date) {
    const today = now.toISOString().slice(0, "2026-12-31".length);
    const hasEnded = ({ accepted: { until } }: Acceptance) => until !== null && until < today;
    this.#current = all.filter((acceptance) => !hasEnded(acceptance));
    this.#expired = all.filter(hasEnded);
    for (const [index, acceptance] of this.#current.entries()) {
      const key = causeKey(acceptance.cause);
      const subjects = this.#byCause.get(key) ?? new AcceptedSubjects();
      this.#byCause.set(key, subjects);
      subjects.add({ acceptance, index });
    }
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
    return this.#find(causeKey({ kind: "rule", rule }), candidate);
  }

  /** The acceptance of a service's verdict; null if there is none. */
  ofVerdict(verdict: string, candidate: Candidate): Accepted | null {
    return this.#find(`verdict ${verdict}`, candidate);
  }

  #find(cause: string, candidate: Candidate): Accepted | null {
    const subjects = this.#byCause.get(cause);
    if (subjects === undefined) {
      return null;
    }
    // Two that accept the same are both of use.
    const found = subjects.of(candidate);
    found.forEach(({ acceptance }) => this.#used.add(acceptance));
    return found.sort((one, other) => one.index - other.index)[0]?.acceptance.accepted ?? null;
  }
}

interface Placed {
  readonly acceptance: Acceptance;
  /** Its place in the file: of several, the first counts. */
  readonly index: number;
}

/** The acceptances of one cause. They are looked up: a file may have one for each of thousands of services. */
class AcceptedSubjects {
  /** By the text that a candidate has: none of the three kinds of keys is like another one. */
  readonly #byKey = new Map<string, Placed[]>();
  readonly #byPattern: (Placed & { readonly matches: NameMatcher })[] = [];

  add(placed: Placed): void {
    const { subject } = placed.acceptance;
    if (subject.kind === "friendlyName" && !isExactName(subject.pattern)) {
      this.#byPattern.push({ ...placed, matches: subject.matches });
      return;
    }
    const key =
      subject.kind === "service"
        ? sidKey(subject.sid)
        : subject.kind === "account"
          ? accountKey(subject.account)
          : nameKey(subject.pattern);
    const known = this.#byKey.get(key) ?? [];
    known.push(placed);
    this.#byKey.set(key, known);
  }

  /** Those for a candidate, in no certain order. */
  of(candidate: Candidate): Placed[] {
    const at = (key: string) => this.#byKey.get(key) ?? [];
    if ("account" in candidate) {
      return [...at(accountKey(candidate.account))];
    }
    const { sid, friendlyName: name } = candidate;
    return [
      ...at(sidKey(sid)),
      ...(name === null ? [] : [...at(nameKey(name)), ...this.#byPattern.filter(({ matches }) => matches(name))]),
    ];
  }
}

const sidKey = (sid: string) => `service ${canonicalSid(sid)}`;
const nameKey = (name: string) => `name ${name}`;
const accountKey = (name: string | undefined) => (name === undefined ? "default" : `account ${name}`);

function causeKey(cause: AcceptedCause): string {
  return cause.kind === "rule" ? `rule ${cause.rule}` : `verdict ${cause.verdict}`;
}
