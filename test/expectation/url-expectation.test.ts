import { compileExpectation } from "../../provider/expectation/compile-expectation";
import type { UrlConditions } from "../../provider/expectation/service-webhook-expectation";
import { judge } from "../../provider/verdict/judge";

const nothing = { preWebhookUrl: null, postWebhookUrl: null, method: null, filters: null, accountSid: null };

function violated(postWebhookUrl: string | UrlConditions, live: string): string[] {
  const expectation = compileExpectation({ postWebhookUrl });
  return judge({ ...nothing, postWebhookUrl: live }, expectation).violations.map(({ condition }) => condition);
}

const exact = "https://hooks.example.com/twilio/post";

describe("an exact URL is met by what only spells the same request differently", () => {
  test.each([
    ["the same string", exact, exact],
    ["another case of the scheme", "HTTPS://hooks.example.com/twilio/post", exact],
    ["another case of the host", "https://Hooks.Example.COM/twilio/post", exact],
    ["the default port", "https://hooks.example.com:443/twilio/post", exact],
    ["the default port of http", "http://hooks.example.com:80/x", "http://hooks.example.com/x"],
    ["a trailing dot", "https://hooks.example.com./twilio/post", exact],
    ["a trailing dot and a port", "https://hooks.example.com.:443/twilio/post", exact],
    ["punycode", "https://xn--bcher-kva.example/x", "https://bücher.example/x"],
    ["punycode in capitals", "https://XN--BCHER-KVA.example/x", "https://bücher.example/x"],
    ["a capital letter outside of ASCII", "https://BÜCHER.example/x", "https://bücher.example/x"],
    ["a decomposed letter", "https://bu\u0308cher.example/x", "https://bücher.example/x"],
    ["no path", "https://hooks.example.com", "https://hooks.example.com/"],
    ["no path before a query", "https://hooks.example.com?a=1", "https://hooks.example.com/?a=1"],
    [
      "the same user name, another case of the host",
      "https://u:p@HOOKS.example.com/x",
      "https://u:p@hooks.example.com/x",
    ],
    ["an IPv6 address in another case", "https://[2001:DB8::1]/x", "https://[2001:db8::1]/x"],
  ])("%s", (_what, live, expected) => {
    expect(violated(expected, live)).toEqual([]);
    expect(violated(live, expected)).toEqual([]);
  });
});

