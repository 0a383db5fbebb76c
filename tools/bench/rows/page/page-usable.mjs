import { pageMilliseconds } from "../../page/page-milliseconds.mjs";

export const row = pageMilliseconds({
  deed: "from opening it until it is drawn and can be filtered",
  goal: "at most 2 s",
  most: 2000,
  rounds: 7,
  stopwatch: (open) => async () => {
    const start = performance.now();
    const page = await open();
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    const time = performance.now() - start;
    await page.close();
    return time;
  },
});
