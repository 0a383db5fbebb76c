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

test.each<[change: string, make: (changed: Data, list: unknown[]) => void]>([
  ["a hole in a list", (_changed, list) => Reflect.deleteProperty(list, 0)],
  [
    "a name on a list in the place of an equal item",
    (_changed, list) => Object.assign(list, { more: list[0] }).shift(),
  ],
  [
    "a hole in a list, and a name on it",
    (_changed, list) => Reflect.deleteProperty(Object.assign(list, { more: "x" }), 0),
  ],
  ["a property that is hidden now", (changed) => Object.defineProperty(changed, "text", { enumerable: false })],
  ["another prototype", (changed) => Object.setPrototypeOf(changed, Date.prototype)],
  ["no prototype", (changed) => Object.setPrototypeOf(changed, null)],
  ["a getter of another value", (changed) => Object.defineProperty(changed, "text", { get: () => "b" })],
  ["a getter that throws", (changed) => Object.defineProperty(changed, "text", { get: thrown })],
  ["a proxy in the place of a part", (changed) => Object.assign(changed, { part: new Proxy(changed.part ?? {}, {}) })],
])("data that is no longer plain is not current: %s", (_change, make) => {
  const changed = data();
  const snapshot = new DataSnapshot(changed);
  make(changed, changed.part?.list ?? []);
  expect(snapshot.isCurrent).toBe(false);
});

test.each<[change: string, make: (changed: Data) => void]>([
  ["a name on a list", (changed) => Object.assign(changed.part?.list ?? [], { more: 1 })],
  ["a hidden property", (changed) => Object.defineProperty(changed, "more", { value: 1 })],
  ["a symbol", (changed) => Object.assign(changed, { [Symbol("more")]: 1 })],
])("what leaves each value as it was is no change: %s", (_change, make) => {
  const changed = data();
  const snapshot = new DataSnapshot(changed);
  make(changed);
  expect(snapshot.isCurrent).toBe(true);
});

function thrown(): never {
  throw new Error("read");
}

test("a snapshot of a proxy is never current, nor one of data with a proxy in it", () => {
  expect(new DataSnapshot(new Proxy({ text: "a" }, {})).isCurrent).toBe(false);
  expect(new DataSnapshot({ part: { list: new Proxy(["x"], {}) } }).isCurrent).toBe(false);
});

test("a proxy is not looked into, also where it is revoked", () => {
  const { proxy, revoke } = Proxy.revocable({ text: "a" }, { ownKeys: thrown });
  const snapshot = new DataSnapshot({ part: proxy });
  revoke();
  expect(snapshot.isCurrent).toBe(false);
  expect(new DataSnapshot({ part: proxy }).isCurrent).toBe(false);
});

test("frozen data is current without another look at it, and what it holds is looked at", () => {
  const list = ["x"];
  const frozen = Object.freeze({ text: "a", part: Object.freeze({ list }) });
  const snapshot = new DataSnapshot(frozen);
  const look = jest.spyOn(Reflect, "getPrototypeOf");
  try {
    expect(snapshot.isCurrent).toBe(true);
    expect(look).not.toHaveBeenCalled();
  } finally {
    look.mockRestore();
  }
  list.push("y");
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
