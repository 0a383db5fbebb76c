import { isList, kindOf } from "../../provider/text/kind-of";

test.each([
  [null, "null"],
  [undefined, "undefined"],
  ["", "an empty string"],
  ["a", "a string"],
  [1, "a number"],
  [true, "a boolean"],
  [[1], "a list"],
  [{ a: 1 }, "an object"],
  [new Date(), "an object of class Date"],
  [Object.create(null), "an object"],
])("the kind of %p is %s, never its content", (value, kind) => {
  expect(kindOf(value)).toBe(kind);
});

test("a proxy that answers nothing is an object, and not a list", () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  expect([isList(proxy), kindOf(proxy)]).toEqual([false, "an object"]);
});
