import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether nothing but this machine can reach that IP address. */
export function isLoopbackAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 6 ? "ipv6" : "ipv4");
}

/**
 * The emulator is for this machine alone: it holds whatever a test put into it, and its passwords are made up.
 * @throws RangeError if `host` is neither `localhost` nor a loopback address.
 */
export function requireLoopback(host: string): void {
  if (host !== "localhost" && !isLoopbackAddress(host)) {
    throw new RangeError("host must be localhost or a loopback address such as 127.0.0.1");
  }
}
