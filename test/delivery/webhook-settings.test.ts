import {
  eventDelivery,
  InvalidInputError,
  lintServiceWebhookConfiguration,
  verifyServiceWebhookConfiguration,
} from "../../provider/index";
import { hasUrlFor } from "../../provider/delivery/delivered-events";
import { isWebhookTarget, listedEvents, requireSettings } from "../../provider/delivery/webhook-settings";

const chatServiceSid = `IS${"0".repeat(32)}`;
const nobody = { chatServiceSid, preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null };
const live = { ...nobody, accountSid: `AC${"0".repeat(32)}` };

test.each([
  [null, "null"],
  ["AC0123456789abcdef0123456789abcdef", "a string"],
])(
  "An account's settings that are %s are refused: they are not taken for settings that deliver nothing",
  (value, got) => {
    const account = value as never;
    for (const call of [
      () => eventDelivery(nobody, { account }),
      () => lintServiceWebhookConfiguration(nobody, { account }),
      () => verifyServiceWebhookConfiguration(live, { delivers: ["onMessageAdded"] }, { account }),
    ]) {
      expect(call).toThrow(InvalidInputError);
      expect(call).toThrow(`left out if it is not known; it is ${got}`);
      expect(call).toThrow(expect.objectContaining({ argument: "account" }));
    }
  },
);

test.each([undefined, null, "IS"])("Settings that are %j are refused", (settings) => {
  const call = () => requireSettings(settings);
  expect(call).toThrow("configuration is not a webhook configuration: it must be an object");
  expect(call).toThrow(expect.objectContaining({ argument: "configuration" }));
});

test.each<[filters: unknown, listed: string[]]>([
  [null, []],
  ["onMessageAdded", []],
  [[], []],
  [["", " ", "\t"], []],
  [
    ["onMessageAdded", 1, null, "onMessageAdd"],
    ["onMessageAdded", "onMessageAdd"],
  ],
  [
    ["b", "a", "b", "", "a"],
    ["b", "a"],
  ],
  [Array.from({ length: 80 }, (_, index) => `on${index % 40}`), Array.from({ length: 40 }, (_, index) => `on${index}`)],
])("Of the filters %j each event is listed once, in its order, and blank ones are not", (filters, listed) => {
  expect(listedEvents(filters)).toEqual(listed);
});

test("Settings lead to their URLs, unless a target says that they lead elsewhere", () => {
  expect([undefined, null, "", "webhook"].map(isWebhookTarget)).toEqual([true, true, true, true]);
  expect(["flex", "studio", " "].map(isWebhookTarget)).toEqual([false, false, false]);
});

test.each([
  ["onMessageAdd", true, false],
  ["onMessageAdded", false, true],
  ["onSomethingNew", true, true],
])("%s goes to the pre URL: %j; to the post URL: %j", (event, toPre, toPost) => {
  const [preWebhookUrl, postWebhookUrl] = ["https://hooks.acme.io/before", "https://hooks.acme.io/after"];
  expect(hasUrlFor(event, { preWebhookUrl, postWebhookUrl: null })).toBe(toPre);
  expect(hasUrlFor(event, { preWebhookUrl: "", postWebhookUrl })).toBe(toPost);
  expect(hasUrlFor(event, { preWebhookUrl, postWebhookUrl })).toBe(true);
  expect(hasUrlFor(event, { preWebhookUrl: null, postWebhookUrl: null })).toBe(false);
});
