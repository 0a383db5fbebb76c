import { BlockList, isIP } from "node:net";

/** The kinds of IP addresses that nobody outside a network can reach. */
export type UnreachableAddressKind =
  "loopback" | "private" | "linkLocal" | "carrierGradeNat" | "uniqueLocal" | "unspecified";

/**
 * The ranges of each kind.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const ranges: Readonly<Record<UnreachableAddressKind, readonly (readonly [network: string, prefix: number])[]>> = {
  loopback: [
    ["127.0.0.0", 8],
    ["::1", 128],
  ],
  private: [
    ["10.0.0.0", 8],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
  ],
  linkLocal: [
    ["169.254.0.0", 16],
    ["fe80::", 10],
  ],
  carrierGradeNat: [["100.64.0.0", 10]],
  uniqueLocal: [["fc00::", 7]],
  unspecified: [
    ["0.0.0.0", 8],
    ["::", 128],
  ],
};

const lists = Object.entries(ranges).map(([kind, networks]) => {
  const list = new BlockList();
  for (const [network, prefix] of networks) {
    list.addSubnet(network, prefix, family(network));
  }
  return [kind as UnreachableAddressKind, list] as const;
});

/**
 * Why nobody outside a network can reach an IP address; undefined if it may be reached, or is not an address. An IPv4
 * address that is mapped into IPv6 (`::ffff:10.0.0.1`) is of the kind that it has as IPv4.
 */
export function unreachableAddressKind(address: string): UnreachableAddressKind | undefined {
  return isIP(address) === 0 ? undefined : lists.find(([, list]) => list.check(address, family(address)))?.[0];
}

/** Whether `address` is an IP address that is reachable from the internet, as far as its range says. */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && unreachableAddressKind(address) === undefined;
}

function family(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}
