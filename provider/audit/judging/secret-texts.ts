// Tested by test/audit/judging/secrets.test.ts
import { knownWebhookFilters } from "../../result/webhook-filter";
import { printableText } from "../../text/printable";
import { secretPlaceholder } from "../../text/secret-placeholder";

/** A shorter secret cannot be told from any other text. */
const shortest = 4;
/** Words that every report has: a secret that is one of them is kept secret by its property, not by its text. */
const words = new Set(["get", "post", "http", "https", "null", "true", "false", ...knownWebhookFilters].map(folded));

/**
 * Texts that must be nowhere in a report, whatever else has them in it. The case of letters does not count: hosts have
 * none. A report may have thousands of secrets and megabytes of text, so each position of a text is looked up, and not
 * each secret.
 */
export class SecretTexts {
  /** By the first letters of a secret: the secrets by their length, the longest first. */
  readonly #byStart = new Map<string, Map<number, Set<string>>>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      // As it is in a message, too: there, what is not plain ASCII is escaped.
      for (const form of [text, printableText(text)]) {
        this.#add(folded(form));
      }
    }
    for (const [start, byLength] of this.#byStart) {
      this.#byStart.set(start, new Map([...byLength].sort(([a], [b]) => b - a)));
    }
  }

  /** Whether a text has a secret in it. */
  isIn(text: string): boolean {
    return this.redacted(text) !== text;
  }

  /** The text, with `[secret]` in place of each secret. */
  redacted(text: string): string {
    const search = folded(text);
    if (this.#byStart.size === 0 || search.length < shortest) {
      return text;
    }
    let shown = "";
    let from = 0;
    for (let at = 0; at + shortest <= search.length;) {
      const length = this.#lengthAt(search, at);
      if (length === 0) {
        at += 1;
        continue;
      }
      shown += text.slice(from, at) + secretPlaceholder;
      at += length;
      from = at;
    }
    return from === 0 ? text : shown + text.slice(from);
  }

  /** The value with `[secret]` in place of every text in it that has a secret in it, whole; keys are not looked at. */
  redactedValue<Value>(value: Value): Value {
    if (this.#byStart.size === 0) {
      return value;
    }
    if (typeof value === "string") {
      return (this.isIn(value) ? secretPlaceholder : value) as Value;
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown) => this.redactedValue(item)) as Value;
    }
    return typeof value === "object" && value !== null
      ? (Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.redactedValue(part)])) as Value)
      : value;
  }

  #add(secret: string): void {
    if (secret.length < shortest || words.has(secret)) {
      return;
    }
    const start = secret.slice(0, shortest);
    const byLength = this.#byStart.get(start) ?? new Map<number, Set<string>>();
    this.#byStart.set(start, byLength);
    byLength.set(secret.length, (byLength.get(secret.length) ?? new Set()).add(secret));
  }

  #lengthAt(text: string, at: number): number {
    for (const [length, secrets] of this.#byStart.get(text.slice(at, at + shortest)) ?? []) {
      if (secrets.has(text.slice(at, at + length))) {
        return length;
      }
    }
    return 0;
  }
}

/** Without upper case, and as long as before: of a letter that would become two, nothing changes. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
