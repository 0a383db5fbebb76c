import { isDeepStrictEqual } from "node:util";
import { requireGone } from "../../recording/service-gone";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import { openValue, withSecrets } from "../wire/engine-value";
import type { CheckContext } from "./check";

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
