import { recordedServices } from "../../../provider/audit/recorded/exported-state";
import { lockedSecret, plainSecret, stateOf } from "../support/state";
import { sidOf } from "../support/twilio";

const url = "https://user:word@hooks.example.com/";
const values = { postWebhookUrl: url, method: "POST" };

function faultsOf(...outputs: readonly Record<string, unknown>[]): readonly (string | undefined)[] {
  const services = outputs.map((each, index) => ({
    name: `s${index}`,
    sid: sidOf(String(index)),
    values,
    outputs: each,
  }));
  return recordedServices(stateOf(services)).map(({ fault }) => fault);
}

const locked = (...names: string[]) => `what is recorded is encrypted and could not be decrypted: ${names.join(", ")}`;

test("a secret that is still encrypted is a fault of its resource alone", () => {
  expect(faultsOf({ postWebhookUrl: lockedSecret() }, {}, { expect: { postWebhookUrl: lockedSecret() } })).toEqual([
    locked("postWebhookUrl"),
    undefined,
    locked("expect"),
  ]);
});

test("secrets that are all null, as a wrong passphrase gives them, are not taken for values", () => {
  expect(faultsOf({ postWebhookUrl: plainSecret(null) }, {})).toEqual([locked("postWebhookUrl"), undefined]);
});

test("a secret that is null is one where another secret of the state shows that they were decrypted", () => {
  expect(faultsOf({ preWebhookUrl: plainSecret(null) }, { postWebhookUrl: plainSecret(url) })).toEqual([
    undefined,
    undefined,
  ]);
});

test("what is secret is known, also within an expectation", () => {
  const [service] = recordedServices(
    stateOf([
      {
        name: "chat",
        sid: sidOf("1"),
        values,
        outputs: {
          postWebhookUrl: plainSecret(url),
          expect: { method: "GET", preWebhookUrl: { host: plainSecret("secret.example") } },
        },
      },
    ]),
  );
  expect([...(service?.secrets ?? [])]).toEqual(["postWebhookUrl"]);
  expect(service?.values?.postWebhookUrl).toBe(url);
  expect(service?.expectation?.secretTexts).toContain("secret.example");
  expect(service?.expectation?.conditions.get("method")?.[0]?.isSecret).toBe(false);
});

test("other resources, and those that are about to be deleted, are no services", () => {
  const state = stateOf([{ name: "old", sid: sidOf("1"), values, resource: { delete: true } }]);
  expect(recordedServices(state)).toEqual([]);
  expect(recordedServices({ version: 3, deployment: {} })).toEqual([]);
});
