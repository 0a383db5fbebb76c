import type { Failure } from "../failure/failure";

/** The facts about one code of the system or of the TLS library. */
export interface NetworkFault {
  /** Whether it may go away by itself. */
  readonly retry: boolean;
  /** Follows the host's name: `refused the connection`. */
  readonly says: string;
  /** Remedies, a line each. */
  readonly steps?: readonly string[];
}

/** The statuses that may go away: too many requests, and the server's or a gateway's own trouble. */
export const retryableStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

const ownAuthority: readonly string[] = [
  "If a proxy or an organisation signs with its own authority, put that authority's certificate in a PEM file and " +
    "name the file in NODE_EXTRA_CA_CERTS, before the program starts.",
  "Certificates are always verified; no setting switches that off.",
];
const clock: readonly string[] = ["Is the clock of this machine right?"];
const reset: NetworkFault = { retry: true, says: "closed the connection before the answer was whole" };
const unknownIssuer: NetworkFault = {
  retry: false,
  says: "presented a certificate from an authority that is not trusted here",
  steps: ownAuthority,
};

/** Every failure of a connection that is told from the others; one that is not listed is not retried. */
export const networkFaults: Readonly<Record<string, NetworkFault>> = {
  ECONNREFUSED: { retry: true, says: "refused the connection" },
  ECONNRESET: reset,
  ECONNABORTED: reset,
  EPIPE: reset,
  ERR_STREAM_PREMATURE_CLOSE: reset,
  ETIMEDOUT: { retry: true, says: "did not accept a connection in time" },
  EHOSTUNREACH: { retry: true, says: "cannot be reached from here" },
  EHOSTDOWN: { retry: true, says: "cannot be reached from here" },
  ENETUNREACH: { retry: true, says: "cannot be reached: there is no network route to it" },
  ENETDOWN: { retry: true, says: "cannot be reached: the network is down" },
  EADDRNOTAVAIL: { retry: true, says: "cannot be reached: no local address or port is free" },
  EMFILE: { retry: true, says: "cannot be reached: this process has too many open files" },
  ENOTFOUND: { retry: true, says: "has no address: its name was not found in DNS" },
  EAI_AGAIN: { retry: true, says: "has no address yet: DNS did not answer" },
  DEPTH_ZERO_SELF_SIGNED_CERT: { retry: false, says: "presented a self-signed certificate", steps: ownAuthority },
  SELF_SIGNED_CERT_IN_CHAIN: {
    retry: false,
    says: "presented a certificate chain that ends in a self-signed certificate",
    steps: ownAuthority,
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
  CERT_UNTRUSTED: unknownIssuer,
  CERT_HAS_EXPIRED: { retry: false, says: "presented a certificate that has expired", steps: clock },
  CERT_NOT_YET_VALID: { retry: false, says: "presented a certificate that is not valid yet", steps: clock },
  CERT_REVOKED: { retry: false, says: "presented a certificate that was revoked" },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    retry: false,
    says: "presented a certificate for another host name",
    steps: ["Check the edge and region or the base URL, and whether a proxy or a DNS entry leads elsewhere."],
  },
  EPROTO: {
    retry: false,
    says: "does not speak TLS the way this client does",
    steps: ["Should its URL really start with https://?"],
  },
};

/** Whether the same request may succeed when it is sent again. */
export function isRetryable(failure: Failure): boolean {
  switch (failure.kind) {
    case "status":
      return retryableStatuses.has(failure.answer.status);
    case "proxyStatus":
      // A gateway's trouble with the server behind it; a refusal or a missing password stays.
      return retryableStatuses.has(failure.status);
    case "network":
      return networkFaults[failure.code ?? ""]?.retry ?? false;
    case "timeout":
      return failure.limit === "attemptTimeout";
    case "format":
      return false;
  }
}
