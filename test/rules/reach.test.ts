// What the rules make of a look at webhooks' servers. The look itself: test/reach; all of it: test/audit/reach.test.ts.
import { lintServiceWebhookConfiguration, ruleIds } from "../../provider/index";
import type { HostReach } from "../../provider/reach/host-reach";
import { lintAccount, lintService } from "../../provider/rules/lint";
import { dependsOnReach, usesReach } from "../../provider/rules/reach-rules";
import { compileRules, type RuleSettings } from "../../provider/rules/rule-settings";
import { ruleTable } from "../../provider/rules/rule-table";
import { service, url, type Settings } from "./support/settings";

const now = new Date("2026-11-28T12:00:00Z");
const onDay = (day: string): HostReach => ({ kind: "reachable", certificateEnds: new Date(`${day}T12:00:00Z`) });
const gone: HostReach = { kind: "unresolvable", nameExists: false };
const inside: HostReach = { kind: "private", addresses: ["10.0.0.7"] };
const expired: HostReach = { kind: "untrusted", because: "its certificate expired on 2026-11-01" };

/** What rules find in a service, if every one of its servers was seen to be so. */
function found(settings: Settings, seen: HostReach | undefined, rules?: RuleSettings, secretProperties?: string[]) {
  return lintService(
    service({ filters: ["onMessageAdd", "onMessageAdded"], method: "POST", ...settings }),
    compileRules(rules),
    {
      reach: { of: () => seen, now },
      secretProperties: new Set(secretProperties),
    },
  );
}
const post = { postWebhookUrl: url, filters: ["onMessageAdded"] };

test.each<[HostReach, string[]]>([
  [
    gone,
    [
      "error unresolvable-host postWebhookUrl: postWebhookUrl leads to hooks.acme.io, which does not exist: whoever takes the name takes the conversations",
      "Set a URL of a host that is yours and has an address, or clear the URL before somebody takes the name",
    ],
  ],
  [
    { kind: "unresolvable", nameExists: true },
    [
      "error unresolvable-host postWebhookUrl: postWebhookUrl leads to hooks.acme.io, which has no address: nothing arrives there",
      "Set a URL of a host that is yours and has an address, or clear the URL before somebody takes the name",
    ],
  ],
  [
    { kind: "private", addresses: ["10.0.0.7", "10.0.0.8", "10.0.0.9", "10.0.1.1"] },
    [
      "error unreachable-host postWebhookUrl: postWebhookUrl leads to hooks.acme.io, which Twilio cannot reach: name servers know private addresses for it alone (10.0.0.7, 10.0.0.8, 10.0.0.9, 10.0.1.1)",
      "Set a URL whose host can be reached from the internet",
    ],
  ],
  [
    { kind: "private", addresses: ["fd00::7", "10.0.0.7", "10.0.0.8", "10.0.0.9", "10.0.1.1"] },
    [
      "error unreachable-host postWebhookUrl: postWebhookUrl leads to hooks.acme.io, which Twilio cannot reach: name servers know private addresses for it alone (10.0.0.7, 10.0.0.8, 10.0.0.9, 10.0.1.1, 1 more)",
      "Set a URL whose host can be reached from the internet",
    ],
  ],
  [
    expired,
    [
      "error untrusted-certificate postWebhookUrl: postWebhookUrl leads to hooks.acme.io, which Twilio does not trust: its certificate expired on 2026-11-01",
      "Install a certificate for the host, from a public authority and with the whole chain",
    ],
  ],
  [
    onDay("2026-12-18"),
    [
      "warning expiring-certificate postWebhookUrl: postWebhookUrl leads to hooks.acme.io, whose certificate ends on 2026-12-18",
      "Renew the certificate, and find out why that was not done by itself",
    ],
  ],
])("Of a server that is %j, it is said what is wrong and what to do", (seen, lines) => {
  expect(
    found(post, seen).flatMap(({ severity, rule, property, message, remediation }) => [
      `${severity} ${rule} ${property}: ${message}`,
      remediation,
    ]),
  ).toEqual(lines);
});

test.each<[what: string, seen: HostReach | undefined]>([
  ["has a certificate for 21 days and more", onDay("2026-12-19")],
  ["has one for years", onDay("2036-01-01")],
  ["is on plain http, as far as reach goes", { kind: "reachable", certificateEnds: null }],
  ["could not be looked at", { kind: "unknown", because: "it refused the connection" }],
  ["was not looked at", undefined],
])("A server that %s is no finding", (_what, seen) => {
  expect(found(post, seen)).toEqual([]);
});

