import { fromPortable } from "../../provider/expectation/portable-expectation";

const withoutSecrets = (value: unknown) => fromPortable({ value, secretPaths: [] }).value;

test.each([
  [{ postWebhookUrl: { noQuery: true } }, { postWebhookUrl: { query: "none" } }],
  [{ preWebhookUrl: { host: "a.example", noQuery: true } }, { preWebhookUrl: { host: "a.example", query: "none" } }],
  [{ postWebhookUrl: { host: "a.example", noQuery: false } }, { postWebhookUrl: { host: "a.example" } }],
  [{ postWebhookUrl: { host: "a.example" } }, { postWebhookUrl: { host: "a.example" } }],
])("a portable expectation %j is %j in a TypeScript program", (portable, expectation) => {
  expect(withoutSecrets(portable)).toEqual(expectation);
});

test.each([
  ["has both", { postWebhookUrl: { noQuery: true, query: { a: "b" } } }],
  ["has something else than a boolean", { postWebhookUrl: { noQuery: "true" } }],
  ["has it for a property that is no URL", { method: { noQuery: true } }],
  ["is a URL", { postWebhookUrl: "https://a.example/" }],
  ["is a list of URLs", { postWebhookUrl: [{ noQuery: true }] }],
  ["says nothing of a URL", { postWebhookUrl: null }],
  ["is none", null],
  ["is a text", "noQuery"],
  ["is a list", [{ postWebhookUrl: { noQuery: true } }]],
  ["is not known", undefined],
])("a portable expectation stays as it is, for the reader to judge, if it %s", (_what, portable) => {
  expect(withoutSecrets(portable)).toEqual(portable);
});

test("where secrets are goes along with what they are about", () => {
  const secretPaths = [
    ["postWebhookUrl", "noQuery"],
    ["preWebhookUrl", "noQuery"],
    ["postWebhookUrl", "host"],
    ["postWebhookUrl", "noQuery", 0],
    ["method", "noQuery"],
    ["postWebhookUrl"],
    [],
  ];
  const value = { postWebhookUrl: { noQuery: true } };
  expect(fromPortable({ value, secretPaths }).secretPaths).toEqual([
    ["postWebhookUrl", "query"],
    ["preWebhookUrl", "query"],
    ["postWebhookUrl", "host"],
    ["postWebhookUrl", "noQuery", 0],
    ["method", "noQuery"],
    ["postWebhookUrl"],
    [],
  ]);
  expect(fromPortable({ value: "text", secretPaths })).toEqual({ value: "text", secretPaths });
});
