/** A server that webhook requests go to: one look is enough for all URLs that lead to it. */
export interface WebhookServer {
  /** In lower case and punycode; an IPv6 literal without its brackets. */
  readonly hostname: string;
  readonly port: number;
  /** Whether it is spoken to by TLS. */
  readonly secure: boolean;
}

/** Whether Twilio would reach a server, as far as that can be seen from here. */
export type HostReach =
  /** It has a public address and, for https, a certificate that Twilio would take. */
  | { readonly kind: "reachable"; readonly certificateEnds: Date | null }
  /** The name does not exist, or has no address. */
  | { readonly kind: "unresolvable"; readonly nameExists: boolean }
  /** The name exists, and none of its addresses is public. */
  | { readonly kind: "private"; readonly addresses: readonly string[] }
  /** Its certificate is not one that Twilio would take. */
  | { readonly kind: "untrusted"; readonly because: string }
  /** The look itself failed: that says nothing about the server. */
  | { readonly kind: "unknown"; readonly because: string };
