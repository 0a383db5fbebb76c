import { DataSnapshot } from "../../provider/verdict/data-snapshot";

interface Data {
  text: string;
  none: string | null;
  part?: { list: (string | { flag: boolean })[] };
}

function data(): Data {
  return { text: "a", none: null, part: { list: ["x", { flag: true }] } };
}

test("a snapshot of data that nobody has changed is current", () => {
  expect(new DataSnapshot(data()).isCurrent).toBe(true);
  expect(new DataSnapshot({}).isCurrent).toBe(true);
  expect(new DataSnapshot([]).isCurrent).toBe(true);
});

test.each<[change: string, make: (changed: Data) => void]>([
  ["another text", (changed) => (changed.text = "b")],
  ["a text in place of null", (changed) => (changed.none = "b")],
  ["null in place of an object", (changed) => Object.assign(changed, { part: null })],
  ["an object in place of a text", (changed) => Object.assign(changed, { text: {} })],
  ["an equal object in place of another", (changed) => (changed.part = { list: [...(changed.part?.list ?? [])] })],
  ["a key more", (changed) => Object.assign(changed, { more: 1 })],
  ["a key less", (changed) => delete changed.part],
  ["another key for the same value", (changed) => Object.assign(changed, { other: changed.part, part: undefined })],
  ["another item in a list", (changed) => changed.part?.list.splice(0, 1, "y")],
  ["another order in a list", (changed) => changed.part?.list.reverse()],
  ["a longer list", (changed) => changed.part?.list.push("y")],
  ["a shorter list", (changed) => changed.part?.list.pop()],
  ["another value in an object in a list", (changed) => Object.assign(changed.part?.list[1] ?? {}, { flag: false })],
])("a snapshot is not current after %s", (_change, make) => {
  const changed = data();
  const snapshot = new DataSnapshot(changed);
  make(changed);
  expect(snapshot.isCurrent).toBe(false);
});

test("a snapshot is current again when the data is what it was", () => {
  const changed = ["x"];
  const snapshot = new DataSnapshot(changed);
  changed.push("y");
  expect(snapshot.isCurrent).toBe(false);
  changed.pop();
  expect(snapshot.isCurrent).toBe(true);
});
