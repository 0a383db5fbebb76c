// For each rule what it finds, and what only looks as if it should be found.
import {
  lintServiceWebhookConfiguration,
  lintWebhookConfiguration,
  type Finding,
  type RuleId,
} from "../../provider/index";
import { both, post, rule, service, url, type Settings } from "./support/settings";

const found = (id: RuleId, settings: Settings, account?: Settings): readonly Finding[] =>
  lintServiceWebhookConfiguration(
    service(settings),
    account && { account: { target: null, ...service(account) } },
  ).filter((finding) => finding.rule === id);

interface Cases {
  /** With the property of each finding. */
  readonly finds: readonly (readonly [
    settings: Settings,
    properties: readonly (string | null)[],
    account?: Settings,
  ])[];
  readonly passes: readonly (readonly [settings: Settings, account?: Settings])[];
}

/** The same for hosts in the post URL. */
const hosts = (finds: readonly string[], passes: readonly string[]): Cases => ({
  finds: finds.map((host) => [post(`https://${host}/hook`), ["postWebhookUrl"]]),
  passes: passes.map((host) => [post(`https://${host}/hook`)]),
});

/** Rules that find nothing by themselves: test/rules/reach.test.ts. */
type WithReachAlone = "unresolvable-host" | "untrusted-certificate" | "expiring-certificate";