test("Each URL is a finding of its own, in the order of the properties", () => {
  for (const [seen, id] of [
    [gone, "unresolvable-host"],
    [inside, "unreachable-host"],
    [expired, "untrusted-certificate"],
    [onDay("2026-12-01"), "expiring-certificate"],
  ] as const) {
    const both = found({ preWebhookUrl: url, postWebhookUrl: url }, seen);
    expect(both.map(({ rule, property }) => [rule, property])).toEqual([
      [id, "preWebhookUrl"],
      [id, "postWebhookUrl"],
    ]);
  }
  const mixed = found({ preWebhookUrl: url, postWebhookUrl: "https://10.0.0.1/" }, inside);
  expect(mixed.map(({ property }) => property)).toEqual(["preWebhookUrl", "postWebhookUrl"]);
});

test.each(["https://localhost/", "https://10.0.0.1/", "https://[::1]/", "https://hooks/", "https://a.internal/"])(
  "What the name of a host shows is found once, whatever a look has shown: %s",
  (postWebhookUrl) => {
    for (const seen of [gone, inside, expired]) {
      expect(found({ ...post, postWebhookUrl }, seen).map(({ rule }) => rule)).toEqual(["unreachable-host"]);
    }
  },
);

test("An account's own configuration is judged by its servers too", () => {
  const live = { ...service({ ...post, method: "POST" }), target: "webhook" };
  const found = lintAccount(live, compileRules(undefined), { reach: { of: () => gone, now } });
  expect(found.map(({ rule, property }) => [rule, property])).toEqual([["unresolvable-host", "postWebhookUrl"]]);
});

test("Nothing of a URL that is secret is shown, nor the names in its server's certificate", () => {
  const other: HostReach = {
    kind: "untrusted",
    because: "its certificate is for another name: DNS:s3cr3t.acme.io",
  };
  const cases: readonly (readonly [seen: HostReach, message: string])[] = [
    [gone, "postWebhookUrl leads to a host that does not exist: whoever takes the name takes the conversations"],
    [{ kind: "private", addresses: ["10.66.0.7"] }, "postWebhookUrl leads to a host that Twilio cannot reach"],
    [other, "postWebhookUrl leads to a server that Twilio does not trust, because of its certificate"],
    [onDay("2026-12-01"), "postWebhookUrl leads to a server, whose certificate ends on 2026-12-01"],
  ];
  for (const [seen, message] of cases) {
    for (const [postWebhookUrl, secret] of [
      ["https://s3cr3t.acme.io/x", ["postWebhookUrl"]],
      ["https://user:pw@s3cr3t.acme.io/x", []],
    ] as const) {
      const findings = found({ ...post, postWebhookUrl }, seen, undefined, [...secret]);
      expect(findings.find(({ rule }) => dependsOnReach(rule))?.message).toBe(message);
      expect(JSON.stringify(findings)).not.toMatch(/s3cr3t|10\.66|acme/);
    }
  }
});

test("Settings give these rules another severity and switch them off, and mean nothing without a look", () => {
  const rules = { "unresolvable-host": "note", "expiring-certificate": "error" } as const;
  expect(found(post, gone, rules).map(({ severity }) => severity)).toEqual(["note"]);
  expect(found(post, onDay("2026-12-01"), rules).map(({ severity }) => severity)).toEqual(["error"]);
  expect(found(post, gone, { "unresolvable-host": "off" })).toEqual([]);
  expect(found(post, gone, "off")).toEqual([]);
  expect(lintServiceWebhookConfiguration(service({ ...post, method: "POST" }), { rules })).toEqual([]);
});

test("A look is of use if one of the rules that depend on it applies", () => {
  const off = Object.fromEntries(ruleIds.filter(dependsOnReach).map((id) => [id, "off"])) as RuleSettings;
  expect(ruleIds.filter(dependsOnReach)).toHaveLength(4);
  expect(usesReach(compileRules("recommended"))).toBe(true);
  expect(usesReach(compileRules({ ...(off as object), "expiring-certificate": "note" }))).toBe(true);
  expect(usesReach(compileRules(off))).toBe(false);
  expect(usesReach(compileRules("off"))).toBe(false);
});

test.each(["unresolvable-host", "untrusted-certificate", "expiring-certificate"] as const)(
  "%s finds nothing without a look, and its help says so",
  (id) => {
    expect(ruleTable[id].check).toBeInstanceOf(Function);
    expect(ruleTable[id].help).toContain("audits with reach only");
  },
);
