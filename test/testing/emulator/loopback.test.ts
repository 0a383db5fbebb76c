import { startEmulator } from "../../../provider/testing";
import { isLoopbackAddress } from "../../../provider/testing/emulator/loopback";

test.each(["127.0.0.1", "127.8.9.10", "127.255.255.255", "::1", "0:0:0:0:0:0:0:1"])("%s is loopback", (address) => {
  expect(isLoopbackAddress(address)).toBe(true);
});

test.each(["126.255.255.255", "128.0.0.1", "0.0.0.0", "::", "::2", "fe80::1", "localhost", "", "127.1", "2130706433"])(
  "%p is not a loopback address",
  (address) => {
    expect(isLoopbackAddress(address)).toBe(false);
  },
);

test.each(["0.0.0.0", "::", "", "192.168.1.2", "128.0.0.1", "example.com", "localhost.example.com"])(
  "an emulator does not listen on %p, which other machines may reach",
  async (host) => {
    await expect(startEmulator({ host })).rejects.toThrow("host must be localhost or a loopback address");
  },
);
