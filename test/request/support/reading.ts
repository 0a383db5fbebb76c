import type { Credentials } from "../../../provider/credentials/credentials";
import { TwilioClient, type ClientDependencies, type ReadOptions } from "../../../provider/request/client";
import type { RequestEvent } from "../../../provider/request/request-event";
import type { RequestSettings } from "../../../provider/request/request-settings";
import { parseServiceWebhookConfiguration } from "../../../provider/response/service-webhook-configuration";
import { accountSid, path, serviceSid, subject } from "./service";

// These tests wait for sockets and timers: a busy machine needs more than the usual five seconds.
jest.setTimeout(90_000);

export * from "./service";

/** Short limits, so that a test of one takes no longer than it must. */
const shortLimits: RequestSettings = { maxAttempts: 3, attemptTimeout: 2, deadline: 10 };

function credentialsFor(baseUrl: string, password = "a-token-that-is-secret"): Credentials {
  return { account: undefined, accountSid, username: accountSid, password, baseUrl };
}

const clients: TwilioClient[] = [];

/** A client that asks `baseUrl`, without jitter's waits and without the environment's proxies unless given. */
export function clientFor(
  baseUrl: string,
  settings: Partial<RequestSettings> = {},
  dependencies: ClientDependencies = {},
): TwilioClient {
  const client = new TwilioClient(
    credentialsFor(baseUrl),
    { ...shortLimits, ...settings },
    { environment: {}, random: () => 0, ...dependencies },
  );
  clients.push(client);
  return client;
}

export function closeClients(): void {
  for (const client of clients.splice(0)) {
    client.close();
  }
}

/** Reads the configuration as the package does: the request, and then every check of the answer. */
export async function readConfiguration(client: TwilioClient, options: Partial<ReadOptions> = {}) {
  const { object, requestId } = await client.getJson(path, { subject, ...options });
  return parseServiceWebhookConfiguration(object, { subject, chatServiceSid: serviceSid, accountSid, requestId });
}

/** What a read rejects with; fails where it does not. */
export async function failureOf(read: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await read;
  } catch (error) {
    return error;
  }
  throw new Error(`the read was expected to fail, and gave ${JSON.stringify(value)}`);
}

/** The events of a read, and the read's own end, however it ends. */
export async function eventsOf(client: TwilioClient): Promise<RequestEvent[]> {
  const events: RequestEvent[] = [];
  await readConfiguration(client, { onEvent: (event) => events.push(event) }).catch(() => {});
  return events;
}
