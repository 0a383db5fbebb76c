// What holds of the rules for any configuration, however odd.
import fc from "fast-check";
import {
  knownWebhookFilters,
  lintServiceWebhookConfiguration,
  lintWebhookConfiguration,
  ruleIds,
  type AccountWebhookSettings,
  type Finding,
} from "../../provider/index";
import { ruleTable } from "../../provider/rules/rule-table";
import { applied } from "./support/applied";
import { service } from "./support/settings";

const event = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...knownWebhookFilters) },
  fc.constantFrom("onUserAdded", "onMessagAdded", "onmessageadd", "onMessage", "onSomethingNew", "", " "),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const host = fc.constantFrom(
  "hooks.acme.io",
  "localhost",
  "a.ngrok.io",
  "webhook.site",
  "example.com",
  "10.0.0.1",
  "[::1]",
  "127.1",
  "user:pass@acme.io",
);
const url = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom("http", "https"), host, fc.constantFrom("", ":8080", "/x", "/x?token=s3cr3t"))
      .map(([scheme, name, tail]) => `${scheme}://${name}${tail}`),
  },
  fc.webUrl(),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const settings: fc.Arbitrary<AccountWebhookSettings> = fc.record({
  preWebhookUrl: url,
  postWebhookUrl: url,
  filters: fc.oneof(fc.constant(null), fc.array(event, { maxLength: 8 })),
  method: fc.constantFrom("GET", "POST", null),
  target: fc.constantFrom("webhook", "flex", null, "studio"),
});
const account = fc.option(settings, { nil: undefined });

test("Each finding has a rule, a severity, a message and a remedy, and each rule counts once a property", () => {
  fc.assert(
    fc.property(settings, account, (live, accounts) => {
      const found = lintServiceWebhookConfiguration(service(live), { account: accounts });
      for (const finding of found) {
        expect(finding.severity).toBe(ruleTable[finding.rule].severity);
        expect(finding.message).toMatch(/^[\x20-\x7e]+$/);
        expect(finding.remediation).toMatch(/^[\x20-\x7e\n]+$/);
      }
      const places = found.map(({ rule, property }) => `${rule} ${property}`);
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});

test("Findings stand in the order of their severities, then of the table", () => {
  const rank = ({ severity, rule }: Finding) =>
    ["error", "warning", "note"].indexOf(severity) * 100 + ruleIds.indexOf(rule);
  fc.assert(
    fc.property(settings, account, (live, accounts) => {
      const ranks = lintServiceWebhookConfiguration(service(live), { account: accounts }).map(rank);
      expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    }),
  );
});

test("The order of the filters makes no difference to what is found", () => {
  const places = (found: readonly Finding[]) => found.map(({ rule, property }) => `${rule} ${property}`);
  fc.assert(
    fc.property(settings, account, fc.nat(), (live, accounts, turn) => {
      const filters = live.filters && [...live.filters.slice(turn % 9), ...live.filters.slice(0, turn % 9)].reverse();
      const turned = lintServiceWebhookConfiguration(service({ ...live, filters }), { account: accounts });
      expect(places(turned)).toEqual(places(lintServiceWebhookConfiguration(service(live), { account: accounts })));
    }),
  );
});

test("A finding is gone after its remedy's command, which repeats the whole list of filters", () => {
  let commands = 0;
  fc.assert(
    fc.property(settings, account, (live, accounts) => {
      for (const { rule, property, remediation } of lintServiceWebhookConfiguration(service(live), {
        account: accounts,
      })) {
        const after = applied(remediation, service(live));
        if (after !== undefined) {
          commands += 1;
          const left = lintServiceWebhookConfiguration(after, { account: accounts });
          expect(left.filter((finding) => finding.rule === rule && finding.property === property)).toEqual([]);
        }
      }
    }),
    { numRuns: 1_000 },
  );
  expect(commands).toBeGreaterThan(100);
});

test("Nothing that a configuration can be made of throws", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom("preWebhookUrl", "postWebhookUrl", "filters", "method", "chatServiceSid", "target"),
        fc.anything(),
      ),
      fc.anything(),
      (live, accounts) => {
        const given = typeof accounts === "object" && accounts !== null ? accounts : undefined;
        expect(Array.isArray(lintServiceWebhookConfiguration(live as never, { account: given as never }))).toBe(true);
        expect(Array.isArray(lintWebhookConfiguration(live as never))).toBe(true);
      },
    ),
  );
});

test("A URL that carries a credential or is marked as secret is judged, and no part of it is shown", () => {
  const secretHost = fc.constantFrom(
    "a1b2c3.ngrok.io",
    "a1b2c3.localhost",
    "a1b2c3.webhook.site",
    "a1b2c3.example",
    "a1b2c3",
  );
  fc.assert(
    fc.property(secretHost, fc.boolean(), fc.constantFrom("http", "https"), (name, marked, scheme) => {
      const live = {
        postWebhookUrl: `${scheme}://${marked ? "" : "user:pw@"}${name}/a1b2c3`,
        filters: ["onMessageAdded"],
      };
      const found = lintServiceWebhookConfiguration(service(live), {
        secretProperties: marked ? ["postWebhookUrl"] : [],
      });
      expect(found.length).toBeGreaterThan(0);
      expect(JSON.stringify(found)).not.toContain("a1b2c3");
      expect(JSON.stringify(found)).not.toContain("pw");
    }),
  );
});

test("Events that are marked as secret are not shown", () => {
  const filters = ["onMessagAdded", "onMessageAdd"];
  const live = service({ postWebhookUrl: "https://hooks.acme.io/", filters });
  const found = lintServiceWebhookConfiguration(live, { secretProperties: ["filters"] });
  expect(found.map(({ rule }) => rule)).toEqual(["unknown-event", "events-without-url"]);
  expect(JSON.stringify(found)).not.toMatch(/onMessag/);
});

test.each([
  ["a very long URL", { postWebhookUrl: `https://${"a.".repeat(500_000)}io/` }],
  ["a very long text that is not a URL", { preWebhookUrl: "@".repeat(1_000_000) }],
  [
    "very many events",
    { preWebhookUrl: "https://a.acme.io/", filters: Array.from({ length: 200_000 }, (_, index) => `onEvent${index}`) },
  ],
  ["a very long event", { preWebhookUrl: "https://a.acme.io/", filters: ["on".repeat(1_000_000)] }],
])("%s is looked at, and not repeated as a whole", (_what, live) => {
  const found = lintServiceWebhookConfiguration(service(live), { account: { ...service(live), target: null } });
  expect(JSON.stringify(found).length).toBeLessThan(20_000);
});
