import * as pulumi from "@pulumi/pulumi";
import { ruleIds } from "../../rules/finding";
import { readObject } from "../../expectation/reading/plain-data";
import { isList } from "../../text/kind-of";
import { anyOutput } from "../sdk/any-output";

/**
 * The rules of a service on top of those of its gate, as one value. Where either is an output as a whole, so is that; what
 * is not valid stays as it is, for the reader of rules to refuse.
 */
export function layeredSettings(ofGate: unknown, ofService: unknown): unknown {
  if (isLater(ofGate) || isLater(ofService)) {
    return pulumi.all([anyOutput(ofGate), anyOutput(ofService)]).apply(([below, above]) => layered(below, above));
  }
  return layered(ofGate, ofService);
}

function layered(below: unknown, above: unknown): unknown {
  const [under, over] = [entriesOf(below), entriesOf(above)];
  if (over === undefined || below === "recommended") {
    return above;
  }
  const given = over.filter(([, severity]) => severity !== undefined);
  if (below === "off") {
    return Object.fromEntries([...ruleIds.map((id) => [id, "off"] as const), ...given]);
  }
  // A mistake in the gate's rules is one in those of each service.
  return under === undefined ? below : Object.fromEntries([...under, ...given]);
}

function isLater(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** The entries of a plain object; undefined if it is none. */
function entriesOf(value: unknown): readonly (readonly [key: string, severity: unknown])[] | undefined {
  const object = typeof value !== "object" || value === null || isList(value) ? undefined : readObject(value);
  return object === undefined || "problem" in object ? undefined : object.entries;
}
