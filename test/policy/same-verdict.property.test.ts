import fc from "fast-check";
import { verifyServiceWebhookConfiguration } from "../../provider/verdict/verify-service-webhook-configuration";
import { startPack, type Pack, type Properties } from "./support/pack";
import { configured, record } from "./support/resources";

let pack: Pack;
beforeAll(async () => {
  pack = await startPack("webhookExpectationPolicy({ showValues: true })");
});

const host = fc.constantFrom("hooks.example.com", "evil.example.net", "a.hooks.example.com");
const url = fc.oneof(
  fc.constant(null),
  fc
    .record({
      protocol: fc.constantFrom("http", "https"),
      host,
      path: fc.constantFrom("/post", "/pre", "/x/../post"),
      query: fc.constantFrom("", "?a=1"),
    })
    .map((parts) => `${parts.protocol}://${parts.host}${parts.path}${parts.query}`),
);
const events = fc.subarray(["onMessageAdded", "onConversationAdded", "onUserAdded"]);
const method = fc.constantFrom("GET", "POST", null);
const configuration = fc.record({ preWebhookUrl: url, postWebhookUrl: url, filters: fc.option(events), method });

const someOf = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields, { requiredKeys: [] }).filter((value) => Object.keys(value).length > 0);
const some = fc.subarray(["onMessageAdded", "onConversationAdded", "onUserAdded"], { minLength: 1 });
const expectedUrl = fc.oneof(
  url,
  someOf({
    protocol: fc.constantFrom("https", ["http", "https"]),
    host: fc.constantFrom("hooks.example.com", "*.hooks.example.com"),
    path: fc.constantFrom("/post", "/*"),
    query: fc.constantFrom("none", ["a"]),
  }),
);
const expectation = someOf({
  preWebhookUrl: expectedUrl,
  postWebhookUrl: expectedUrl,
  method: fc.oneof(method, fc.constant(["GET", null])),
  filters: fc.oneof(
    fc.option(events),
    fc.record({ includes: some }),
    fc.record({ excludes: some }),
    fc.record({ only: some }),
  ),
});

test("The policy reports just what verifyServiceWebhookConfiguration finds", async () => {
  let violated = 0;
  await fc.assert(
    fc.asyncProperty(configuration, expectation, async (live, demand) => {
      await pack.configure({ "webhook-expectation": { properties: { expect: demand as Properties } } });
      const found = verifyServiceWebhookConfiguration({ ...configured, ...live }, demand);
      const { violations } = await pack.analyze(record(live));
      violated += found.length > 0 ? 1 : 0;
      expect(violations).toHaveLength(found.length > 0 ? 1 : 0);
      for (const { message } of found) {
        expect(violations[0]?.message.replaceAll("\n    ", "\n")).toContain(`  - ${message}`);
      }
      expect(violations[0]?.message.match(/^ {2}- /gm)?.length ?? 0).toBe(found.length);
    }),
    { numRuns: 300 },
  );
  expect(violated).toBeGreaterThan(50);
});
