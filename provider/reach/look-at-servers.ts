import { mapInParallel } from "../result/map-in-parallel";
import { readUrl } from "../url/readable-url";
import type { HostReach, WebhookServer } from "./host-reach";
import { lookAtServer, type IsPublicAddress, type ReachNetwork, type ReachOptions } from "./look-at-server";

/** How many servers are looked at, and how. */
export interface ReachAllOptions extends ReachOptions {
  /**
   * How many servers are looked at the same time at most, at least 1.
   * @default 16
   */
  readonly concurrency?: number | undefined;
  /** Told after each look how many of them are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Gives what was seen of the server that a URL leads to; undefined if the URL cannot be read. */
export type ReachOf = (url: string) => HostReach | undefined;

/**
 * Looks at each distinct server of these URLs once, as {@link lookAtServer} does. A URL that HTTP clients could read in
 * different ways leads nowhere in particular, and is left out.
 * @throws the signal's reason if it is aborted.
 */
export async function lookAtServers(
  urls: Iterable<string>,
  isPublic: IsPublicAddress,
  options: ReachAllOptions = {},
  network: ReachNetwork = {},
): Promise<ReachOf> {
  const servers = new Map<string, WebhookServer>();
  for (const url of urls) {
    const server = serverOf(url);
    if (server !== undefined) {
      servers.set(keyOf(server), server);
    }
  }
  const { concurrency = 16, onProgress = () => {}, signal } = options;
  let done = 0;
  const seen = await mapInParallel<WebhookServer, readonly [string, HostReach]>(
    () => each(servers.values()),
    concurrency,
    async (server, ended) => {
      const reach = await lookAtServer(server, isPublic, { ...options, signal: ended }, network);
      done += 1;
      onProgress(done, servers.size);
      return [keyOf(server), reach];
    },
    signal,
  );
  const byKey = new Map(seen);
  return (url) => {
    const server = serverOf(url);
    return server && byKey.get(keyOf(server));
  };
}

async function* each(servers: Iterable<WebhookServer>): AsyncGenerator<WebhookServer, void, undefined> {
  yield* servers;
}

/** The server that a URL leads to. */
function serverOf(url: string): WebhookServer | undefined {
  const reading = readUrl(url);
  return reading.isReadable
    ? {
        hostname: reading.host.replace(/^\[|\]$/g, ""),
        port: reading.port,
        secure: reading.protocol === "https",
      }
    : undefined;
}

function keyOf({ hostname, port, secure }: WebhookServer): string {
  return `${secure ? "https" : "http"} ${hostname} ${port}`;
}
