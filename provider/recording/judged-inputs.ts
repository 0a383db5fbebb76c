// Tested by test/recording/recorded-resource.test.ts
import { createHash } from "node:crypto";
import { notYetKnown } from "../expectation/reading/not-yet-known";
import { recordedProperties, type RecordedProperty } from "./recorded-properties";

/** The engine's stand-in for an input that is not known yet in preview. */
export const unknownInput = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** An input that a verdict is about: what was read, what was demanded of it, and how strictly. */
export type JudgedInput = RecordedProperty | "expect" | "rules" | "enforcement";

const judgedInputs: readonly JudgedInput[] = ["expect", "rules", "enforcement", ...recordedProperties];

/** A digest of each input as it was judged. It tells that another value was registered, and not what either is. */
export type JudgedDigests = Readonly<Partial<Record<JudgedInput, string>>>;

export function digestsOf(inputs: Readonly<Record<string, unknown>>): JudgedDigests {
  return Object.fromEntries(judgedInputs.map((key) => [key, digestOf(inputs[key])]));
}

/** The first input that is not what was judged; undefined if all of them are. */
export function firstReplaced(
  judged: JudgedDigests,
  inputs: Readonly<Record<string, unknown>>,
): JudgedInput | undefined {
  // A program that has another copy of this package, of an earlier version, knows fewer of them.
  return judgedInputs.find((key) => (judged[key] ?? digestOf(undefined)) !== digestOf(inputs[key]));
}

function digestOf(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(inOneOrder(value)) ?? "")
    .digest("base64");
}

/** The engine gives an object's keys back in an order of its own. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOneOrder);
  }
  if (typeof value !== "object" || value === null) {
    return value === notYetKnown ? unknownInput : value;
  }
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOneOrder(part)]));
}
