import { isDeepStrictEqual } from "node:util";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { firstProperty } from "../../recording/property-path";
import { requireGone } from "../../recording/service-gone";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import { printableJson } from "../../text/printable";
import { openValue, withSecrets } from "../wire/engine-value";
import type { CheckContext } from "./check";

/** The inputs by which a service is judged. */
const demandedInputs: readonly string[] = ["expect", "rules", "enforcement"];

type Properties = Readonly<Record<string, unknown>>;

/** A resource after a read; the id is empty if the service is gone. */
export interface ReadState {
  readonly id: string;
  readonly properties: Properties;
  readonly inputs: Properties;
}

/** Whether anything has changed, and whether that makes it another resource. */
export interface Difference {
  readonly isChanged: boolean;
  readonly replaces: readonly string[];
}

/** Compares what is recorded with what is about to be. */
export function diff(recorded: Properties, news: Properties): Difference {
  const olds = openValue(recorded).value as Properties;
  const next = openValue(news).value as Properties;
  const isOther = (key: string) => !isDeepStrictEqual(olds[key], next[key]);
  return {
    isChanged: [...new Set([...Object.keys(olds), ...Object.keys(next)])].some(isOther),
    replaces: isOther("chatServiceSid") ? ["chatServiceSid"] : [],
  };
}

/** The demands of a program: what is recorded of them must not be judged instead. */
const demands: readonly string[] = ["chatServiceSid", ...demandedInputs];

/**
 * The engine puts what is recorded instead of what the program gives before it asks for a check, which cannot tell one from
 * the other: a gate would judge by a demand of before. Only when it asks for the differences, it says so.
 * @param ignored property paths, such as `expect.postWebhookUrl`, `["expect"]` or `*`
 * @throws {InvalidInputError} if one of them is about a demand.
 */
export function requireDemandsOfProgram(ignored: readonly string[]): void {
  const hidden = ignored.filter((path) => {
    const name = firstProperty(path);
    return name !== undefined && (name === "*" || demands.includes(name));
  });
  if (hidden.length > 0) {
    throw new InvalidInputError(
      "ignoreChanges",
      `ignoreChanges has ${hidden.map(printableJson).join(", ")}: what is recorded would be judged instead of what the program demands; name other properties, or none`,
    );
  }
}

/**
 * Reads a service that is recorded, or that a program asks for by its SID.
 * @throws every error of this package; an abort rejects with the signal's reason.
 */
export async function read(
  id: string,
  recorded: Properties,
  inputs: Properties,
  { client: connect, signal }: CheckContext,
): Promise<ReadState> {
  const known = openValue(recorded).value as Properties;
  const demanded = demandedInputs.find((key) => known[key] !== undefined && Object.keys(inputs).length === 0);
  if (demanded !== undefined) {
    throw new InvalidInputError(
      demanded,
      `${demanded} has no effect here: what is got by its id is read and not judged; declare the resource instead`,
    );
  }
  const client = connect();
  try {
    const live = await readServiceWebhookConfiguration(client, id, { signal });
    const values = withSecrets({ ...live }, secretsOf(recorded, secretProperties(live)));
    return { id, properties: { ...recorded, ...values }, inputs: { ...inputs, ...values } };
  } catch (error) {
    const isRefresh = typeof known["chatServiceSid"] === "string";
    if (!isRefresh) {
      throw error;
    }
    await requireGone(error, { chatServiceSid: id, accountSid: known["accountSid"] }, client, { signal });
    return { id: "", properties: {}, inputs: {} };
  }
}

/** The properties to keep secret: those that were, and URLs that carry a credential. */
function secretsOf(recorded: Properties, own: ReadonlySet<string>): ReadonlySet<string> {
  const marked = openValue(recorded).secretPaths.flatMap(([first]) => (typeof first === "string" ? [first] : []));
  return new Set([...own, ...marked]);
}