const lookalikes: [what: string, live: string, expected?: string][] = [
  ["a Cyrillic letter in the host", "https://hооks.example.com/twilio/post"],
  ["the punycode of a Cyrillic letter", "https://hooks.xn--exmple-4nf.com/twilio/post"],
  ["a Greek letter in the host", "https://hοoks.example.com/twilio/post"],
  ["the Kelvin sign for a k", "https://hoo\u212as.example.com/twilio/post"],
  ["a long s", "https://hook\u017f.example.com/twilio/post"],
  ["a dotless i", "https://mıcro.example.com/", "https://micro.example.com/"],
  ["a sharp s for ss", "https://straße.example/", "https://strasse.example/"],
  ["a sharp s, which older clients take for ss", "https://straße.example/", "https://xn--strae-oqa.example/"],
  ["a final sigma", "https://βόλος.example/", "https://xn--nxasmm1c.example/"],
  ["full-width letters", "https://ｈｏｏｋｓ.example.com/twilio/post"],
  ["an ideographic full stop", "https://hooks。example.com/twilio/post"],
  ["a full-width full stop", "https://hooks．example.com/twilio/post"],
  ["a half-width ideographic full stop", "https://hooks｡example.com/twilio/post"],
  ["a soft hyphen", "https://hooks.exam\u00adple.com/twilio/post"],
  ["a zero-width space", "https://hooks.exam\u200bple.com/twilio/post"],
  ["a zero-width joiner", "https://hooks.exam\u200dple.com/twilio/post"],
  ["a word joiner", "https://hooks.exam\u2060ple.com/twilio/post"],
  ["a variation selector", "https://hooks.exam\ufe0fple.com/twilio/post"],
  ["a byte order mark", "\ufeffhttps://hooks.example.com/twilio/post"],
  ["a right-to-left override", "https://hooks.\u202eexample.com/twilio/post"],
  ["circled letters", "https://ⓗooks.example.com/twilio/post"],
  ["mathematical letters", "https://𝐡ooks.example.com/twilio/post"],
  ["two trailing dots", "https://hooks.example.com../twilio/post"],
  ["a dot in front", "https://.hooks.example.com/twilio/post"],
  ["a user name", "https://user@hooks.example.com/twilio/post"],
  ["an empty user name", "https://@hooks.example.com/twilio/post"],
  ["a user name and a password", "https://a:b@hooks.example.com/twilio/post"],
  ["another user name", "https://b@hooks.example.com/x", "https://a@hooks.example.com/x"],
  ["the host as user name", "https://hooks.example.com@evil.com/twilio/post"],
  ["the host as user name, with a port as password", "https://hooks.example.com:443@evil.com/twilio/post"],
  ["two @", "https://hooks.example.com@evil.com@hooks.example.com/twilio/post"],
  ["a backslash before an @", "https://hooks.example.com\\@evil.com/twilio/post"],
  ["a backslash for a slash", "https://hooks.example.com\\twilio\\post"],
  ["backslashes after the scheme", "https:\\\\hooks.example.com/twilio/post"],
  ["one slash after the scheme", "https:/hooks.example.com/twilio/post"],
  ["three slashes after the scheme", "https:///hooks.example.com/twilio/post"],
  ["no slash after the scheme", "https:hooks.example.com/twilio/post"],
  ["no scheme", "//hooks.example.com/twilio/post"],
  ["http", "http://hooks.example.com/twilio/post"],
  ["http on the port of https", "http://hooks.example.com:443/twilio/post"],
  ["another port", "https://hooks.example.com:8443/twilio/post"],
  ["a port with a zero in front", "https://hooks.example.com:0443/twilio/post"],
  ["a colon without a port", "https://hooks.example.com:/twilio/post"],
  ["a port that overflows to the default one", "https://hooks.example.com:65979/twilio/post"],
  ["a further label", "https://hooks.example.com.evil.com/twilio/post"],
  ["a label that ends the same", "https://evil-hooks.example.com/twilio/post"],
  ["an encoded dot in the host", "https://hooks%2eexample.com/twilio/post"],
  ["an encoded letter in the host", "https://%68ooks.example.com/twilio/post"],
  ["an encoded slash in the host", "https://hooks.example.com%2ftwilio/post"],
  ["a space in front", " https://hooks.example.com/twilio/post"],
  ["a space at the end", "https://hooks.example.com/twilio/post "],
  ["a newline at the end", "https://hooks.example.com/twilio/post\n"],
  ["a tab in the scheme", "ht\ttps://hooks.example.com/twilio/post"],
  ["a tab in the host", "https://hooks.exam\tple.com/twilio/post"],
  ["a newline in the path", "https://hooks.example.com/twi\nlio/post"],
  ["a null character", "https://hooks.example.com/twilio/post\0"],
  ["a non-breaking space", "https://hooks.example.com/twilio/post\u00a0"],
  ["an empty fragment", "https://hooks.example.com/twilio/post#"],
  ["a fragment", "https://hooks.example.com/twilio/post#x"],
  ["an empty query", "https://hooks.example.com/twilio/post?"],
  ["a query", "https://hooks.example.com/twilio/post?a=1"],
  ["a trailing slash", "https://hooks.example.com/twilio/post/"],
  ["a doubled slash", "https://hooks.example.com//twilio/post"],
  ["another case of the path", "https://hooks.example.com/Twilio/post"],
  ["an encoded letter in the path", "https://hooks.example.com/twilio/p%6fst"],
  ["an encoded slash in the path", "https://hooks.example.com/twilio%2fpost"],
  ["another case of an escape", "https://a.example/%2f", "https://a.example/%2F"],
  ["a dot segment", "https://hooks.example.com/twilio/./post"],
  ["a double dot segment", "https://hooks.example.com/twilio/x/../post"],
  ["an encoded double dot segment", "https://hooks.example.com/twilio/x/%2e%2e/post"],
  ["a path parameter", "https://hooks.example.com/twilio/post;x=1"],
  ["a letter that should be encoded", "https://a.example/ä", "https://a.example/%C3%A4"],
  ["an IPv4 address in hexadecimal", "https://0x7f.0.0.1/x", "https://127.0.0.1/x"],
  ["an IPv4 address as one number", "https://2130706433/x", "https://127.0.0.1/x"],
  ["an IPv4 address in octal", "https://0177.0.0.1/x", "https://127.0.0.1/x"],
  ["a short IPv4 address", "https://127.1/x", "https://127.0.0.1/x"],
  ["an IPv4 address in IPv6", "https://[::ffff:127.0.0.1]/x", "https://[::ffff:7f00:1]/x"],
  ["a long IPv6 address", "https://[0:0:0:0:0:0:0:1]/x", "https://[::1]/x"],
];

