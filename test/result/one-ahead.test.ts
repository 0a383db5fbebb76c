import { oneAhead } from "../../provider/result/one-ahead";

async function* pages(asked: number[], last: number, failure?: Error) {
  for (let page = 1; page <= last; page += 1) {
    asked.push(page);
    await Promise.resolve();
    yield page;
  }
  if (failure !== undefined) {
    throw failure;
  }
}

test("A page is asked for while the one before it is worked on, and no earlier", async () => {
  const asked: number[] = [];
  const seen: string[] = [];
  for await (const page of oneAhead(pages(asked, 4))) {
    seen.push(`${page} of ${asked.length}`);
    await new Promise(setImmediate);
    expect(asked).toHaveLength(Math.min(page + 1, 4));
  }
  expect(seen).toEqual(["1 of 2", "2 of 3", "3 of 4", "4 of 4"]);
});

test("A page that fails does so after those before it, and whoever stops before it never hears of it", async () => {
  const failure = new Error("page 3");
  const seen: number[] = [];
  const all = async () => {
    for await (const page of oneAhead(pages([], 2, failure))) {
      seen.push(page);
    }
  };
  await expect(all()).rejects.toBe(failure);
  expect(seen).toEqual([1, 2]);
  for await (const page of oneAhead(pages([], 1, failure))) {
    expect(page).toBe(1);
    break;
  }
  // An unhandled rejection would end the process here.
  await new Promise(setImmediate);
});

test("An empty list has no page", async () => {
  await expect(oneAhead(pages([], 0)).next()).resolves.toEqual({ done: true, value: undefined });
});
