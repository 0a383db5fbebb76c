import { frozenCopy } from "../../../provider/expectation/reading/frozen-copy";

test.each([null, true, 1, "GET"])("%j is its own copy", (value) => {
  expect(frozenCopy(value)).toBe(value);
});

test("a copy is equal to what was copied, frozen down to the last part, and leaves that as it was", () => {
  const original = { list: ["a", { flag: true }], part: { none: null } };
  const copy = frozenCopy(original) as unknown as typeof original;
  expect(copy).toEqual({ list: ["a", { flag: true }], part: { none: null } });
  for (const part of [copy, copy.list, copy.list[1], copy.part]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
  for (const part of [original, original.list, original.list[1], original.part]) {
    expect(Object.isFrozen(part)).toBe(false);
  }
});

test("a change of the original does not reach the copy", () => {
  const original = { list: ["a"] };
  const copy = frozenCopy(original);
  original.list.push("b");
  expect(copy).toEqual({ list: ["a"] });
});
