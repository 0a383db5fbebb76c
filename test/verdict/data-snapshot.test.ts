import { isUnchanged, snapshotOf } from "../../provider/verdict/data-snapshot";

test.each<[what: string, before: unknown, after: unknown, unchanged: boolean]>([
  ["the same text", "a", "a", true],
  ["another text", "a", "b", false],
  ["null", null, null, true],
  ["null in place of a text", "a", null, false],
  ["null in place of an object", {}, null, false],
  ["an object in place of null", null, {}, false],
  ["an object in place of a text", "a", {}, false],
  ["a text in place of an object", {}, "a", false],
  ["an equal object", { a: 1, b: ["x", { c: true }] }, { a: 1, b: ["x", { c: true }] }, true],
  ["an object with another value", { a: 1, b: 2 }, { a: 1, b: 3 }, false],
  ["an object with another value deep inside", { a: [{ b: "x" }] }, { a: [{ b: "y" }] }, false],
  ["an object with a key more", { a: 1 }, { a: 1, b: 2 }, false],
  ["an object with a key less", { a: 1, b: 2 }, { a: 1 }, false],
  ["an object with another key", { a: 1 }, { b: 1 }, false],
  ["an equal list", ["a", "b"], ["a", "b"], true],
  ["a list with another item", ["a", "b"], ["a", "c"], false],
  ["a list in another order", ["a", "b"], ["b", "a"], false],
  ["a longer list", ["a"], ["a", "b"], false],
  ["a shorter list", ["a", "b"], ["a"], false],
  ["a list in place of an object with its keys", { 0: "a" }, ["a"], false],
  ["an object in place of a list, with its keys", ["a"], { 0: "a" }, false],
  ["an empty list in place of an empty object", {}, [], false],
  ["an empty object in place of an empty list", [], {}, false],
])("%s: what was %j and is %j is unchanged? %s", (_what, before, after, unchanged) => {
  expect(isUnchanged(snapshotOf(before), after)).toBe(unchanged);
});

test("a snapshot does not change with the data", () => {
  const data = { a: ["x"] };
  const snapshot = snapshotOf(data);
  data.a.push("y");
  expect(isUnchanged(snapshot, data)).toBe(false);
  data.a.pop();
  expect(isUnchanged(snapshot, data)).toBe(true);
});
