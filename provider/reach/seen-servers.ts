import { mapInParallel } from "../result/map-in-parallel";
import { readUrl } from "../url/readable-url";
import { doubted, mayBeOurs, twilioServer } from "./doubted-reach";
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

/** The outcomes of the looks at servers, by the URLs that lead to them. */
export class SeenServers {
  readonly #byKey = new Map<string, HostReach>();

  /** The outcome for the server that a URL leads to; undefined if it was not looked at, or the URL cannot be read. */
  readonly of = (url: string): HostReach | undefined => {
    const server = serverOf(url);
    return server && this.#byKey.get(keyOf(server));
  };

  /** All that was seen. */
  get all(): readonly HostReach[] {
    return [...this.#byKey.values()];
  }

  /**
   * Looks at each distinct server of these URLs once, as {@link lookAtServer} does. A URL that HTTP clients could read in
   * different ways leads nowhere in particular, and is left out. What seems to be wrong with them counts only if a server
   * that is fine for certain seems to be fine.
   * @throws the signal's reason if it is aborted; what was seen by then stays known.
   */
  async lookAt(
    urls: Iterable<string>,
    isPublic: IsPublicAddress,
    options: ReachAllOptions = {},
    network: ReachNetwork = {},
  ): Promise<void> {
    const servers = new Map<string, WebhookServer>();
    for (const url of urls) {
      const server = serverOf(url);
      if (server !== undefined) {
        servers.set(keyOf(server), server);
      }
    }
    const { concurrency = 16, onProgress = () => {}, signal } = options;
    let done = 0;
    await mapInParallel(
      () => each(servers),
      concurrency,
      async ([key, server], ended) => {
        this.#byKey.set(key, await lookAtServer(server, isPublic, { ...options, signal: ended }, network));
        done += 1;
        onProgress(done, servers.size);
      },
      signal,
    );
    if (this.all.some(mayBeOurs)) {
      await this.#compare(isPublic, options, network);
    }
  }

  async #compare(isPublic: IsPublicAddress, options: ReachOptions, network: ReachNetwork): Promise<void> {
    const reference = network.reference ?? (network.nameServers === undefined ? twilioServer : undefined);
    if (reference === undefined) {
      return;
    }
    const seen = await lookAtServer(reference, isPublic, options, network);
    for (const [key, reach] of this.#byKey) {
      this.#byKey.set(key, doubted(reach, seen, reference));
    }
  }
}

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item, void, undefined> {
  yield* items;
}

/** The server that a URL leads to; undefined if that cannot be said. */
export function serverOf(url: string): WebhookServer | undefined {
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