describe("an exact URL is not met by what only looks the same", () => {
  test.each(lookalikes)("%s", (_what, live, expected = exact) => {
    expect(violated(expected, live)).toEqual(["equals"]);
  });

  test.each(
    lookalikes.filter(([, live]) => /^https?:\/\/\S+$/.test(live) && !/[\0-\x20]/.test(live) && URL.canParse(live)),
  )("%s, although it equals itself", (_what, live) => {
    expect(violated(live, live)).toEqual([]);
  });
});

describe("conditions judge the parts that a request is really made with", () => {
  const conditions = { protocol: "https", host: "hooks.example.com", path: "/twilio/*", query: "none" } as const;

  test.each([
    ["the expected host", "https://hooks.example.com/twilio/post"],
    ["a user name before the expected host", "https://user:pass@hooks.example.com/twilio/post"],
    ["a user name that looks like another host", "https://evil.com@hooks.example.com/twilio/post"],
    ["another case, the default port and a trailing dot", "https://HOOKS.example.com.:443/twilio/post"],
    ["a fragment, which no request is sent with", "https://hooks.example.com/twilio/post#rc=2"],
    ["the prefix itself, with its slash", "https://hooks.example.com/twilio/"],
    ["a dot that starts a name", "https://hooks.example.com/twilio/.well-known/x"],
    ["an escape that is harmless", "https://hooks.example.com/twilio/a%20b"],
  ])("met by %s", (_what, live) => {
    expect(violated(conditions, live)).toEqual([]);
  });

  test.each([
    ["the expected host as user name", "https://hooks.example.com@evil.com/twilio/post", ["host"]],
    ["the expected host and port as user name", "https://hooks.example.com:443@evil.com/twilio/post", ["host"]],
    ["the expected host before a backslash", "https://hooks.example.com\\@evil.com/twilio/post", "all"],
    ["the expected host between two @", "https://a@hooks.example.com@evil.com/twilio/post", "all"],
    ["another host between two @", "https://a@evil.com:80@hooks.example.com/twilio/post", "all"],
    ["the expected host with a further label", "https://hooks.example.com.evil.com/twilio/post", ["host"]],
    ["the expected host with an encoded dot", "https://hooks.example.com%2eevil.com/twilio/post", "all"],
    ["the expected host with an encoded @", "https://hooks.example.com%40evil.com/twilio/post", "all"],
    ["the expected host in the fragment", "https://evil.com/twilio/#hooks.example.com", ["host"]],
    ["the expected host as path", "https://evil.com/hooks.example.com/twilio/", ["host", "path"]],
    ["the expected host before # and @", "https://hooks.example.com#@evil.com/twilio/post", "all"],
    ["the expected host before ? and @", "https://hooks.example.com?@evil.com/twilio/post", "all"],
    ["the expected host as password", "https://u:hooks.example.com@evil.com/twilio/post", ["host"]],
    ["another port", "https://hooks.example.com:8443/twilio/post", ["host"]],
    ["the other protocol", "http://hooks.example.com/twilio/post", ["protocol"]],
    ["the other protocol on the expected port", "http://hooks.example.com:443/twilio/post", ["protocol", "host"]],
    ["a scheme that is no web scheme", "ftp://hooks.example.com/twilio/post", "all"],
    ["a script", "javascript://hooks.example.com/twilio/%0aalert(1)", "all"],
    ["a soft hyphen in the host", "https://hooks.exam\u00adple.com/twilio/post", "all"],
    ["an ideographic full stop in the host", "https://hooks。example.com/twilio/post", "all"],
    ["a Cyrillic letter in the host", "https://hооks.example.com/twilio/post", ["host"]],
    ["a tab in the host", "https://hooks.exam\tple.com/twilio/post", "all"],
    ["the prefix without its slash", "https://hooks.example.com/twilio", ["path"]],
    ["a name that starts like the prefix", "https://hooks.example.com/twiliox/post", ["path"]],
    ["a step back", "https://hooks.example.com/twilio/../x", ["path"]],
    ["a step back at the end", "https://hooks.example.com/twilio/x/..", ["path"]],
    ["a step on the spot", "https://hooks.example.com/twilio/./x", ["path"]],
    ["an encoded step back", "https://hooks.example.com/twilio/%2e%2e/x", ["path"]],
    ["a half encoded step back", "https://hooks.example.com/twilio/.%2E/x", ["path"]],
    ["a twice encoded step back", "https://hooks.example.com/twilio/%252e%252e/x", ["path"]],
    ["an encoded slash", "https://hooks.example.com/twilio/..%2fx", ["path"]],
    ["an encoded slash in a name", "https://hooks.example.com/twilio/a%2fb", ["path"]],
    ["an encoded backslash", "https://hooks.example.com/twilio/..%5cx", ["path"]],
    ["an encoded control character", "https://hooks.example.com/twilio/a%00b", ["path"]],
    ["an overlong encoding of a dot", "https://hooks.example.com/twilio/%c0%ae%c0%ae/x", ["path"]],
    ["an encoded full-width dot", "https://hooks.example.com/twilio/%ef%bc%8e%ef%bc%8e/x", ["path"]],
    ["an encoded full-width slash", "https://hooks.example.com/twilio/..%ef%bc%8fx", ["path"]],
    ["a step back with a path parameter", "https://hooks.example.com/twilio/..;a=1/x", ["path"]],
    ["a step back with an encoded path parameter", "https://hooks.example.com/twilio/..%3b/x", ["path"]],
    ["an empty segment", "https://hooks.example.com/twilio//evil.com", ["path"]],
    ["an empty segment in front", "https://hooks.example.com//twilio/x", ["path"]],
    ["a percent sign that encodes nothing", "https://hooks.example.com/twilio/100%", ["path"]],
    ["the prefix in another case", "https://hooks.example.com/Twilio/x", ["path"]],
    ["the prefix, encoded", "https://hooks.example.com/%74wilio/x", ["path"]],
    ["a query", "https://hooks.example.com/twilio/post?a=1", ["query"]],
    ["an empty query", "https://hooks.example.com/twilio/post?", ["query"]],
  ])("violated by %s", (_what, live, expected) => {
    expect(violated(conditions, live)).toEqual(expected === "all" ? ["protocol", "host", "path", "query"] : expected);
  });
});

test("a host outside of ASCII is taken however many URLs were read before", () => {
  // Node 20 and 22 have a parser that forgets about them once it is optimised.
  for (let times = 0; times < 20_000; times += 1) {
    compileExpectation({ preWebhookUrl: `https://a.example/${times}` });
  }
  expect(violated("https://b\u00fccher.example/x", "https://xn--bcher-kva.example/x")).toEqual([]);
});
