import { isPublicAddress, unreachableAddressKind } from "../../provider/url/hosts/address-kind";
import { hostKind } from "../../provider/url/hosts/host-kind";
import { parseUrl } from "../../provider/url/parse-url";

test.each([
  ["127.0.0.1", "loopback"],
  ["127.255.255.255", "loopback"],
  ["::1", "loopback"],
  ["::ffff:127.0.0.1", "loopback"],
  ["::ffff:7f00:1", "loopback"],
  ["10.0.0.0", "private"],
  ["10.255.255.255", "private"],
  ["172.16.0.1", "private"],
  ["172.31.255.255", "private"],
  ["192.168.1.1", "private"],
  ["::ffff:a00:1", "private"],
  ["169.254.169.254", "linkLocal"],
  ["fe80::1", "linkLocal"],
  ["febf::1", "linkLocal"],
  ["100.64.0.1", "carrierGradeNat"],
  ["100.127.255.255", "carrierGradeNat"],
  ["fc00::1", "uniqueLocal"],
  ["fdff:ffff::1", "uniqueLocal"],
  ["0.0.0.0", "unspecified"],
  ["::", "unspecified"],
])("%s can be reached by nobody outside: %s", (address, kind) => {
  expect(unreachableAddressKind(address)).toBe(kind);
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "169.253.255.255",
  "100.63.255.255",
  "100.128.0.0",
  "1.0.0.0",
  "::ffff:8.8.8.8",
  "2606:4700::1111",
  "fec0::1",
  "fbff::1",
])("%s is a public address", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each(["", "localhost", "10.0.0", "10.example.com", "[::1]"])("%j is not an address at all", (text) => {
  expect(isPublicAddress(text)).toBe(false);
  expect(unreachableAddressKind(text)).toBeUndefined();
});

test.each([
  "http://0x7f.1/",
  "http://2130706433/",
  "http://127.1/",
  "http://0177.0.0.1/",
  "http://[::ffff:127.0.0.1]/",
])("%s, in the notation that the URL standard gives it, leads to the machine itself", (url) => {
  expect(hostKind(parseUrl(url)!.hostname)).toMatchObject({ kind: "unreachable", because: "a loopback address" });
});

test.each([
  ["localhost", "unreachable"],
  ["a.localhost", "unreachable"],
  ["backend", "unreachable"],
  ["printer.local", "unreachable"],
  ["a.b.internal", "unreachable"],
  ["x.test", "unreachable"],
  ["x.invalid", "unreachable"],
  ["router.home.arpa", "unreachable"],
  ["a.ngrok.io", "tunnel"],
  ["a.eu.ngrok.io", "tunnel"],
  ["bore.pub", "tunnel"],
  ["webhook.site", "requestInspector"],
  ["a.webhook.site", "requestInspector"],
  ["eo1.x.pipedream.net", "requestInspector"],
  ["example.com", "placeholder"],
  ["hooks.example.org", "placeholder"],
  ["a.example", "placeholder"],
  ["hooks.acme.com", "ordinary"],
  ["my-ngrok.io", "ordinary"],
  ["8.8.8.8", "ordinary"],
  ["[2606:4700::1111]", "ordinary"],
  ["10.0.0.1", "unreachable"],
  ["[fe80::1]", "unreachable"],
])("%s is of the kind %s", (host, kind) => {
  expect(hostKind(host).kind).toBe(kind);
});
