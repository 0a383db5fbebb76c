import * as pulumi from "@pulumi/pulumi";
import { compileExpectation, readExpectation } from "../../expectation/compile-expectation";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import { notYetKnown } from "../../expectation/reading/not-yet-known";
import type { ServiceWebhookExpectation } from "../../expectation/service-webhook-expectation";
import { deepestExpectation, readList, readObject } from "../../expectation/reading/plain-data";
import type { RuleSettings } from "../../rules/rule-settings";
import { isSecretUrl } from "../../url/secret-url";
import { anyOutput } from "../sdk/any-output";

/**
 * `T`, any part of which may be an output, unknown in preview, or secret.
 * @example
 * const hosts: DeepInput<readonly string[]> = [pulumi.output("hooks.example.com"), "hooks.example.net"];
 */
export type DeepInput<T> = pulumi.Input<
  T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly DeepInput<Item>[]
      : { readonly [Key in keyof T]: DeepInput<T[Key]> }
>;

/**
 * An expectation as a Pulumi program gives it.
 * @example
 * const host = new pulumi.Config().requireSecret("host");
 * const expectation: ServiceWebhookExpectationInput = { postWebhookUrl: { host } };
 */
export type ServiceWebhookExpectationInput = DeepInput<ServiceWebhookExpectation>;

/**
 * Rule settings as a Pulumi program gives them.
 * @example
 * const rules: RuleSettingsInput = { "tunnel-host": new pulumi.Config().require<"error" | "off">("tunnels") };
 */
export type RuleSettingsInput = DeepInput<RuleSettings>;

type Path = readonly (string | number)[];

/**
 * Reads an expectation as far as it is known now. What is not stands in it as not yet known, what is secret is marked,
 * and all of it is validated.
 * @throws {InvalidInputError} that names every key that is wrong.
 */
export async function knownExpectation(
  input: unknown,
  options: { readonly name?: string } = {},
): Promise<CompiledExpectation> {
  const { known, secretPaths } = await knownInput(input);
  return compileExpectation(known, { ...options, secretPaths });
}

/** An expectation, or rules, as far as it is known now, not validated, with the paths of what is secret in it. */
export async function knownInput(input: unknown): Promise<{ readonly known: unknown; readonly secretPaths: Path[] }> {
  const secretPaths: Path[] = [];
  return { known: await resolve(input, [], secretPaths, new Set()), secretPaths };
}

async function resolve(input: unknown, path: Path, secretPaths: Path[], above: ReadonlySet<unknown>): Promise<unknown> {
  if (pulumi.Output.isInstance(input) || input instanceof Promise) {
    let known: unknown = notYetKnown;
    const isSecret = await pulumi.isSecret(
      anyOutput(input).apply((value) => {
        known = value;
      }),
    );
    if (isSecret) {
      secretPaths.push(path);
    }
    return known;
  }
  return mapParts(input, above, (part, key, below) => resolve(part, [...path, key], secretPaths, below));
}

/**
 * The expectation, or the rules, as recorded: a URL in it that carries a credential is secret without anybody asking. What is no
 * data is left out; the validation refuses it.
 */
export function recordedDemand(input: unknown, above: ReadonlySet<unknown> = new Set()): unknown {
  switch (typeof input) {
    case "string":
      return isSecretUrl(input) ? pulumi.secret(input) : input;
    case "number":
    case "boolean":
      return input;
    case "object": {
      if (pulumi.Output.isInstance(input) || input instanceof Promise) {
        return anyOutput(input).apply((value) => anyOutput(recordedDemand(value)));
      }
      const mapped = mapParts(input, above, (part, _key, below) => recordedDemand(part, below));
      return mapped === input && input !== null ? undefined : mapped;
    }
    default:
      return undefined;
  }
}

/** Whether an expectation is not valid whatever the outputs and promises in it will come to. */
export function isRefused(input: unknown): boolean {
  const look = (part: unknown, above: ReadonlySet<unknown>): unknown =>
    pulumi.Output.isInstance(part) || part instanceof Promise
      ? notYetKnown
      : mapParts(part, above, (inner, _key, below) => look(inner, below));
  return "problems" in readExpectation(look(input, new Set()));
}

type Map<Result> = (part: unknown, key: string | number, below: ReadonlySet<unknown>) => Result;

/**
 * A list or plain object with each part mapped, and promises among them awaited together. Anything else is given back as
 * it is, for the validation to refuse. An object below what can be valid is not looked into: one that stands in many
 * places would be walked once for each way to it.
 */
function mapParts(value: unknown, above: ReadonlySet<unknown>, map: Map<unknown>): unknown {
  if (typeof value !== "object" || value === null || above.has(value) || above.size >= deepestExpectation) {
    return value;
  }
  const below = new Set(above).add(value);
  if (Array.isArray(value)) {
    const list = readList(value);
    return "problem" in list
      ? value
      : together(
          list.items.map((item, index) => map(item, index, below)),
          (items) => items,
        );
  }
  const object = readObject(value);
  if ("problem" in object) {
    return value;
  }
  const keys = object.entries.map(([key]) => key);
  const parts = object.entries.map(([key, part]) => map(part, key, below));
  return together(parts, (mapped) => Object.fromEntries(mapped.map((part, index) => [keys[index] ?? "", part])));
}

function together<Result>(parts: unknown[], combine: (parts: unknown[]) => Result): Result | Promise<Result> {
  return parts.some((part) => part instanceof Promise) ? Promise.all(parts).then(combine) : combine(parts);
}
