// Tested by test/request/faults/broken-connections.test.ts
import type { Agent, ClientRequest } from "node:http";
import type { Readable } from "node:stream";
import type { Cancellation } from "../cancellation";

/** The part of node-fetch that this package uses; this file is the only one that knows it. */
interface NodeFetch {
  default(url: string, options: FetchOptions): Promise<FetchResponse>;
}
interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: "manual";
  readonly compress: false;
  readonly agent: Agent;
}
interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: Readable;
}

// Loaded with the first request: a program that reads nothing does not pay for it. Kept here, since Node.js looks at the
// disk again each time that it is asked for a module by such a name.
let fetch: NodeFetch["default"] | undefined;

/** A request to send. */
export interface OutgoingRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent;
  /** Closes the request's connection, whatever it is doing. */
  readonly cancellation: Cancellation;
}

/** An answer whose body is still to be read. */
export interface IncomingAnswer {
  readonly status: number;
  /** How many header fields came, those of the same name each for itself. */
  readonly headerCount: number;
  header(name: string): string | undefined;
  readonly body: Readable;
}

/** No answer came. */
export class SendError extends Error {
  /** The error of Node's HTTP client or the agent; never handed on. */
  readonly reason: unknown;
  /** Whether the request went out on a connection that had been idle. */
  readonly onIdleConnection: boolean;

  constructor(reason: unknown, onIdleConnection: boolean) {
    super("no answer");
    this.reason = reason;
    this.onIdleConnection = onIdleConnection;
  }
}

/**
 * Sends a GET request. Redirects are not followed, and bodies come as they were sent: node-fetch would take compressed
 * data that ends early for whole.
 * @throws {SendError}
 */
export async function send({ url, headers, agent, cancellation }: OutgoingRequest): Promise<IncomingAnswer> {
  fetch ??= (require("#node-fetch") as NodeFetch).default;
  const watched = watch(agent, cancellation);
  try {
    const response = await fetch(url.href, {
      headers,
      redirect: "manual",
      compress: false,
      agent: watched.agent,
    });
    return {
      status: response.status,
      headerCount: watched.headerCount,
      header: (name) => response.headers.get(name) ?? undefined,
      body: response.body,
    };
  } catch (error) {
    throw new SendError(watched.error ?? error, watched.request?.reusedSocket ?? false);
  }
}

interface Watched {
  readonly agent: Agent;
  headerCount: number;
  request?: ClientRequest;
  error?: unknown;
}

/** Node hands every request to its agent by this method, which its type does not name. */
interface RequestTaker {
  addRequest(request: ClientRequest, options: object): void;
}

/**
 * The agent, for one request: node-fetch keeps the request to itself, and with it whether its connection had been
 * idle, what it failed of and how many headers came.
 */
function watch(agent: Agent, cancellation: Cancellation): Watched {
  const taker: RequestTaker = {
    addRequest: (request, options) => {
      watched.request = request;
      // Not by a signal that node-fetch would have to watch: two event targets for each request.
      cancellation.on(() => request.destroy());
      request.once("error", (error) => {
        watched.error = error;
      });
      request.once("response", ({ rawHeaders }) => {
        watched.headerCount = rawHeaders.length / 2;
      });
      // Node has made these options for this request alone; a copy of their thirty keys would cost more than all of this.
      (agent as unknown as RequestTaker).addRequest(request, Object.assign(options, { cancellation }));
    },
  };
  const watched: Watched = { agent: Object.assign(Object.create(agent) as Agent, taker), headerCount: 0 };
  return watched;
}
