import fc from "fast-check";
import { setImmediate } from "node:timers/promises";
import { mapInParallel } from "../../provider/result/map-in-parallel";
import { failureOf } from "./support/account";

async function* numbers(count: number, onPull: () => void = () => {}): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) {
    onPull();
    yield number;
  }
}

test("results come in the order of the items, whichever is done first, and no more are under way than allowed", async () => {
  const wanted = fc.record({ most: fc.integer({ min: 1, max: 6 }), delays: fc.array(fc.nat(4), { maxLength: 20 }) });
  await fc.assert(
    fc.asyncProperty(wanted, async ({ most, delays }) => {
      let underWay = 0;
      let peak = 0;
      const results = await mapInParallel(
        () => numbers(delays.length),
        most,
        async (item) => {
          peak = Math.max(peak, (underWay += 1));
          for (let left = delays[item] ?? 0; left > 0; left -= 1) {
            await setImmediate();
          }
          underWay -= 1;
          return item * 2;
        },
      );
      expect(results).toEqual(delays.map((_delay, index) => index * 2));
      expect(peak).toBeLessThanOrEqual(most);
    }),
    { numRuns: 50 },
  );
});

test("items are taken no faster than they are worked on", async () => {
  let pulled = 0;
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const mapping = mapInParallel(
    () => numbers(1000, () => (pulled += 1)),
    5,
    () => finished,
  );
  for (let turns = 0; turns < 100; turns += 1) {
    await setImmediate();
  }
  expect(pulled).toBe(5);
  finish();
  expect(await mapping).toHaveLength(1000);
});

test("the first failure ends what else is under way, takes nothing further, and is thrown when all of it has ended", async () => {
  let pulled = 0;
  let underWay = 0;
  const failure = new Error("the third one");
  const error = await failureOf(
    mapInParallel(
      () => numbers(1000, () => (pulled += 1)),
      3,
      async (item, signal) => {
        if (item === 2) {
          throw failure;
        }
        underWay += 1;
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        await setImmediate();
        underWay -= 1;
      },
    ),
  );
  expect(error).toBe(failure);
  expect(underWay).toBe(0);
  expect(pulled).toBeLessThanOrEqual(4);
});

test("a failure of the source is thrown", async () => {
  const failure = new Error("no further page");
  const source = async function* () {
    yield 1;
    throw failure;
  };
  expect(await failureOf(mapInParallel(source, 4, async (item) => item))).toBe(failure);
});

test("an abort ends it with the signal's reason, even where nothing is left to do", async () => {
  const reason = new Error("no longer wanted");
  expect(
    await failureOf(
      mapInParallel(
        () => numbers(0),
        4,
        async (item) => item,
        AbortSignal.abort(reason),
      ),
    ),
  ).toBe(reason);
});

test.each([0, -1, Number.NaN])("%d at a time would be none: it is refused", async (most) => {
  expect(
    await failureOf(
      mapInParallel(
        () => numbers(3),
        most,
        async (item) => item,
      ),
    ),
  ).toBeInstanceOf(RangeError);
});
