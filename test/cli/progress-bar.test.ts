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

test("the bar names the stack that has taken longest, as text, and says how many are read beside it", () => {
  const stream = new KeptStream(80);
  const bar = new ProgressBar(stream);
  bar.show({ phase: "stacks", done: 0, total: 0, current: ["organization/shop/dev"] });
  bar.show({ phase: "stacks", done: 2, total: 2, current: ["prod\u001b[2J", "dev"] });
  expect(stream.text.split("\r").slice(1)).toEqual([
    "Reading stacks [                        ] 0 of 0: organization/shop/dev\u001b[K",
    "Reading stacks [========================] 2 of 2: prod\\u001b[2J and 1 more\u001b[K",
  ]);
});

test("the bar never breaks into a second line", () => {
  const stream = new KeptStream(20);
  new ProgressBar(stream).show({ phase: "stacks", done: 1, total: 3 });
  expect(stream.text).toBe("\rReading stacks [====\u001b[K".slice(0, 20) + "\u001b[K");
});
