import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { rememberedExpectation } from "../../provider/expectation/remembered-expectation";

const ours = () => ({ postWebhookUrl: { host: ["hooks.example.com"], query: "none" }, method: "POST" });

test("An expectation that says the same as one before it is not read again, whichever object says it", () => {
  const first = rememberedExpectation(ours());
  expect(rememberedExpectation(ours())).toBe(first);
  expect(JSON.stringify(first)).toBe(JSON.stringify(compileExpectation(ours())));
});

test("What is done to an expectation afterwards counts when it is given again, and not for what was read before", () => {
  const expectation = ours();
  const before = rememberedExpectation(expectation);
  expectation.postWebhookUrl.host[0] = "other.example.com";
  const after = rememberedExpectation(expectation);
  expect(after.conditions.get("postWebhookUrl")?.[0]?.expected).toEqual(["other.example.com"]);
  expect(before.conditions.get("postWebhookUrl")?.[0]?.expected).toEqual(["hooks.example.com"]);
});

test("A getter with two answers is judged by the one that is remembered", () => {
  const answers = ["GET", "POST", "PUT"];
  const read = rememberedExpectation({
    get method() {
      return answers.shift();
    },
  });
  expect(read.conditions.get("method")?.[0]?.expected).toBe("GET");
  expect(rememberedExpectation({ method: "GET" })).toBe(read);
});

test.each<[what: string, expectation: unknown]>([
  ["undefined", undefined],
  ["a property that is undefined", { ...ours(), preWebhookUrl: undefined }],
  ["a hole", { ...ours(), filters: new Array(1) }],
  [
    "a list with properties of its own",
    { ...ours(), filters: Object.assign(["onMessageAdded"], { also: "onMessageRemoved" }) },
  ],
  ["an object of a class", { ...ours(), postWebhookUrl: new URL("https://hooks.example.com") }],
  ["a number", { ...ours(), method: 1 }],
  ["a function that says how it is as JSON", Object.assign(() => null, { toJSON: () => ours() })],
  ["a key that says how it is as JSON", { toJSON: () => ours() }],
  ["a key that JavaScript would take for the prototype", JSON.parse('{ "__proto__": { "method": "POST" } }')],
  ["nothing at all", {}],
])("What is wrong with an expectation is refused as ever: %s", (_what, expectation) => {
  rememberedExpectation(ours());
  expect(messageOf(() => rememberedExpectation(expectation))).toBe(messageOf(() => compileExpectation(expectation)));
});

test("An expectation that holds itself is refused, and one that is very long is read", () => {
  const endless: Record<string, unknown> = {};
  endless["postWebhookUrl"] = endless;
  expect(() => rememberedExpectation(endless)).toThrow("postWebhookUrl.postWebhookUrl is not a known condition");
  const filters = Array.from({ length: 900 }, (_, index) => `onAnEventWithALongName${index}`);
  expect(rememberedExpectation({ filters }).conditions.get("filters")?.[0]?.expected).toEqual(filters);
  expect(rememberedExpectation({ filters })).not.toBe(rememberedExpectation({ filters }));
});

test("The oldest is forgotten, so that memory has an end", () => {
  const url = (index: number) => ({ postWebhookUrl: `https://hooks.example.com/${index}` });
  const first = rememberedExpectation(url(0));
  const last = Array.from({ length: 200 }, (_, index) => rememberedExpectation(url(index))).at(-1);
  expect(rememberedExpectation(url(199))).toBe(last);
  expect(rememberedExpectation(url(0))).not.toBe(first);
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return String(error);
  }
  throw new Error("nothing was refused");
}
