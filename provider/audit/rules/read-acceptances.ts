// Tested by test/audit/rules.test.ts
import { requireAccountName } from "../../credentials/account-name";
import { ruleIds, type RuleId } from "../../rules/finding";
import { isServiceSid } from "../../service-sid/service-sid";
import { didYouMean } from "../../text/did-you-mean";
import { kindOf } from "../../text/kind-of";
import { printableJson } from "../../text/printable";
import { compileNamePattern } from "../expectations/name-pattern";
import { failingVerdicts, type FailingVerdict } from "../verdict";
import type { Acceptance, AcceptanceSubject, AcceptedCause } from "./acceptance";
import type { SectionContext } from "./read-rules";

const keys = ["rule", "verdict", "service", "friendlyName", "account", "reason", "until"] as const;

/** Reads the section `accept`: a list of what counts as passed, each with its reason. */
export function readAcceptances(section: unknown, context: SectionContext): readonly Acceptance[] {
  if (section === undefined) {
    return [];
  }
  if (!Array.isArray(section) || section.length === 0) {
    const what = Array.isArray(section) ? "an empty list" : kindOf(section);
    context.problem(["accept"], `accept must be a list with at least one entry; it is ${what}`);
    return [];
  }
  return section.flatMap((entry: unknown, index) => new EntryReader(entry, index, context).read() ?? []);
}

class EntryReader {
  readonly #entry: Readonly<Record<string, unknown>>;
  readonly #index: number;
  readonly #context: SectionContext;
  #isValid = true;

  constructor(entry: unknown, index: number, context: SectionContext) {
    this.#index = index;
    this.#context = context;
    const isObject = typeof entry === "object" && entry !== null && !Array.isArray(entry);
    this.#entry = isObject ? (entry as Record<string, unknown>) : {};
    if (!isObject) {
      this.#problem(
        undefined,
        `must be an object with a rule or a verdict, whose it is, and a reason; it is ${kindOf(entry)}`,
      );
    }
  }

  read(): Acceptance | undefined {
    if (!this.#isValid) {
      return undefined;
    }
    for (const key of Object.keys(this.#entry)) {
      if (!(keys as readonly string[]).includes(key)) {
        const hint = didYouMean(key, keys) || `: the properties are ${keys.join(", ")}`;
        this.#problem(key, `is not a property of an acceptance${hint}`);
      }
    }
    const cause = this.#cause();
    const subject = this.#subject(cause);
    const reason = this.#reason();
    const until = this.#until();
    if (!this.#isValid || cause === undefined || subject === undefined) {
      return undefined;
    }
    const place = this.#context.locationOf(["accept", this.#index]);
    return { cause, subject, accepted: { reason, until, place } };
  }

  #cause(): AcceptedCause | undefined {
    const { rule, verdict } = this.#entry;
    if ((rule === undefined) === (verdict === undefined)) {
      this.#problem(undefined, "must have either a rule or a verdict");
      return undefined;
    }
    if (rule !== undefined) {
      return this.#oneOf("rule", rule, ruleIds) ? { kind: "rule", rule: rule as RuleId } : undefined;
    }
    return this.#oneOf("verdict", verdict, failingVerdicts)
      ? { kind: "verdict", verdict: verdict as FailingVerdict }
      : undefined;
  }

  #oneOf(key: string, value: unknown, allowed: readonly string[]): boolean {
    if (typeof value === "string" && allowed.includes(value)) {
      return true;
    }
    const hint = typeof value === "string" ? didYouMean(value, allowed) : "";
    const got = typeof value === "string" ? printableJson(value.slice(0, 300)) : kindOf(value);
    this.#problem(key, `must be one of ${allowed.join(", ")}; it is ${got}${hint}`);
    return false;
  }

  #subject(cause: AcceptedCause | undefined): AcceptanceSubject | undefined {
    const { service, friendlyName, account } = this.#entry;
    const given = [service, friendlyName, account].filter((value) => value !== undefined);
    if (given.length !== 1) {
      this.#problem(
        undefined,
        "must say whose finding it accepts: a service, a friendlyName or an account, and one of them",
      );
      return undefined;
    }
    if (service !== undefined) {
      if (typeof service === "string" && isServiceSid(service)) {
        return { kind: "service", sid: service };
      }
      this.#problem("service", "is not a service SID, which is IS and 32 hexadecimal digits");
      return undefined;
    }
    if (friendlyName !== undefined) {
      if (typeof friendlyName === "string" && friendlyName !== "") {
        return { kind: "friendlyName", pattern: friendlyName, matches: compileNamePattern(friendlyName) };
      }
      this.#problem(
        "friendlyName",
        `must be a friendly name, in which * stands for any characters; it is ${kindOf(friendlyName)}`,
      );
      return undefined;
    }
    return this.#account(account, cause);
  }

  #account(account: unknown, cause: AcceptedCause | undefined): AcceptanceSubject | undefined {
    if (cause?.kind === "verdict") {
      this.#problem("account", "goes with a rule only: accounts have no verdicts");
      return undefined;
    }
    if (account === "default") {
      return { kind: "account", account: undefined };
    }
    try {
      return { kind: "account", account: requireAccountName(account) };
    } catch {
      this.#problem("account", `must be default or the name of an account; it is ${kindOf(account)}`);
      return undefined;
    }
  }

  #reason(): string {
    const { reason } = this.#entry;
    if (typeof reason === "string" && reason.trim() !== "") {
      return reason.trim();
    }
    if (reason === undefined) {
      this.#problem(undefined, "must have a reason: a text that says why this may be so");
    } else {
      const got = typeof reason === "string" ? "blank" : kindOf(reason);
      this.#problem("reason", `must be a text that says why this may be so; it is ${got}`);
    }
    return "";
  }

  #until(): string | null {
    const { until } = this.#entry;
    if (until === undefined) {
      return null;
    }
    if (typeof until === "string" && /^\d{4}-\d{2}-\d{2}$/.test(until) && isDay(until)) {
      return until;
    }
    this.#problem("until", "must be the last day on which it counts, such as 2026-12-31");
    return null;
  }

  #problem(key: string | undefined, message: string): void {
    this.#isValid = false;
    const path = ["accept", this.#index, ...(key === undefined ? [] : [key])];
    const name = `accept[${this.#index}]${key === undefined ? "" : `.${/^\w+$/.test(key) ? key : printableJson(key.slice(0, 100))}`}`;
    this.#context.problem(path, `${name} ${message}`);
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
