import type { Condition, ConditionName, Finding } from "./conditions/condition";
import type { ExpectationNode } from "./reading/expectation-node";
import { frozenCopy } from "./reading/frozen-copy";
import { meantEvent } from "../delivery/misspelt-event";
import { isList } from "../text/kind-of";
import type { Json } from "../text/printable";
import type { FilterConditions } from "./service-webhook-expectation";

/** The events that Twilio delivers; null if they were never set. */
export type LiveFilters = readonly string[] | null;

const conditionNames = Object.keys({
  equals: true,
  includes: true,
  excludes: true,
  only: true,
} satisfies Record<keyof FilterConditions, true>) as (keyof FilterConditions)[];

/** Reads `filters`. */
export function parseFilters(node: ExpectationNode): readonly Condition<LiveFilters>[] {
  const { value } = node;
  if (value === null) {
    return [condition("equals", node, null, (live) => (live === null ? undefined : { found: live, extra: live }))];
  }
  if (isList(value)) {
    return parseExactly(node, value);
  }
  if (typeof value !== "object") {
    node.problem(`must be a list of events, null or an object with conditions; it is ${node.shown}`);
    return [];
  }
  const fields = node.fields(conditionNames, "condition");
  const exact = fields?.get("equals");
  if (fields === undefined || exact === undefined) {
    return fields === undefined ? [] : parseConditions(node, fields);
  }
  if (fields.size > 1) {
    node.problem("has `equals`, which goes with no other condition");
  }
  if (!exact.isKnown) {
    exact.defer();
    return [];
  }
  return isList(exact.value)
    ? parseExactly(exact, exact.value)
    : (exact.problem(`must be a list of events; it is ${exact.shown}`) ?? []);
}

/** No event at all is a configuration too. */
function parseExactly(node: ExpectationNode, value: readonly unknown[]): readonly Condition<LiveFilters>[] {
  const events = value.length === 0 ? [] : node.listOf(parseEvent);
  return events === undefined ? [] : [condition("equals", node, events, within(new Set(events), new Set(events)))];
}

function parseConditions(
  node: ExpectationNode,
  fields: ReadonlyMap<keyof FilterConditions, ExpectationNode>,
): readonly Condition<LiveFilters>[] {
  const lists = new Map<keyof FilterConditions, readonly string[]>();
  for (const [name, field] of fields) {
    const events = field.isKnown ? field.listOf(name === "excludes" ? parseExcluded : parseNamed) : field.defer();
    if (events !== undefined) {
      lists.set(name, events);
    }
  }
  const [includes, excludes, only] = (["includes", "excludes", "only"] as const).map((name) => lists.get(name));
  complainOfContradictions(node, includes, excludes, only);
  return [...lists].map(([name, events]) => {
    const field = fields.get(name) ?? node;
    switch (name) {
      case "equals":
        return condition(name, field, events, within(new Set(events), new Set(events)));
      case "includes":
        return condition(name, field, events, within(new Set(events), undefined));
      case "only":
        return condition(name, field, events, within(new Set(), new Set(events)));
      case "excludes":
        return condition(name, field, events, without(new Set(events)));
    }
  });
}

function complainOfContradictions(
  node: ExpectationNode,
  includes: readonly string[] = [],
  excludes: readonly string[] = [],
  only: readonly string[] = includes,
): void {
  if (includes.some((event) => excludes.includes(event))) {
    node.problem("contradicts itself: an event is both in `includes` and in `excludes`");
  }
  if (includes.some((event) => !only.includes(event))) {
    node.problem("contradicts itself: an event of `includes` is not in `only`");
  }
  if (only.length > 0 && includes.length === 0 && only.every((event) => excludes.includes(event))) {
    node.problem("contradicts itself: every event of `only` is in `excludes` too");
  }
}

/** Exactly what is live can always be expected, whatever it is: a name that no event can have excludes nothing here. */
function parseEvent(node: ExpectationNode): string | undefined {
  return typeof node.value === "string" ? node.value : node.problem(`must be an event's name; it is ${node.shown}`);
}

/**
 * Any name is an event: Twilio adds some without notice. One that is misspelt is missed in the verdict, which then says
 * what may have been meant. A pattern or several names in one string are no name: as excluded events they would exclude
 * nothing.
 */
function parseNamed(node: ExpectationNode): string | undefined {
  const value = parseEvent(node);
  if (value === undefined) {
    return undefined;
  }
  if (value === "") {
    return node.problem("is an empty string");
  }
  return /^[A-Za-z0-9]+$/.test(value)
    ? value
    : node.problem(`must be the name of one event, of letters and digits alone: ${node.shown}${hintFor(node, value)}`);
}

/** Here alone a misspelt event would never be missed: the expectation would hold, and exclude nothing. */
function parseExcluded(node: ExpectationNode): string | undefined {
  const event = parseNamed(node);
  const hint = event === undefined ? "" : hintFor(node, event);
  return hint === "" ? event : node.problem(`is not a known event, so it would exclude nothing: ${node.shown}${hint}`);
}

function hintFor(node: ExpectationNode, event: string): string {
  const meant = meantEvent(event);
  // The event next to a secret one is a secret too.
  return meant === undefined ? "" : node.isSecret ? "; it is misspelt" : `; did you mean "${meant}"?`;
}

/** Finds the events that are missing of those required, and the ones beyond those allowed, if not all are. */
function within(required: ReadonlySet<string>, allowed: ReadonlySet<string> | undefined) {
  const isExtra = (event: string) => allowed !== undefined && !allowed.has(event);
  return (live: LiveFilters): Finding | undefined => {
    // Order and repeats make no difference.
    if (live !== null && !live.some(isExtra) && (required.size === 0 || hasAll(live, required))) {
      return undefined;
    }
    const found = new Set(live);
    const missing = [...required].filter((event) => !found.has(event));
    return { found: live, missing, extra: [...found].filter(isExtra) };
  };
}

/** Twilio has some twenty events: of so few a look through the list is quicker than a set. */
const aFew = 32;

function hasAll(live: readonly string[], required: ReadonlySet<string>): boolean {
  const found = live.length > aFew ? new Set(live) : undefined;
  for (const event of required) {
    if (!(found?.has(event) ?? live.includes(event))) {
      return false;
    }
  }
  return true;
}

function without(excluded: ReadonlySet<string>) {
  const isExtra = (event: string) => excluded.has(event);
  return (live: LiveFilters): Finding | undefined =>
    live !== null && !live.some(isExtra)
      ? undefined
      : { found: live, missing: [], extra: [...new Set(live)].filter(isExtra) };
}

function condition(
  name: ConditionName,
  node: ExpectationNode,
  expected: Json,
  judge: (live: LiveFilters) => Finding | undefined,
): Condition<LiveFilters> {
  return { name, expected: frozenCopy(expected), isSecret: node.isSecret, judge };
}
