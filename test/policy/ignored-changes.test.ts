import { startPack, type Pack } from "./support/pack";
import { pluginRecordType, record, recordType, sid } from "./support/resources";

let pack: Pack;

beforeAll(async () => {
  pack = await startPack(`
    webhookExpectationPolicy({ expect: { postWebhookUrl: { protocol: "https" } } }),
    webhookExpectationPolicy({ name: "delivery", expect: { delivers: ["onMessageAdded"] } }),
    webhookRulesPolicy({ services: { ${sid}: { "plain-http": "error" } } }),
    webhookRulesPolicy({ name: "no-rules", rules: "off" }),
  `);
});

const policiesThatStop = async (type: string, ignoreChanges: readonly string[]): Promise<readonly string[]> => {
  const { violations } = await pack.analyze({ ...record(), type, ignoreChanges });
  violations.forEach(({ message }) => expect(message).toContain("Take it out of the resource's ignoreChanges"));
  return violations.map(({ policy }) => policy);
};

describe.each([recordType, pluginRecordType])("Of a recorded value that ignoreChanges keeps (%s)", (type) => {
  test.each(["postWebhookUrl", '["postWebhookUrl"]', "*", "[*]"])(
    "%s is a violation of every policy that would judge it: it may not be what is live",
    async (path) => {
      expect(await policiesThatStop(type, ["tags", path])).toEqual([
        "webhook-expectation",
        "delivery",
        "webhook-rules",
      ]);
    },
  );

  test.each(["filters", "filters[0]", '["filters"][0]'])("%s violates no policy about something else", async (path) => {
    expect(await policiesThatStop(type, [path])).toEqual(["delivery", "webhook-rules"]);
  });

  test.each(["expect", "url", "postWebhookUrls", "a.postWebhookUrl"])(
    "%s is no violation: nothing judges it",
    async (path) => {
      expect(await policiesThatStop(type, [path])).toEqual([]);
    },
  );
});

test("The message names the properties, and no value", async () => {
  const { violations } = await pack.analyze({ ...record(), ignoreChanges: ["filters", "postWebhookUrl"] });
  expect(violations[1]?.message).toMatchInlineSnapshot(`
    "The webhook configuration of a Twilio Conversations service must be as expected.
    ignoreChanges has postWebhookUrl, filters: Pulumi shows a policy what is recorded then, not what is live, so it cannot be judged
      Take it out of the resource's ignoreChanges"
  `);
});
