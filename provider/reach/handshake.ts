// Tested by test/reach/look-at-server.test.ts
import { connect, createSecureContext, rootCertificates, type PeerCertificate, type SecureContext } from "node:tls";
import { cleanText } from "../text/clean-text";

/** The answer of a server to a handshake. */
export type Handshake =
  | { readonly kind: "trusted"; readonly certificateEnds: Date }
  | { readonly kind: "untrusted"; readonly because: string }
  /** There was no handshake to judge by. */
  | { readonly kind: "failed"; readonly because: string };

/** Where to, and how. */
export interface HandshakeOptions {
  readonly address: string;
  readonly port: number;
  /** The name that the certificate must be for; undefined if the URL has an IP address. */
  readonly servername: string | undefined;
  /** The certificate authorities to trust, in PEM. */
  readonly authorities?: readonly string[] | undefined;
  /** In seconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

// Mozilla's list, as Node.js ships it. NODE_EXTRA_CA_CERTS is left out: Twilio does not know a company's own authority.
let publicAuthorities: SecureContext | undefined;

/**
 * Shakes hands with a server and closes the connection: nothing is sent over it.
 * @throws the signal's reason if it is aborted.
 */
export function shakeHands(options: HandshakeOptions): Promise<Handshake> {
  const { address, port, servername, authorities, timeout, signal } = options;
  signal.throwIfAborted();
  const secureContext =
    authorities === undefined
      ? (publicAuthorities ??= createSecureContext({ ca: [...rootCertificates] }))
      : createSecureContext({ ca: [...authorities] });
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: address,
      port,
      ...(servername === undefined ? {} : { servername }),
      secureContext,
      // The verdict is wanted, and not an error: nothing is ever sent, whatever it is.
      rejectUnauthorized: false,
    });
    const timer = setTimeout(
      () => end(() => resolve({ kind: "failed", because: "it did not complete a TLS handshake in time" })),
      timeout * 1000,
    );
    const abort = () => end(() => reject(signal.reason as Error));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      socket.destroy();
      settle();
    };
    signal.addEventListener("abort", abort);
    socket.once("secureConnect", () => {
      const certificate = socket.getPeerCertificate();
      // Node.js has a code here, and its type says that it is an error.
      const fault = socket.authorizationError as unknown as string | Error | null | undefined;
      end(() => resolve(fault ? untrusted(codeOf(fault), certificate) : trusted(certificate)));
    });
    socket.once("error", (error: NodeJS.ErrnoException) =>
      end(() => resolve({ kind: "failed", because: failureText(error.code) })),
    );
    socket.once("close", () =>
      end(() => resolve({ kind: "failed", because: "it closed the connection during the TLS handshake" })),
    );
  });
}

function codeOf(fault: string | Error): string {
  return typeof fault === "string" ? fault : ((fault as NodeJS.ErrnoException).code ?? fault.message);
}

function trusted({ valid_to: end }: PeerCertificate): Handshake {
  return { kind: "trusted", certificateEnds: new Date(end) };
}

function untrusted(code: string, certificate: PeerCertificate): Handshake {
  return { kind: "untrusted", because: reasons[code]?.(certificate) ?? `its certificate was refused (${code})` };
}

const day = (text: string) => new Date(text).toISOString().slice(0, 10);
const unknownIssuer = () => "its certificate is from an authority that is not publicly trusted";
const incomplete = () => "its certificate's issuer is unknown, or the server does not send the whole chain";

/** By the codes that OpenSSL and Node.js give. */
const reasons: Readonly<Record<string, (certificate: PeerCertificate) => string>> = {
  CERT_HAS_EXPIRED: ({ valid_to: end }) => `its certificate expired on ${day(end)}`,
  CERT_NOT_YET_VALID: ({ valid_from: start }) => `its certificate is valid only from ${day(start)}`,
  CERT_REVOKED: () => "its certificate was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: ({ subjectaltname: names = "no name" }) =>
    `its certificate is for another name: ${cleanText(names, 200)}`,
  DEPTH_ZERO_SELF_SIGNED_CERT: () => "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: incomplete,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: incomplete,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: incomplete,
};

const failures: Readonly<Record<string, string>> = {
  ECONNREFUSED: "it refused the connection",
  ECONNRESET: "it closed the connection during the TLS handshake",
  EHOSTUNREACH: "there is no route to it",
  ENETUNREACH: "there is no route to it",
  ETIMEDOUT: "it did not answer in time",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS on this port",
  EPROTO: "the TLS handshake failed",
};

function failureText(code = ""): string {
  const says = failures[code] ?? "it could not be connected to";
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? `${says} (${code})` : says;
}
