import { debugLines } from "../../../provider/output/stack/debug-lines";
import { debugLog } from "../support/debug-log";

const sent = debugLog();

test("a line is sent at once while no request is under way", () => {
  debugLines().add("one");
  expect(sent).toEqual(["one"]);
});

test("lines of requests that are under way together are sent together, when the last of them ends", () => {
  const lines = debugLines();
  lines.begin();
  lines.add("first begins");
  lines.begin();
  lines.add("second begins");
  lines.end();
  expect(sent).toEqual([]);
  lines.add("first is answered");
  lines.end();
  expect(sent).toEqual(["first begins\nsecond begins\nfirst is answered"]);
});

test("a request that takes its time holds back 32 lines at most", () => {
  const lines = debugLines();
  lines.begin();
  for (let index = 0; index < 40; index += 1) {
    lines.add(String(index));
  }
  expect(sent.map((text) => text.split("\n").length)).toEqual([32]);
  lines.end();
  expect(sent.map((text) => text.split("\n").length)).toEqual([32, 8]);
});
