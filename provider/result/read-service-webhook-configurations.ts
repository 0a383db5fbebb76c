import { isConfigurationError } from "../errors/configuration-error";
import { InvalidInputError } from "../errors/invalid-input-error";
import { isTwilioConversationsError } from "../errors/twilio-conversations-error";
import type { AccountClient } from "../request/account-client";
import type { RequestEvent } from "../request/request-event";
import { requireServiceSid } from "../service-sid/service-sid";
import { listServices } from "./list-services";
import { mapInParallel } from "./map-in-parallel";
import { oneAhead } from "./one-ahead";
import { readServiceWebhookConfiguration } from "./read-service-webhook-configuration";
import { readingError, type ServiceWebhookConfigurationReading } from "./service-reading";

/** How services are read, and who follows it. */
export interface ReadServicesOptions {
  /** Ends it at once; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each attempt, answer and wait; of the list's if there is no SID. */
  readonly onEvent?: ((event: RequestEvent, chatServiceSid: string | undefined) => void) | undefined;
  /**
   * How many services are read at the same time at most, at least 1. The client has a limit of its own below that: it
   * learns how many requests at once the server bears.
   * @default 64
   */
  readonly concurrency?: number | undefined;
}

interface Target {
  readonly sid: string;
  readonly friendlyName: string | null;
}

/**
 * Asks Twilio for the webhook configurations of several services: of those in `chatServiceSids`, in that order, or of all
 * that the account has, in the order of Twilio's list. A service that cannot be read is not a failure: its reading says why.
 * @throws {InvalidInputError} for anything among `chatServiceSids` that is not a service's SID, before any request.
 * @throws {ConfigurationError} if no service at all could be read with these settings.
 * @throws every other error of this package if the list of services cannot be read. A caller's abort rejects with the
 * signal's reason.
 */
export async function readServiceWebhookConfigurations(
  account: AccountClient,
  chatServiceSids?: readonly string[],
  options: ReadServicesOptions = {},
): Promise<ServiceWebhookConfigurationReading[]> {
  const asked = chatServiceSids === undefined ? undefined : requireServiceSids(chatServiceSids);
  const readings = await mapServiceReadings(account, asked, (reading) => reading, options);
  const bySid = new Map(readings.map((reading) => [reading.chatServiceSid, reading]));
  return asked?.flatMap((sid) => bySid.get(sid) ?? []) ?? readings;
}

/**
 * The same for many services, of SIDs that are such: keeps no more of each than what `map` makes of its reading. That is
 * called as soon as the service is read, in the order in which that happens, and once also for a service that is named
 * twice.
 */
export async function mapServiceReadings<Result>(
  account: AccountClient,
  chatServiceSids: Iterable<string> | undefined,
  map: (reading: ServiceWebhookConfigurationReading) => Result,
  options: ReadServicesOptions = {},
): Promise<Result[]> {
  const { signal, onEvent, concurrency = 64 } = options;
  const readOne = async ({ sid, friendlyName }: Target, ended: AbortSignal) => {
    const follow = onEvent && ((event: RequestEvent) => onEvent(event, sid));
    return map(await tryToRead(account, { sid, friendlyName }, { signal: ended, onEvent: follow }));
  };
  const targets = (ended: AbortSignal) => {
    const follow = onEvent && ((event: RequestEvent) => onEvent(event, undefined));
    return chatServiceSids === undefined
      ? listed(account, { signal: ended, onEvent: follow })
      : named(new Set(chatServiceSids));
  };
  return mapInParallel(targets, concurrency, readOne, signal);
}

function requireServiceSids(values: unknown): readonly string[] {
  if (!Array.isArray(values)) {
    const kind = values === null ? "null" : `of type ${typeof values}`;
    throw new InvalidInputError("chatServiceSids", `chatServiceSids must be a list of service SIDs, but it is ${kind}`);
  }
  // Not map(), which would pass over a hole.
  return Array.from(values, (value: unknown, index) => requireServiceSid(value, `chatServiceSids[${index}]`));
}

async function* named(sids: Iterable<string>): AsyncGenerator<Target, void, undefined> {
  for (const sid of sids) {
    yield { sid, friendlyName: null };
  }
}

async function* listed(
  account: AccountClient,
  options: Parameters<typeof listServices>[1],
): AsyncGenerator<Target, void, undefined> {
  for await (const page of oneAhead(listServices(account, options))) {
    yield* page;
  }
}

async function tryToRead(
  account: AccountClient,
  { sid, friendlyName }: Target,
  options: Parameters<typeof readServiceWebhookConfiguration>[2],
): Promise<ServiceWebhookConfigurationReading> {
  const service = { chatServiceSid: sid, friendlyName };
  try {
    return { ...service, configuration: await readServiceWebhookConfiguration(account, sid, options), error: null };
  } catch (error) {
    // Settings are the same for all services; and what is not of this package (an abort, a fault in it) is not an answer.
    if (!isTwilioConversationsError(error) || isConfigurationError(error)) {
      throw error;
    }
    return { ...service, configuration: null, error: readingError(error) };
  }
}
