import { ProgressBar } from "../../provider/cli/progress-bar";
import { KeptStream } from "./support/run";

test("the bar grows, is drawn no more often than an eye can see, and goes away", () => {
  const stream = new KeptStream(80);
  let now = 0;
  const bar = new ProgressBar(stream, () => now);
  bar.clear();
  expect(stream.text).toBe("");
  bar.show({ phase: "services", done: 0, total: 5_000 });
  bar.show({ phase: "services", done: 1, total: 5_000 });
  now = 1_000;
  bar.show({ phase: "services", done: 2_500, total: 5_000 });
  bar.clear();
  expect(stream.text.split("\r")).toEqual([
    "",
    "Reading services [                        ] 0 of 5,000\u001b[K",
    "Reading services [============            ] 2,500 of 5,000\u001b[K",
    "\u001b[K",
  ]);
});

test("the bar never breaks into a second line", () => {
  const stream = new KeptStream(20);
  new ProgressBar(stream).show({ phase: "stacks", done: 1, total: 3 });
  expect(stream.text).toBe("\rReading stacks [====\u001b[K".slice(0, 20) + "\u001b[K");
});
