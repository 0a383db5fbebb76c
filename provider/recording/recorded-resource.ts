// Tested by test/recording/recorded-resource.test.ts
import { isDeepStrictEqual } from "node:util";
import { InvalidInputError } from "../errors/invalid-input-error";
import type { AccountClient } from "../request/account-client";
import { readServiceWebhookConfiguration } from "../result/read-service-webhook-configuration";
import { secretProperties } from "../result/secret-properties";
import { firstReplaced, unknownInput, type JudgedInput } from "./judged-inputs";
import { readKey, type ReadOutcome } from "./recorded-type";
import { recordedProperties } from "./recorded-properties";
import { secretOnTheWire } from "./secret-on-the-wire";
import { requireGone } from "./service-gone";

// The protocol of a recorded resource, free of Pulumi's SDK. The program has read the values already: here they are
// recorded, and read again only when the engine asks for it, at a refresh and for `.get`.

/** A resource's inputs or outputs. */
export type Properties = Record<string, unknown>;

/** The inputs as they are to be recorded, and why they may not be. */
export interface Checked {
  readonly inputs: Properties;
  readonly failures?: { readonly property: string; readonly reason: string }[];
}

/** Whether there is something to update, and what can only be replaced. */
export interface Difference {
  readonly changes: boolean;
  readonly replaces: string[];
}

/** The outcome of a read: an empty id if the service is gone. */
export interface ReadBack {
  readonly id: string;
  readonly props: Properties;
  readonly inputs?: Properties;
}

const providerKey = "__provider";

/** Takes out what only tells how the read ended, and refuses what may not be recorded. */
export function check(news: Properties): Checked {
  const { [readKey]: told, ...inputs } = news;
  const reason = told === unknownInput ? absenceOf(inputs) : reasonAgainst(outcomeOf(told), inputs);
  // With a property named, the engine would print that property's value too.
  return reason === null ? { inputs } : { inputs, failures: [{ property: "", reason }] };
}

export function diff(olds: Properties, news: Properties): Difference {
  const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
  keys.delete(providerKey);
  const replaces = isDeepStrictEqual(olds["chatServiceSid"], news["chatServiceSid"]) ? [] : ["chatServiceSid"];
  return { changes: [...keys].some((key) => !isDeepStrictEqual(olds[key], news[key])), replaces };
}

export function create(inputs: Properties): { readonly id: string; readonly outs: Properties } {
  return { id: String(inputs["chatServiceSid"]), outs: inputs };
}

export function update(news: Properties): { readonly outs: Properties } {
  return { outs: news };
}

/**
 * Reads the live values again. A refresh comes with what was recorded; `.get` comes with no more than the account.
 * @param connect Gives the client for the account that was recorded.
 */
export async function read(
  id: string,
  recorded: Properties,
  connect: (account: unknown) => AccountClient,
): Promise<ReadBack> {
  const isRefresh = typeof recorded["chatServiceSid"] === "string";
  if (recorded[readKey] !== undefined) {
    throw new InvalidInputError("id", existingUnjudged);
  }
  const account = connect(recorded["account"]);
  try {
    const live = await readServiceWebhookConfiguration(account, id);
    const secrets: ReadonlySet<string> = secretProperties(live);
    const values = Object.fromEntries(
      Object.entries(live).map(([key, value]) => [key, secrets.has(key) ? secretOnTheWire(value) : value]),
    );
    const props = { ...recorded, ...values };
    return { id, props, inputs: { ...props } };
  } catch (error) {
    if (!isRefresh) {
      throw error;
    }
    await requireGone(error, { chatServiceSid: id, accountSid: recorded["accountSid"] }, account);
    return { id: "", props: {} };
  }
}

/** The program's words about its read; null if it says nothing. */
function outcomeOf(told: unknown): Partial<ReadOutcome> | null {
  try {
    return typeof told === "string" ? (JSON.parse(told) as Partial<ReadOutcome> | null) : null;
  } catch {
    return null;
  }
}

/** Why the inputs may not be registered, if so. */
function reasonAgainst(outcome: Partial<ReadOutcome> | null, inputs: Properties): string | null {
  if (typeof outcome?.failure === "string") {
    return outcome.failure;
  }
  if (outcome?.failure !== null) {
    // With ignoreChanges: ["*"] the recorded values are there instead of those that were read.
    return absenceOf(inputs) === null ? hidden : unread;
  }
  return absenceOf(inputs) ?? substitutionOf(outcome, inputs);
}

/** No policy judges a resource that registers no value at all: it looks as if it could not be read. */
function absenceOf(inputs: Properties): string | null {
  return recordedProperties.some((key) => Object.hasOwn(inputs, key)) ? null : absent;
}

/** A transform, and `ignoreChanges`, change what is registered after it was read and judged. */
function substitutionOf(outcome: Partial<ReadOutcome>, inputs: Properties): string | null {
  const { chatServiceSid, account, judged } = outcome.of ?? {};
  if (inputs["chatServiceSid"] !== chatServiceSid || inputs["account"] !== account) {
    return substituted;
  }
  if (judged === undefined) {
    const unjudgedBy = (["expect", "rules"] as const).find((key) => Object.hasOwn(inputs, key));
    return unjudgedBy === undefined ? null : unjudged(unjudgedBy);
  }
  const replaced = firstReplaced(judged, inputs);
  return replaced === undefined ? null : notAsJudged(replaced);
}

const substituted =
  "chatServiceSid or account is not what was read: ignoreChanges or a transform has put another one in its place. Take it " +
  "out of there, or give the resource the one that is meant";
const absent = "what was read is missing from the resource's properties: does a transform take it out?";
const unread =
  "nothing was read: a resource that this one waits for has failed, or this run leaves it out (--target, --exclude); or does " +
  "a transform take out what was read?";
const existingUnjudged =
  "id was given to a ServiceWebhookConfiguration after the program has made it, so nothing would be judged: take it out of " +
  "the transformation that adds it, or read the service with ServiceWebhookConfiguration.get";
const hidden = 'ignoreChanges: ["*"] hides from this resource what was read; name the properties to ignore instead';

function givenByProgram(input: JudgedInput): string {
  const policy = input === "rules" ? "webhookRulesPolicy" : "webhookExpectationPolicy";
  return `Give it in the resource's arguments; to demand the same of every program, use a policy (${policy})`;
}

function unjudged(input: "expect" | "rules"): string {
  return (
    `${input} was not given by the program, so nothing was judged by it: ignoreChanges or a transform has put it in. ` +
    givenByProgram(input)
  );
}

function notAsJudged(input: JudgedInput): string {
  return input === "expect" || input === "rules" || input === "enforcement"
    ? `${input} is not what the program has judged by: ignoreChanges or a transform has put another one in its place. ${givenByProgram(input)}`
    : `${input} is not what was read and judged: ignoreChanges or a transform has put another value in its place, and what ` +
        "depends on the gate would be given that one. Take it out of there";
}
