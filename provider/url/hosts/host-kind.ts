import { unreachableAddressKind, type UnreachableAddressKind } from "./address-kind";
import { requestInspectorDomains, requestInspectorHosts } from "./request-inspector-hosts";
import { tunnelDomains, tunnelHosts } from "./tunnel-hosts";

/** Where a host is, as far as its name or address says. */
export type HostKind =
  | { readonly kind: "ordinary" }
  /** Twilio cannot reach it; `because` follows "is". */
  | { readonly kind: "unreachable"; readonly because: string }
  | { readonly kind: "tunnel"; readonly service: string }
  | { readonly kind: "requestInspector"; readonly service: string }
  /** Reserved for documents. */
  | { readonly kind: "placeholder" };

const ordinary: HostKind = { kind: "ordinary" };
const placeholder: HostKind = { kind: "placeholder" };

const addresses: Readonly<Record<UnreachableAddressKind, string>> = {
  loopback: "a loopback address",
  private: "a private address",
  linkLocal: "a link-local address",
  carrierGradeNat: "an address of carrier-grade NAT",
  uniqueLocal: "a unique local address",
  unspecified: "the unspecified address",
};

/**
 * Domains of networks without the internet: neither they nor what is below them can be reached.
 * @see https://www.iana.org/assignments/special-use-domain-names
 */
const unreachableDomains = ["local", "internal", "localhost", "test", "invalid", "home.arpa"];

/** @see https://www.rfc-editor.org/rfc/rfc2606 */
const placeholderDomains = ["example.com", "example.net", "example.org", "example"];

/** The knowledge about a domain: about the host of that name, and about the hosts below it. */
interface Domain {
  readonly itself?: HostKind;
  readonly below?: HostKind;
}

const domains: ReadonlyMap<string, Domain> = knownDomains();

function knownDomains(): Map<string, Domain> {
  const known = new Map<string, Domain>();
  const add = (name: string, domain: Domain) => known.set(name, { ...known.get(name), ...domain });
  for (const name of unreachableDomains) {
    const kind: HostKind = { kind: "unreachable", because: `a name below .${name}, which is in no public DNS` };
    add(name, { itself: kind, below: kind });
  }
  for (const name of placeholderDomains) {
    add(name, { itself: placeholder, below: placeholder });
  }
  for (const [name, service] of Object.entries(tunnelDomains)) {
    add(name, { below: { kind: "tunnel", service } });
  }
  for (const [name, service] of Object.entries(tunnelHosts)) {
    add(name, { itself: { kind: "tunnel", service } });
  }
  for (const [name, service] of Object.entries(requestInspectorDomains)) {
    add(name, { below: { kind: "requestInspector", service } });
  }
  for (const [name, service] of Object.entries(requestInspectorHosts)) {
    add(name, { itself: { kind: "requestInspector", service } });
  }
  return known;
}

/**
 * Where a host is. Names are compared label by label: `a.ngrok.io` is a tunnel, `ngrok.io.example.net` and
 * `my-ngrok.io` are not.
 * @param host in lower case and punycode, without a trailing dot; IPv6 in brackets.
 */
export function hostKind(host: string): HostKind {
  const last = host.charCodeAt(host.length - 1);
  const isAddress = (last >= 48 && last <= 57) || last === 93;
  if (isAddress) {
    const kind = unreachableAddressKind(host.startsWith("[") ? host.slice(1, -1) : host);
    if (kind !== undefined) {
      return { kind: "unreachable", because: addresses[kind] };
    }
  }
  return nameKind(host);
}

function nameKind(host: string): HostKind {
  for (let dot = -1; ;) {
    const known = domains.get(host.slice(dot + 1));
    const kind = dot < 0 ? known?.itself : known?.below;
    if (kind !== undefined) {
      return kind;
    }
    dot = host.indexOf(".", dot + 1);
    if (dot < 0) {
      break;
    }
  }
  return host.includes(".") || host.startsWith("[") ? ordinary : nameWithoutDot;
}

const nameWithoutDot: HostKind = {
  kind: "unreachable",
  because: "a name without a dot, which only a local network knows",
};
