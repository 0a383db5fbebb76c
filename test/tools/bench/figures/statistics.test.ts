import { callEach } from "../../support/call-module";

test("a quantile between two values lies between them, in whatever order they come", () => {
  const calls = [
    [[3, 1, 2], 0.5],
    [[4, 1, 3, 2], 0.5],
    [[4, 1, 3, 2], 0.25],
    [[7], 0.75],
  ];
  expect(callEach("bench/figures/statistics.mjs", "quantile", calls)).toEqual([2, 2.5, 1.75, 7]);
});

test("ratios are taken round by round: what slows both down in one round changes none", () => {
  const [summary] = callEach("bench/figures/statistics.mjs", "summarizeRatios", [
    [
      [2, 20, 4],
      [1, 10, 2],
    ],
  ]);
  expect(summary).toEqual({ median: 2, low: 2, high: 2, count: 3 });
});

test("each round has the contenders in another order", () => {
  const rounds = [0, 1, 2, 3].map((round) => [["a", "b", "c"], round]);
  expect(callEach("bench/figures/statistics.mjs", "rotated", rounds)).toEqual([
    ["a", "b", "c"],
    ["b", "c", "a"],
    ["c", "a", "b"],
    ["a", "b", "c"],
  ]);
});
