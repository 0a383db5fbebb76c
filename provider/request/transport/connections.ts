// Tested by test/request/faults/idle-connections.test.ts
import { Agent } from "node:http";
import { Agent as SecureAgent, type AgentOptions } from "node:https";
import type { Proxy } from "./proxy";
import { TunnelAgent } from "./tunnel-agent";

/** The most connections that one account's reads have open at once. */
export const mostConnections = 32;

/** How long an idle connection is kept, in milliseconds: less than servers keep theirs, as a rule. */
const idleTimeout = 4000;

const keptAlive: AgentOptions = {
  keepAlive: true,
  maxSockets: mostConnections,
  timeout: idleTimeout,
  // An environment variable of Node's would switch verification off otherwise, for the credentials too.
  rejectUnauthorized: true,
};

/**
 * The connections to one host, kept open between requests. Idle ones do not keep the process alive.
 */
export class Connections {
  readonly #secure: boolean;
  readonly #proxy: Proxy | undefined;
  #kept: Agent | undefined;

  constructor(url: URL, proxy: Proxy | undefined) {
    this.#secure = url.protocol === "https:";
    this.#proxy = proxy;
  }

  /** For a request that may go out on an idle connection. */
  kept(): Agent {
    this.#kept ??= this.#agent(keptAlive);
    return this.#kept;
  }

  /** For one request on a connection of its own, which is closed after it. */
  fresh(): Agent {
    return this.#agent({ keepAlive: false, rejectUnauthorized: true });
  }

  /** Closes the idle connections; those in use stay until their requests are done. */
  close(): void {
    for (const sockets of Object.values(this.#kept?.freeSockets ?? {})) {
      // A copy: each socket leaves the agent's list as it is closed.
      for (const socket of [...(sockets ?? [])]) {
        socket.destroy();
      }
    }
    this.#kept = undefined;
  }

  #agent(options: AgentOptions): Agent {
    if (this.#proxy !== undefined) {
      return new TunnelAgent(this.#proxy, options);
    }
    return this.#secure ? new SecureAgent(options) : new Agent(options);
  }
}
