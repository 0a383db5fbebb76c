import { shortStacks } from "../../provider/output/short-stacks";

const depth = (): number => (new Error("here").stack ?? "").split("\n    at ").length - 1;

test("stacks are short for a while, and then as long as before", () => {
  const before = Error.stackTraceLimit;
  const usual = shortStacks();
  expect(depth()).toBe(1);
  usual();
  expect(Error.stackTraceLimit).toBe(before);
});

test("where somebody wants none at all, there are none", () => {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const usual = shortStacks();
  const during = Error.stackTraceLimit;
  usual();
  const after = Error.stackTraceLimit;
  Error.stackTraceLimit = before;
  expect([during, after]).toEqual([0, 0]);
});