const cases: Readonly<Record<Exclude<RuleId, WithReachAlone>, Cases>> = {
  "no-events": {
    finds: [
      [{ postWebhookUrl: url }, ["filters"]],
      [{ postWebhookUrl: url, filters: [] }, ["filters"]],
      [{ preWebhookUrl: url, filters: ["", "  ", "\t"] }, ["filters"]],
      [{ preWebhookUrl: url, postWebhookUrl: url, filters: [] }, ["filters"]],
    ],
    passes: [
      [{}],
      [{ filters: [] }],
      [{ filters: [""] }],
      [{ preWebhookUrl: "", filters: [] }],
      [{ postWebhookUrl: url, filters: ["onMessageAdded"] }],
      [{ postWebhookUrl: url, filters: ["", "onMessageAdded"] }],
      [{ postWebhookUrl: url, filters: ["onSomethingNew"] }],
      [{ postWebhookUrl: url, filters: ["onMessageAdd"] }],
      [{ preWebhookUrl: url, filters: ["onMessageAdd"] }],
      [{ preWebhookUrl: url, postWebhookUrl: url, filters: both }],
      [{}, { postWebhookUrl: url, filters: [] }],
    ],
  },
  "post-url-unused": {
    finds: [
      [{ postWebhookUrl: url, filters: ["onMessageAdd"] }, ["postWebhookUrl"]],
      [{ postWebhookUrl: url, filters: ["onMessageAdd", "", "onConversationUpdate"] }, ["postWebhookUrl"]],
      [{ preWebhookUrl: url, postWebhookUrl: url, filters: ["onMessageRemove"] }, ["postWebhookUrl"]],
    ],
    passes: [
      [{ postWebhookUrl: url, filters: both }],
      [{ postWebhookUrl: url, filters: ["onDeliveryUpdated"] }],
      [{ postWebhookUrl: url, filters: ["onConversationStateUpdated"] }],
      [{ postWebhookUrl: url, filters: ["onMessageAdd", "onSomethingNew"] }],
      [{ postWebhookUrl: url, filters: ["onmessageadded"] }],
      [{ postWebhookUrl: url, filters: ["onMessageAdd", "onUserAdded"] }],
      [{ postWebhookUrl: url, filters: null }],
      [{ postWebhookUrl: url, filters: [] }],
      [{ postWebhookUrl: url, filters: [" "] }],
      [{ preWebhookUrl: url, filters: ["onMessageAdd"] }],
      [{ postWebhookUrl: "", filters: ["onMessageAdd"] }],
      [{ filters: ["onMessageAdd"] }],
    ],
  },
  "pre-url-unused": {
    finds: [
      [{ preWebhookUrl: url, filters: ["onMessageAdded"] }, ["preWebhookUrl"]],
      [{ preWebhookUrl: url, filters: ["onDeliveryUpdated", " ", "onConversationStateUpdated"] }, ["preWebhookUrl"]],
      [{ preWebhookUrl: url, postWebhookUrl: url, filters: ["onMessageRemoved"] }, ["preWebhookUrl"]],
    ],
    passes: [
      [{ preWebhookUrl: url, filters: both }],
      [{ preWebhookUrl: url, filters: ["onParticipantRemove"] }],
      [{ preWebhookUrl: url, filters: ["onMessageAdded", "onSomethingNew"] }],
      [{ preWebhookUrl: url, filters: ["ONMESSAGEADD"] }],
      [{ preWebhookUrl: url, filters: ["onMessageAdded", "onUserUpdate"] }],
      [{ preWebhookUrl: url, filters: null }],
      [{ preWebhookUrl: url, filters: [] }],
      [{ preWebhookUrl: url, filters: [""] }],
      [{ postWebhookUrl: url, filters: ["onMessageAdded"] }],
      [{ preWebhookUrl: "", filters: ["onMessageAdded"] }],
      [{ filters: ["onMessageAdded"] }],
    ],
  },
  "plain-http": {
    finds: [
      [post("http://hooks.acme.io/"), ["postWebhookUrl"]],
      [post("HTTP://hooks.acme.io/"), ["postWebhookUrl"]],
      [post("http://hooks.acme.io:8443/x"), ["postWebhookUrl"]],
      [post("http:\\\\hooks.acme.io/"), ["postWebhookUrl"]],
      [
        { preWebhookUrl: "http://a.acme.io/", postWebhookUrl: "http://b.acme.io/", filters: both },
        ["preWebhookUrl", "postWebhookUrl"],
      ],
    ],
    passes: [
      [post("https://hooks.acme.io/")],
      [post("HTTPS://hooks.acme.io/")],
      [post("https://http.acme.io/")],
      [post("https://hooks.acme.io/http://x")],
      [post("https://hooks.acme.io:80/")],
      [post("https://hooks.acme.io/?u=http://x")],
      [post("https://hooks.acme.io/#http://x")],
      [post("https://http@hooks.acme.io/")],
      [post("hooks.acme.io/http")],
      [post("ftp://hooks.acme.io/")],
      [post("httpx://hooks.acme.io/")],
      [{}],
    ],
  },
  "ambiguous-url": {
    finds: [
      [post("hooks.acme.io/x"), ["postWebhookUrl"]],
      [post("https://hooks.acme.io/a b"), ["postWebhookUrl"]],
      [post("https://hooks.acme.io\\@evil.io/"), ["postWebhookUrl"]],
      [post("https://127.1/"), ["postWebhookUrl"]],
      [post("ftp://hooks.acme.io/"), ["postWebhookUrl"]],
      [post(" "), ["postWebhookUrl"]],
      [post("//hooks.acme.io/"), ["postWebhookUrl"]],
      [post("https://hooks.acme.io:99999/"), ["postWebhookUrl"]],
      [post(`https://hooks.acme.io/${"x".repeat(9_000)}`), ["postWebhookUrl"]],
    ],
    passes: [
      [post("https://hooks.acme.io")],
      [post("https://hooks.acme.io/?a=b#rc=3&rp=all")],
      [post("https://hooks.acme.io:8443/x")],
      [post("https://user:password@hooks.acme.io/x")],
      [post("https://münchen.acme.io/x")],
      [post("https://xn--mnchen-3ya.acme.io/x")],
      [post("https://hooks.acme.io./x")],
      [post("https://HOOKS.acme.io/x")],
      [post("https://hooks.acme.io/%20x")],
      [post("https://[2606:4700::1111]/x")],
      [post("https://93.184.216.34/x")],
      [post("http://hooks.acme.io/x")],
      [post("")],
    ],
  },
  "unreachable-host": hosts(
    [
      "localhost",
      "LOCALHOST",
      "localhost:3000",
      "localhost.",
      "a.localhost",
      "127.0.0.1",
      "127.1",
      "2130706433",
      "0x7f.0.0.1",
      "10.1.2.3",
      "172.16.0.1",
      "192.168.0.10:8080",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "[::1]",
      "[::]",
      "[fe80::1]",
      "[fd12:3456::1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:10.0.0.1]",
      "backend",
      "my-service:8080",
      "printer.local",
      "api.prod.internal",
      "x.test",
      "x.invalid",
      "nas.home.arpa",
      "user@localhost",
    ],
    [
      "10.example.com",
      "localhost.example.org",
      "127.0.0.1.acme.io",
      "local.acme.io",
      "internal.acme.io",
      "test.acme.io",
      "home.arpa.acme.io",
      "mylocalhost.io",
      "notlocal.io",
      "11.0.0.1",
      "172.32.0.1",
      "192.169.0.1",
      "100.63.0.1",
      "128.0.0.1",
      "[2606:4700::1111]",
      "[::ffff:8.8.8.8]",
      "[fec0::1]",
      "münchen.acme.io",
      "xn--mnchen-3ya.de",
      "hooks.acme.io:127",
      "localhost@hooks.acme.io",
      "hooks.acme.io/localhost",
      "hooks.acme.io?host=localhost",
      "hooks.acme.io#@localhost",
    ],
  ),
  "request-inspector-host": hosts(
    [
      "webhook.site",
      "Webhook.Site:443",
      "abc.webhook.site",
      "requestbin.com",
      "requestbin.net",
      "eo9xyz.x.pipedream.net",
      "acme.free.beeceptor.com",
      "hookbin.com",
      "acme.requestcatcher.com",
      "smee.io",
      "webhook.site.",
      "user@webhook.site",
    ],
    [
      "webhook.site.acme.io",
      "mywebhook.site",
      "webhook-site.io",
      "webhooks.site",
      "eo9xyz.m.pipedream.net",
      "pipedream.com",
      "x.pipedream.net",
      "beeceptor.com",
      "notbeeceptor.com",
      "requestbin.acme.io",
      "requestbin.com.acme.io",
      "hookbin.acme.io",
      "acme.io/webhook.site",
      "acme.io?to=webhook.site",
      "webhook.site@acme.io",
      "wébhook.site",
    ],
  ),
  "tunnel-host": hosts(
    [
      "a.ngrok.io",
      "a1b2.eu.ngrok.io",
      "A.NGROK.IO",
      "a.ngrok.io:443",
      "a.ngrok.io.",
      "a.ngrok-free.app",
      "a.ngrok.app",
      "a-b-c.trycloudflare.com",
      "a.loca.lt",
      "a.serveo.net",
      "laptop.tail1234.ts.net",
      "abc-3000.euw.devtunnels.ms",
      "a.lhr.life",
      "a.localhost.run",
      "a.a.free.pinggy.link",
      "name-3000.app.github.dev",
      "bore.pub:31337",
    ],
    [
      "ngrok.io.example.net",
      "ngrok.io",
      "my-ngrok.io",
      "ngrok.acme.io",
      "a.ngrok.com.acme.io",
      "a.ngrok.io.acme.io",
      "trycloudflare.com.acme.io",
      "nottrycloudflare.com",
      "cloudflare.com",
      "alerts.net",
      "loca.lt.acme.io",
      "serveo.acme.io",
      "tunnel.acme.io",
      "tunnels.acme.io:4040",
      "ngrök.io",
      "xn--ngrk-6qa.io",
      "acme.io/a.ngrok.io",
      "acme.io?next=https://a.ngrok.io",
      "a.ngrok.io@acme.io",
      "github.dev",
    ],
  ),
  "credential-in-url": hosts(
    [
      "user:password@acme.io",
      "user@acme.io",
      "acme.io/x?token=1",
      "acme.io/x?api_key=1",
      "acme.io/x?a=1&sharedSecret=2",
      "acme.io/x#signature=1",
    ],
    [
      "acme.io/x",
      "acme.io/x?tenant=1",
      "acme.io/x#rc=3&rp=all",
      "acme.io/@user",
      "acme.io/x?a=b@c",
      "acme.io/token/x",
      "token.acme.io",
      "acme.io/x?keyboard=1",
      "acme.io/x?monkey=1",
      "acme.io/x?author=1",
      "acme.io/x?a=token",
      "acme.io/x?country_code=de",
    ],
  ),
  "get-method": {
    finds: [
      [{ postWebhookUrl: url, filters: both, method: "GET" }, ["method"]],
      [{ preWebhookUrl: url, method: "GET" }, ["method"]],
      [{ preWebhookUrl: url, postWebhookUrl: url, method: "get" as never }, ["method"]],
    ],
    passes: [
      [{ postWebhookUrl: url, method: "POST" }],
      [{ postWebhookUrl: url, method: null }],
      [{ method: "GET" }],
      [{ preWebhookUrl: "", method: "GET" }],
      [{ method: null }],
      [{ preWebhookUrl: url, method: "POST" }],
      [{ preWebhookUrl: "https://acme.io/GET", method: "POST" }],
      [{ preWebhookUrl: url, method: "post" as never }],
      [{ preWebhookUrl: url, method: "" as never }],
      [{ preWebhookUrl: url, method: undefined as never }],
      [{}, { postWebhookUrl: url, method: "GET" }],
    ],
  },
  "unknown-event": {
    finds: [
      [{ postWebhookUrl: url, filters: ["onMessagAdded"] }, ["filters"]],
      [{ postWebhookUrl: url, filters: ["onMessageAdded", "onSomethingNew", "onOther"] }, ["filters"]],
      [{ filters: ["onmessageadded"] }, ["filters"]],
      [{ filters: ["onMessageAdded "] }, ["filters"]],
      [{ filters: ["onUserAdded"] }, ["filters"]],
    ],
    passes: [
      [{ filters: null }],
      [{ filters: [] }],
      [{ filters: ["", "  "] }],
      ...both.map((event): readonly [Settings] => [{ filters: [event] }]),
      [{ filters: ["onDeliveryUpdated"] }],
      [{ filters: ["onConversationStateUpdated"] }],
      [{ filters: [...both, ...both] }],
      [{ filters: ["", ...both] }],
      [{ postWebhookUrl: "https://acme.io/onMessagAdded", filters: both }],
      [{}, { postWebhookUrl: url, filters: ["onMessagAdded"] }],
    ],
  },
  "events-without-url": {
    finds: [
      [{ postWebhookUrl: url, filters: both }, ["filters"]],
      [{ preWebhookUrl: url, filters: both }, ["filters"]],
      [{ postWebhookUrl: url, filters: ["onMessageAdd"] }, ["filters"]],
    ],
    passes: [
      [{ filters: both }],
      [{ preWebhookUrl: url, postWebhookUrl: url, filters: both }],
      [{ postWebhookUrl: url, filters: ["onMessageAdded"] }],
      [{ preWebhookUrl: url, filters: ["onMessageAdd"] }],
      [{ postWebhookUrl: url, filters: ["onSomethingNew"] }],
      [{ postWebhookUrl: url, filters: ["onMessageAdded", "onmessageadd"] }],
      [{ postWebhookUrl: url, filters: ["onMessageAdded", "", " "] }],
      [{ postWebhookUrl: url, filters: [] }],
      [{ postWebhookUrl: url, filters: null }],
      [{ preWebhookUrl: "", postWebhookUrl: "", filters: both }],
    ],
  },
  "placeholder-host": hosts(
    [
      "example.com",
      "www.example.com",
      "hooks.example.org:8443",
      "EXAMPLE.NET",
      "acme.example",
      "10.example.com",
      "localhost.example.org",
    ],
    [
      "example.io",
      "example.com.acme.io",
      "myexample.com",
      "my-example.org",
      "examples.com",
      "example.acme.io",
      "acme.io/example.com",
      "acme.io?x=example.com",
      "example.com@acme.io",
      "éxample.com",
      "example.co",
      "93.184.216.34",
    ],
  ),
  "nothing-configured": {
    finds: [
      [{}, [null]],
      [{ filters: both, method: "GET" }, [null]],
      [{ preWebhookUrl: "" }, [null]],
      [{}, [null], {}],
      [{}, [null], { postWebhookUrl: url, filters: [] }],
      [{}, [null], { postWebhookUrl: url, filters: ["onMessageAdd"] }],
      [{}, [null], { postWebhookUrl: url, filters: ["onUserAdded"] }],
      [{}, [null], { target: "flex", filters: null }],
    ],
    passes: [
      [{ preWebhookUrl: url }],
      [{ postWebhookUrl: url, filters: [] }],
      [{ postWebhookUrl: "nonsense" }],
      [{ postWebhookUrl: " " }],
      [{}, { postWebhookUrl: url, filters: ["onMessageAdded"] }],
      [{}, { preWebhookUrl: url, filters: ["onMessageAdd"] }],
      [{}, { preWebhookUrl: url, filters: ["onSomethingNew"] }],
      [{}, { target: "flex", filters: ["onMessageAdded"] }],
      [{}, { target: "studio", filters: ["onMessageAdded"] }],
      [{ postWebhookUrl: url }, {}],
      [{ filters: both }, { postWebhookUrl: url, filters: ["", "onMessageAdded"] }],
    ],
  },
  "shadowed-account": {
    finds: [
      [post(url), [null], { postWebhookUrl: url, filters: ["onMessageAdded", "onMessageRemoved"] }],
      [post(url), [null], { preWebhookUrl: url, filters: ["onMessageAdd"] }],
      [{ postWebhookUrl: url, filters: both }, [null], { preWebhookUrl: url, filters: ["onMessageAdd"] }],
      [post(url), [null], { target: "flex", filters: ["onConversationAdded"] }],
      [{ postWebhookUrl: url }, [null], { postWebhookUrl: url, filters: ["onMessageAdded"] }],
    ],
    passes: [
      [post(url)],
      [post(url), {}],
      [post(url), { postWebhookUrl: url, filters: ["onMessageAdded"] }],
      [post(url), { postWebhookUrl: url, filters: ["", " "] }],
      [post(url), { postWebhookUrl: url, filters: null }],
      [post(url), { filters: both }],
      [post(url), { postWebhookUrl: url, filters: ["onMessageAdd"] }],
      [post(url), { postWebhookUrl: url, filters: ["onMessageAdded", "onUserAdded"] }],
      [{}, { postWebhookUrl: url, filters: both }],
      [{ filters: ["onMessageAdded"] }, { postWebhookUrl: url, filters: both }],
      [post(url), { target: "flex", filters: ["onMessageAdded"] }],
      [
        { preWebhookUrl: url, postWebhookUrl: url, filters: both },
        { preWebhookUrl: url, postWebhookUrl: url, filters: both },
      ],
    ],
  },
};

