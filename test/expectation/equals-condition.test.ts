import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { judge } from "../../provider/verdict/judge";

const live = {
  accountSid: null,
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.example.com/post",
  filters: ["onMessageAdded"],
  method: "POST",
} as const;

function outcome(expectation: unknown): string {
  return judge({ ...live, filters: [...live.filters] }, compileExpectation(expectation)).outcome;
}

test.each([
  [{ postWebhookUrl: { equals: "https://hooks.example.com/post" } }, "holds"],
  [{ postWebhookUrl: { equals: "HTTPS://Hooks.Example.com:443/post" } }, "holds"],
  [{ postWebhookUrl: { equals: "https://hooks.example.com/other" } }, "violated"],
  [{ preWebhookUrl: { equals: "https://hooks.example.com/post" } }, "violated"],
  [{ filters: { equals: ["onMessageAdded", "onMessageAdded"] } }, "holds"],
  [{ filters: { equals: [] } }, "violated"],
  [{ filters: { equals: ["onMessageAdded", "onMessageRemoved"] } }, "violated"],
])("%j means what the value by itself means: it %s", (expectation, expected) => {
  expect(outcome(expectation)).toBe(expected);
});

test("a violation of equals reads as one of the value by itself", () => {
  const byItself = judge({ ...live, filters: null }, compileExpectation({ postWebhookUrl: "https://a.example/" }));
  const named = judge(
    { ...live, filters: null },
    compileExpectation({ postWebhookUrl: { equals: "https://a.example/" } }),
  );
  expect(named.violations).toEqual(byItself.violations);
});
