import fc from "fast-check";
import { ConcurrencyLimit } from "../../../provider/request/slots/concurrency-limit";

const bounds = { start: 8, most: 32 };

function repeat(count: number, happening: () => void): void {
  for (let done = 0; done < count; done += 1) {
    happening();
  }
}

test("each served request raises the limit by one until something is refused, up to the most", () => {
  const limit = new ConcurrencyLimit(bounds);
  repeat(2, () => limit.served());
  expect(limit.current).toBe(10);
  repeat(100, () => limit.served());
  expect(limit.current).toBe(32);
});

test("each refusal lowers it by one: of sixteen with six refused, the server bears ten", () => {
  const limit = new ConcurrencyLimit({ start: 16, most: 32 });
  repeat(6, () => limit.refused());
  repeat(10, () => limit.served());
  expect(limit.current).toBe(10);
});

test("it never goes below one", () => {
  const limit = new ConcurrencyLimit(bounds);
  repeat(20, () => limit.refused());
  expect(limit.current).toBe(1);
});

test("after a refusal it rises by one at a time, and comes back to the most by itself", () => {
  const limit = new ConcurrencyLimit(bounds);
  repeat(4, () => limit.refused());
  const seen = new Set<number>();
  repeat(2000, () => {
    limit.served();
    seen.add(limit.current);
  });
  expect([...seen]).toEqual(Array.from({ length: 29 }, (_, index) => index + 4));
});

/** How many are served until the limit rises. */
function servedUntilRise(limit: ConcurrencyLimit): number {
  const before = limit.current;
  let count = 0;
  while (limit.current === before) {
    limit.served();
    count += 1;
  }
  return count;
}

test("the more often a rise is refused, the longer it takes until the next", () => {
  const limit = new ConcurrencyLimit({ start: 1, most: 32 });
  limit.refused();
  const waits = Array.from({ length: 7 }, () => {
    const wait = servedUntilRise(limit);
    limit.refused();
    return wait;
  });
  expect(waits).toEqual([16, 32, 64, 128, 256, 256, 256]);
});

test("rises that go well make the next ones come sooner again", () => {
  const limit = new ConcurrencyLimit({ start: 1, most: 32 });
  limit.refused();
  repeat(4, () => {
    servedUntilRise(limit);
    limit.refused();
  });
  expect(Array.from({ length: 6 }, () => servedUntilRise(limit))).toEqual([256, 128, 64, 32, 16, 16]);
});

test("a refusal in fifty, because of what others do with the account, leaves most of the speed", () => {
  const limit = new ConcurrencyLimit(bounds);
  repeat(40, () => {
    repeat(49, () => limit.served());
    limit.refused();
  });
  expect(limit.current).toBeGreaterThanOrEqual(16);
});

test("whatever happens, it is a whole number from one to the most", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 500 }), fc.integer({ min: 1, max: 8 }), (happenings, start) => {
      const limit = new ConcurrencyLimit({ start, most: 8 });
      for (const served of happenings) {
        if (served) {
          limit.served();
        } else {
          limit.refused();
        }
        expect(Number.isInteger(limit.current) && limit.current >= 1 && limit.current <= 8).toBe(true);
      }
    }),
  );
});
