// Tested by test/expectation/refusals.test.ts
import { isSecretUrl } from "../../url/secret-url";
import { didYouMean } from "../../text/did-you-mean";
import { notYetKnown } from "./not-yet-known";
import { isList, kindOf } from "../../text/kind-of";
import { readList, readObject } from "./plain-data";
import { printableJson, printableText } from "../../text/printable";
import { secretPlaceholder } from "../../text/secret-placeholder";

/** Where a value stands in an expectation: `["postWebhookUrl", "host", 1]`; the empty path is the expectation itself. */
export type ExpectationPath = readonly (string | number)[];

/** A mistake in an expectation, with its place. */
export interface Problem {
  readonly path: ExpectationPath;
  /** `expect.postWebhookUrl.host[1]`. */
  readonly name: string;
  /** Follows the name: `is an empty string`. */
  readonly text: string;
}

/** All that is gathered while one expectation is read. */
export interface ReadingContext {
  /** The name of the expectation as a whole: `expect`. */
  readonly root: string;
  readonly secretPaths: readonly ExpectationPath[];
  readonly problems: Problem[];
  /** The names of the conditions that cannot be judged yet. */
  readonly deferred: string[];
  /** Texts that must never be shown. */
  readonly secretTexts: Set<string>;
}

/** One value of an expectation, with its place; every complaint about it goes through here, and so does no secret. */
export class ExpectationNode {
  readonly value: unknown;
  readonly path: ExpectationPath;
  readonly #context: ReadingContext;

  constructor(value: unknown, path: ExpectationPath, context: ReadingContext) {
    this.value = value;
    this.path = path;
    this.#context = context;
    if (typeof value === "string" && context.secretPaths.some((secret) => startsWith(path, secret))) {
      context.secretTexts.add(value);
    }
  }

  get isKnown(): boolean {
    return this.value !== notYetKnown;
  }

  /** Whether this is a secret, is inside one, or has one inside. */
  get isSecret(): boolean {
    return this.#context.secretPaths.some((secret) => startsWith(this.path, secret) || startsWith(secret, this.path));
  }

  /** `expect.postWebhookUrl.host[1]` */
  get name(): string {
    return this.path.reduce<string>((name, key) => name + step(key), this.#context.root);
  }

  /** The value as a message may show it, or what kind of thing it is. */
  get shown(): string {
    const { value } = this;
    // Nobody knows what a wrong value was meant to be: what may be a user name or a token is not repeated.
    if (this.isSecret || (typeof value === "string" && mayCarryCredential(value))) {
      return secretPlaceholder;
    }
    return typeof value === "string" && value !== "" ? printableJson(value.slice(0, 100)) : kindOf(value);
  }

  problem(text: string): undefined {
    this.#context.problems.push({ path: this.path, name: this.name, text });
  }

  /** Notes that this cannot be judged yet. */
  defer(): undefined {
    this.#context.deferred.push(this.name);
  }

  /** Notes that this text must never be shown. */
  conceal(text: string): void {
    this.#context.secretTexts.add(text);
  }

  /** The fields of an object that has no others than `allowed`, and at least one; undefined if it is not such an object. */
  fields<Key extends string>(allowed: readonly Key[], noun: string): ReadonlyMap<Key, ExpectationNode> | undefined {
    const read = readObject(this.value as object);
    if ("problem" in read) {
      return this.problem(read.problem);
    }
    if (read.entries.length === 0) {
      return this.problem(`is empty: name at least one ${noun} (${allowed.join(", ")})`);
    }
    const fields = new Map<Key, ExpectationNode>();
    for (const [key, value] of read.entries) {
      if (!allowed.includes(key as Key)) {
        this.#unknownKey(key, allowed, noun);
        continue;
      }
      const field = new ExpectationNode(value, [...this.path, key], this.#context);
      if (value === undefined) {
        field.problem("is undefined: give it a value, or leave the key out");
      } else {
        fields.set(key as Key, field);
      }
    }
    return fields;
  }

  #unknownKey(key: string, allowed: readonly string[], noun: string): void {
    const known = `known are ${allowed.join(", ")}`;
    if (this.#context.secretPaths.some((secret) => startsWith(this.path, secret))) {
      this.problem(`has an unknown ${noun}: ${known}`);
    } else {
      const field = new ExpectationNode(undefined, [...this.path, key.slice(0, 100)], this.#context);
      field.problem(`is not a known ${noun}${didYouMean(key, allowed) || `: ${known}`}`);
    }
  }

  /** The items of a list; undefined if it is not a plain list. */
  items(): readonly ExpectationNode[] | undefined {
    const read = readList(this.value as readonly unknown[]);
    return "problem" in read
      ? this.problem(read.problem)
      : read.items.map((item, index) => new ExpectationNode(item, [...this.path, index], this.#context));
  }

  /** The results of `parse` for each item of a list that must not be empty; deferred if an item is not known yet. */
  listOf<Item>(parse: (item: ExpectationNode) => Item | undefined): readonly Item[] | undefined {
    if (!isList(this.value)) {
      return this.problem(`must be a list; it is ${this.shown}`);
    }
    const items = this.items();
    if (items?.length === 0) {
      return this.problem("is an empty list: name at least one, or leave the key out");
    }
    const parsed = items?.filter((item) => item.isKnown).map(parse);
    if (items === undefined || parsed === undefined || parsed.includes(undefined)) {
      return undefined;
    }
    return parsed.length < items.length ? this.defer() : (parsed as readonly Item[]);
  }

  /** The same for a value that may stand alone. */
  oneOrMore<Item>(parse: (item: ExpectationNode) => Item | undefined): readonly Item[] | undefined {
    if (isList(this.value)) {
      return this.listOf(parse);
    }
    const item = parse(this);
    return item === undefined ? undefined : [item];
  }
}

function startsWith(path: ExpectationPath, start: ExpectationPath): boolean {
  return start.length <= path.length && start.every((key, index) => String(key) === String(path[index]));
}

function step(key: string | number): string {
  if (typeof key === "number") {
    return `[${key}]`;
  }
  return /^\w+$/.test(key) ? `.${key}` : `["${printableText(key)}"]`;
}

function mayCarryCredential(text: string): boolean {
  return text.includes("@") || (text.includes("=") && isSecretUrl(`?${text}`));
}
