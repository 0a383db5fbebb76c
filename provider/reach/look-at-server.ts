import { isIP } from "node:net";
import { shakeHands, type Handshake } from "./handshake";
import type { HostReach, WebhookServer } from "./host-reach";
import { lookUp } from "./look-up";

/** How servers are looked at. */
export interface ReachOptions {
  /**
   * How long one look may take, in seconds.
   * @default 10
   */
  readonly timeout?: number | undefined;
  /** Ends it at once; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The network between a look and the internet, for tests on one machine. */
export interface ReachNetwork {
  /** @default the system's name servers */
  readonly nameServers?: readonly string[] | undefined;
  /** @default Mozilla's authorities */
  readonly authorities?: readonly string[] | undefined;
  /**
   * A server that exists and is trusted for certain, by which a bad view of the internet is told from bad hosts.
   * @default Twilio's own for the system's name servers, none for others
   */
  readonly reference?: WebhookServer | undefined;
  /** Where a connection to a public address goes. @default to that address */
  readonly route?: ((address: string, port: number) => { readonly address: string; readonly port: number }) | undefined;
}

/** Whether an address is one that Twilio can reach. */
export type IsPublicAddress = (address: string) => boolean;

/** As many addresses are tried as a patient client would. */
const mostAddresses = 4;

/**
 * Looks at a server as Twilio would meet it: by the addresses that public names have, and by the certificate that it
 * shows. No HTTP request is sent, and no address that is not public is connected to.
 * @throws the signal's reason if it is aborted.
 */
export async function lookAtServer(
  server: WebhookServer,
  isPublic: IsPublicAddress,
  { timeout = 10, signal = new AbortController().signal }: ReachOptions = {},
  network: ReachNetwork = {},
): Promise<HostReach> {
  const deadline = performance.now() + timeout * 1000;
  const left = () => Math.max(0.001, (deadline - performance.now()) / 1000);
  const isLiteral = isIP(server.hostname) !== 0;
  const found = isLiteral
    ? ({ kind: "addresses", addresses: [server.hostname] } as const)
    : await lookUp(server.hostname, { nameServers: network.nameServers, timeout: timeout / 2, signal });
  if (found.kind === "none") {
    return { kind: "unresolvable", nameExists: found.nameExists };
  }
  if (found.kind === "failed") {
    return { kind: "unknown", because: found.because };
  }
  const addresses = found.addresses.filter(isPublic).slice(0, mostAddresses);
  if (addresses.length === 0) {
    return { kind: "private", addresses: found.addresses };
  }
  if (!server.secure) {
    return { kind: "reachable", certificateEnds: null };
  }
  let handshake: Handshake = { kind: "failed", because: "it has no address" };
  for (const [index, address] of addresses.entries()) {
    handshake = await shakeHands({
      ...(network.route?.(address, server.port) ?? { address, port: server.port }),
      servername: isLiteral ? undefined : server.hostname,
      authorities: network.authorities,
      timeout: left() / (addresses.length - index),
      signal,
    });
    if (handshake.kind !== "failed") {
      break;
    }
  }
  switch (handshake.kind) {
    case "trusted":
      return { kind: "reachable", certificateEnds: handshake.certificateEnds };
    case "untrusted":
      return handshake;
    case "failed":
      return { kind: "unknown", because: handshake.because };
  }
}