const rows = Object.entries(cases) as [RuleId, Cases][];

test.each(
  rows.flatMap(([id, { finds }]) =>
    finds.map(([settings, properties, account]) => [id, settings, properties, account] as const),
  ),
)("%s finds %j", (id, settings, properties, account) => {
  expect(found(id, settings, account).map(({ property }) => property)).toEqual(properties);
});

test.each(rows.flatMap(([id, { passes }]) => passes.map(([settings, account]) => [id, settings, account] as const)))(
  "%s does not find %j",
  (id, settings, account) => {
    expect(found(id, settings, account)).toEqual([]);
  },
);

test.each(rows)("There are at least ten near misses of %s", (_id, { finds, passes }) => {
  expect(finds.length).toBeGreaterThan(2);
  expect(passes.length).toBeGreaterThanOrEqual(10);
});

test("An account's own configuration is looked at by the same rules, with the events of users, Flex and its own command", () => {
  const found = lintWebhookConfiguration({
    ...service({ postWebhookUrl: "http://a.ngrok.io/", filters: ["onUserAdd", "onUserAdded"], method: "GET" }),
    target: "webhook",
  });
  expect(found.map((finding) => finding.rule)).toEqual(["plain-http", "tunnel-host", "get-method", "unknown-event"]);
  expect(rule(found, "unknown-event")?.message).toBe(
    "filters lists onUserAdd, which is not a documented event; did you mean onUserAdded?",
  );
  expect(rule(found, "get-method")?.remediation).toBe(
    "Have the server take POST, then set it:\ntwilio api:conversations:v1:configuration:webhooks:update --method=POST",
  );
  expect(lintWebhookConfiguration({ ...service({}), target: null })).toEqual([]);
  expect(
    lintWebhookConfiguration({ ...service({ postWebhookUrl: url, filters: ["onMessageAdd"] }), target: "flex" }),
  ).toEqual([]);
});
