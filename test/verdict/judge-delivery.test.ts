import {
  compileExpectation,
  verifyServiceWebhookConfiguration,
  type AccountWebhookSettings,
  type GetServiceWebhookConfigurationResult,
} from "../../provider/index";
import { exampleServiceSid, webhookConfiguration } from "../../provider/testing";
import { compileExpectation as compileWith } from "../../provider/expectation/compile-expectation";
import { judge } from "../../provider/verdict/judge";
import { judgeDelivery } from "../../provider/verdict/judge-delivery";

const url = "https://hooks.acme.io/hook";
type Settings = Partial<GetServiceWebhookConfigurationResult>;
const live = (settings: Settings) => webhookConfiguration({ chatServiceSid: exampleServiceSid, ...settings });
const accountWith = ({ target = "webhook", ...settings }: Partial<AccountWebhookSettings>): AccountWebhookSettings => ({
  ...live(settings),
  target,
});
const violationOf = (settings: Settings, delivers: readonly string[], account?: Partial<AccountWebhookSettings>) => {
  const violations = verifyServiceWebhookConfiguration(
    live(settings),
    { delivers },
    { account: account && accountWith(account) },
  );
  expect(violations.length).toBeLessThan(2);
  return violations[0];
};
const added = ["onMessageAdded"];

test.each<[what: string, settings: Settings, events: string[], account: Partial<AccountWebhookSettings> | undefined]>([
  ["the service's post URL gets it", { postWebhookUrl: url, filters: added }, added, undefined],
  ["the service's pre URL gets it", { preWebhookUrl: url, filters: ["onMessageAdd"] }, ["onMessageAdd"], undefined],
  ["the account's URL gets it", {}, added, { postWebhookUrl: url, filters: added }],
  [
    "the account's URL gets it, and its target was never set",
    {},
    added,
    { postWebhookUrl: url, filters: added, target: null },
  ],
  ["the account leads it to Flex", {}, added, { filters: added, target: "flex" }],
  [
    "others are delivered too",
    { postWebhookUrl: url, filters: ["onSomethingNew", ...added] },
    [...added, ...added],
    undefined,
  ],
])("An event arrives if %s", (_what, settings, events, account) => {
  expect(violationOf(settings, events, account)).toBeUndefined();
});

test.each<
  [why: string, settings: Settings, events: string[], account: Partial<AccountWebhookSettings> | undefined, by: unknown]
>([
  [
    "the service's filters do not list it",
    { postWebhookUrl: url, filters: ["onMessageAdd"] },
    added,
    undefined,
    "service",
  ],
  [
    "the service's filters list no events",
    { postWebhookUrl: url, filters: [] },
    added,
    { postWebhookUrl: url, filters: added },
    "service",
  ],
  [
    "the service's postWebhookUrl, to which it would go, is not set",
    { preWebhookUrl: url, filters: added },
    added,
    undefined,
    "service",
  ],
  [
    "the service's preWebhookUrl, to which it would go, is not set",
    { postWebhookUrl: url, filters: ["onMessageAdd"] },
    ["onMessageAdd"],
    undefined,
    "service",
  ],
  ["neither the service nor its account has a URL", { filters: added }, added, { filters: added }, null],
  ["the account's filters do not list it", {}, added, { postWebhookUrl: url, filters: ["onMessageAdd"] }, "account"],
  ["the account's filters do not list it", {}, added, { target: "flex", filters: ["onMessageAdd"] }, "flex"],
  [
    "the account's postWebhookUrl, to which it would go, is not set",
    {},
    added,
    { preWebhookUrl: url, filters: added },
    "account",
  ],
  [
    "the account's target is neither webhook nor flex",
    {},
    added,
    { postWebhookUrl: url, filters: added, target: "studio" },
    "account",
  ],
])("An event does not arrive if %s, and the message says so", (why, settings, events, account, by) => {
  const violation = violationOf(settings, events, account);
  expect(violation).toMatchObject({ property: "delivers", condition: "equals", missing: events, secret: false });
  expect(violation?.message).toContain(`"${events[0]}" does not arrive: ${why}`);
  expect(violation?.message.includes("its account's settings apply")).toBe(by === "account" || by === "flex");
  expect(violation?.delivery?.by).toBe(by);
});

test("Where the account's settings apply and are not known, nothing is taken to arrive", () => {
  const violation = violationOf({ filters: added }, added);
  expect(violation?.message).toContain("so its account's settings apply, and those are not known here");
  expect(violation).toMatchObject({ missing: added, found: [] });
});

test("Each missing event has its own reason, and what arrives is said", () => {
  const violation = violationOf({ postWebhookUrl: url, filters: ["onMessageAdd", "onMessageAdded"] }, [
    "onMessageAdd",
    "onMessageAdded",
    "onMessageRemoved",
  ]);
  expect(violation?.message).toBe(
    `delivers: expected "onMessageAdd", "onMessageAdded", "onMessageRemoved" to reach a URL, found "onMessageAdded"
  "onMessageAdd" does not arrive: the service's preWebhookUrl, to which it would go, is not set
  "onMessageRemoved" does not arrive: the service's filters do not list it`,
  );
});

test.each<[delivers: unknown, message: string]>([
  [
    ["onMessagAdded"],
    'is not an event that Twilio documents for a service: "onMessagAdded"; did you mean "onMessageAdded"?',
  ],
  [["onSomethingNew"], 'is not an event that Twilio documents for a service: "onSomethingNew"'],
  [["onUserAdded"], 'is an event of the account as a whole, not of a service: "onUserAdded"'],
  [[], "is an empty list"],
  ["onMessageAdded", "must be a list"],
  [[""], "must be the name of an event; it is an empty string"],
  [[1], "must be the name of an event; it is a number"],
  [null, "must be a list; it is null"],
])("delivers that nothing can meet is refused: %j", (delivers, message) => {
  expect(() => compileExpectation({ delivers } as never)).toThrow(message);
});

test("Events that are secret, or stand in filters that are, are not shown, and neither is why they do not arrive", () => {
  const secret = compileWith({ delivers: added }, { secretPaths: [["delivers", 0]] });
  const ofSecret = judge(live({ postWebhookUrl: url, filters: ["onMessageRemoved"] }), secret).violations;
  const hidden = judge(
    live({ postWebhookUrl: url, filters: ["onMessageRemoved"] }),
    compileExpectation({ delivers: added }),
    {
      secretProperties: new Set(["filters"]),
    },
  ).violations;
  expect(ofSecret[0]).toMatchObject({ expected: "[secret]", found: "[secret]", secret: true });
  expect(hidden[0]).toMatchObject({ expected: added, found: "[secret]", secret: true });
  expect(JSON.stringify(ofSecret)).not.toMatch(/onMessage/);
  expect(JSON.stringify(hidden)).not.toMatch(/onMessageRemoved|do not list/);
  expect(secret.secretProperties).toEqual(new Set(["filters"]));
});

test("An event of which nothing is known is not taken for one that arrives", () => {
  const expected = { events: ["onSomethingNew"], isSecret: false };
  const context = { account: undefined, hidesFilters: false, showSecrets: false };
  expect(judgeDelivery(live({ postWebhookUrl: url, filters: added }), expected, context)).toMatchObject({
    property: "delivers",
    missing: ["onSomethingNew"],
  });
});
