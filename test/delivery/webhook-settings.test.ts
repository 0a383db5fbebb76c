import {
  eventDelivery,
  InvalidInputError,
  lintServiceWebhookConfiguration,
  verifyServiceWebhookConfiguration,
} from "../../provider/index";

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
    }
  },
);
