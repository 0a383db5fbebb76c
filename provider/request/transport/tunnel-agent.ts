// Tested by test/request/faults/proxies.test.ts
import { request as plainRequest, type ClientRequest } from "node:http";
import { Agent, request as secureRequest, type AgentOptions, type RequestOptions } from "node:https";
import { isIPv6, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Cancellation } from "../cancellation";
import { AttemptFailure, type Failure, type Peer } from "../failure/failure";
import type { Proxy } from "./proxy";

/** The options with which Node asks an agent for a connection. */
interface ConnectionOptions extends RequestOptions {
  /** Ends a tunnel that is still being opened. */
  readonly cancellation?: Cancellation;
}
type ConnectionCallback = NonNullable<Parameters<Agent["createConnection"]>[1]>;

/**
 * Node's own agent, with its connections opened through an HTTP proxy's CONNECT. The proxy sees a host name and a port,
 * and TLS from then on.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: Proxy;

  constructor(proxy: Proxy, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
  }

  /** Called by Node if no idle connection is free. */
  override createConnection(options: ConnectionOptions, callback: ConnectionCallback): undefined {
    const connect = this.#connect(options);
    const { cancellation } = options;
    const cancel = () => connect.destroy();
    const opened = (stream: Duplex) => {
      cancellation?.off(cancel);
      callback(null, stream);
    };
    const failed = (failure: Failure) => {
      cancellation?.off(cancel);
      // Node asks for no stream where there is an error, although the type says so.
      (callback as (error: Error) => void)(new AttemptFailure(failure));
    };
    cancellation?.on(cancel);
    connect.once("connect", (response, socket: Socket) => {
      const status = response.statusCode ?? 0;
      if (status >= 200 && status <= 299) {
        // TLS inside the tunnel, by Node's own way, which also resumes earlier sessions.
        opened(super.createConnection({ ...options, socket } as RequestOptions) as Duplex);
      } else {
        socket.destroy();
        failed({ kind: "proxyStatus", peer: this.#peer(), status });
      }
    });
    connect.once("error", ({ code }: NodeJS.ErrnoException) => failed({ kind: "network", peer: this.#peer(), code }));
    connect.end();
    return undefined;
  }

  #connect({ host, port }: ConnectionOptions): ClientRequest {
    const { secure, hostname, port: proxyPort, username, password } = this.#proxy;
    const target = `${isIPv6(host ?? "") ? `[${host}]` : host}:${port}`;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    return (secure ? secureRequest : plainRequest)({
      method: "CONNECT",
      host: hostname,
      port: proxyPort,
      path: target,
      agent: false,
      headers: {
        Host: target,
        ...(username === "" && password === "" ? {} : { "Proxy-Authorization": authorization }),
      },
      ...(secure ? { rejectUnauthorized: true } : {}),
    });
  }

  #peer(): Peer {
    return { role: "proxy", host: this.#proxy.host };
  }
}
