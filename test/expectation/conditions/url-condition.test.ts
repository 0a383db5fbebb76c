import { compileExpectation } from "../../../provider/expectation/compile-expectation";
import type { UrlConditions } from "../../../provider/expectation/service-webhook-expectation";
import { judge } from "../../../provider/verdict/judge";

const nothing = { preWebhookUrl: null, postWebhookUrl: null, method: null, filters: null, accountSid: null };

function holds(conditions: UrlConditions, preWebhookUrl: string | null): boolean {
  return (
    judge({ ...nothing, preWebhookUrl }, compileExpectation({ preWebhookUrl: conditions })).violations.length === 0
  );
}

test.each<[conditions: UrlConditions, url: string | null, isMet: boolean]>([
  [{ set: true }, "https://a.example/", true],
  [{ set: true }, null, false],
  [{ set: false }, null, true],
  [{ set: false }, "https://a.example/", false],
  [{ set: true }, "https://a.example\\", true],

  [{ protocol: "https" }, "https://a.example/", true],
  [{ protocol: "https" }, "HTTPS://a.example/", true],
  [{ protocol: "https" }, "http://a.example/", false],
  [{ protocol: "https" }, "wss://a.example/", false],
  [{ protocol: ["http", "https"] }, "http://a.example/", true],
  [{ protocol: "https" }, null, false],

  [{ host: "a.example" }, "https://a.example/", true],
  [{ host: "A.Example." }, "https://a.example/", true],
  [{ host: "bücher.example" }, "https://xn--bcher-kva.example/", true],
  [{ host: "xn--bcher-kva.example" }, "https://Bücher.example./", true],
  [{ host: "a.example" }, "https://b.a.example/", false],
  [{ host: "a.example" }, "https://ba.example/", false],
  [{ host: ["b.example", "a.example"] }, "https://a.example/", true],
  [{ host: ["b.example", "c.example"] }, "https://a.example/", false],
  [{ host: "a.example" }, "https://a.example:8443/", false],
  [{ host: "a.example" }, "http://a.example:443/", false],
  [{ host: "a.example" }, "http://a.example:80/", true],
  [{ host: "a.example:8443" }, "https://a.example:8443/", true],
  [{ host: "a.example:8443" }, "https://a.example/", false],
  [{ host: "a.example:443" }, "https://a.example/", true],
  [{ host: "a.example:443" }, "http://a.example/", false],
  [{ host: "*.a.example" }, "https://b.a.example/", true],
  [{ host: "*.a.example" }, "https://c.b.a.example/", true],
  [{ host: "*.A.example." }, "https://B.a.EXAMPLE./", true],
  [{ host: "*.a.example" }, "https://a.example/", false],
  [{ host: "*.a.example" }, "https://ba.example/", false],
  [{ host: "*.a.example" }, "https://.a.example/", false],
  [{ host: "*.a.example" }, "https://b.a.example.evil.example/", false],
  [{ host: "*.a.example" }, "https://b.a.example:8443/", false],
  [{ host: "*.a.example:8443" }, "https://b.a.example:8443/", true],
  [{ host: "*.bücher.example" }, "https://x.xn--bcher-kva.example/", true],
  [{ host: "10.0.0.1" }, "https://10.0.0.1/", true],
  [{ host: "10.0.0.1" }, "https://10.1/", false],
  [{ host: "[2001:DB8::1]" }, "https://[2001:db8::1]/", true],
  [{ host: "[2001:db8::1]:8443" }, "https://[2001:db8::1]:8443/", true],
  [{ host: "[2001:db8::1]" }, "https://[2001:db8:0::1]/", false],
  [{ host: "a.example" }, null, false],

  [{ path: "/x" }, "https://a.example/x", true],
  [{ path: "/x" }, "https://a.example/x?y#z", true],
  [{ path: "/x" }, "https://a.example/x/", false],
  [{ path: "/x" }, "https://a.example/X", false],
  [{ path: "/x" }, "https://a.example/%78", false],
  [{ path: "/x" }, "https://a.example/y/../x", false],
  [{ path: "/x" }, "https://a.example//x", false],
  [{ path: "/" }, "https://a.example", true],
  [{ path: "/" }, "https://a.example?x", true],
  [{ path: "/a%2Fb" }, "https://a.example/a%2Fb", true],
  [{ path: "/a%2Fb" }, "https://a.example/a%2fb", false],
  [{ path: "/x/*" }, "https://a.example/x/y", true],
  [{ path: "/x/*" }, "https://a.example/x/y/z.json?a=../", true],
  [{ path: "/x/*" }, "https://a.example/x/", true],
  [{ path: "/x/*" }, "https://a.example/x", false],
  [{ path: "/x/*" }, "https://a.example/xy", false],
  [{ path: "/x/*" }, "https://a.example/x/..", false],
  [{ path: "/x/*" }, "https://a.example/x/...", true],
  [{ path: "/a%2Fb/*" }, "https://a.example/a%2Fb/c", true],
  [{ path: "/*" }, "https://a.example", true],
  [{ path: "/*" }, "https://a.example//evil.example", false],
  [{ path: "/x" }, null, false],

  [{ query: "none" }, "https://a.example/x", true],
  [{ query: "none" }, "https://a.example/x#?y", true],
  [{ query: "none" }, "https://a.example/x?", false],
  [{ query: "none" }, "https://a.example/x?y", false],
  [{ query: ["y"] }, "https://a.example/x?y", true],
  [{ query: ["y"] }, "https://a.example/x?z=1&y=2&y=3", true],
  [{ query: ["y"] }, "https://a.example/x?%79=1", true],
  [{ query: ["y"] }, "https://a.example/x?Y=1", false],
  [{ query: ["y"] }, "https://a.example/x?z=y", false],
  [{ query: ["y"] }, "https://a.example/x?z;y=1", false],
  [{ query: ["y"] }, "https://a.example/x#?y=1", false],
  [{ query: ["y", "z"] }, "https://a.example/x?y=1", false],
  [{ query: ["y", "y"] }, "https://a.example/x?y=1", true],
  [{ query: ["y"] }, "https://a.example/x", false],
  [{ query: "none" }, null, false],

  [{ pattern: { source: "^https://a\\.example/" } }, "https://a.example/x", true],
  [{ pattern: { source: "^https://a\\.example/" } }, "https://a.example\\@evil.example/", false],
  [{ pattern: { source: "." } }, null, false],
])("%j on %j: %p", (conditions, url, isMet) => {
  expect(holds(conditions, url)).toBe(isMet);
});
