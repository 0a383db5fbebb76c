import fc from "fast-check";
import { parseRetryAfter } from "../../../provider/request/retry/retry-after";

const now = Date.UTC(2024, 1, 29, 12, 0, 0);

test.each([
  ["0", 0],
  ["120", 120],
  [" 7 ", 7],
  ["007", 7],
  ["Thu, 29 Feb 2024 12:00:30 GMT", 30],
  ["Thu, 29 Feb 2024 11:00:00 GMT", 0],
  ["Thursday, 29-Feb-24 12:01:00 GMT", 60],
  ["Thu Feb 29 12:02:00 2024", 120],
  ["Fri Mar  1 12:00:00 2024", 86_400],
])("%j is a wait of %d seconds", (header, seconds) => {
  expect(parseRetryAfter(header, now)).toBe(seconds);
});

test.each([
  undefined,
  "",
  "soon",
  "-1",
  "+1",
  "1.5",
  "1e3",
  "0x10",
  "Infinity",
  "NaN",
  "1, 2",
  "1 second",
  "2024-02-29T12:00:30Z",
  "Thu, 29 Feb 2024 12:00:30",
  "Thu, 29 Feb 2024 12:00:30 CET",
  "Thu, 99 Feb 2024 12:00:30 GMT",
  "٣",
])("%j is no wait", (header) => {
  expect(parseRetryAfter(header, now)).toBeUndefined();
});

test("a date that leaves the time zone out means GMT, wherever the program runs", () => {
  const parse = Date.parse;
  const abroad = jest
    .spyOn(Date, "parse")
    .mockImplementation((text) => parse(text.includes("GMT") ? text : `${text} EST`));
  expect(parseRetryAfter("Thu Feb 29 12:02:00 2024", now)).toBe(120);
  abroad.mockRestore();
});

test("every number of seconds is that number", () => {
  fc.assert(fc.property(fc.nat(), (seconds) => parseRetryAfter(String(seconds), now) === seconds));
});

test("every date in HTTP's form is the time until then, in whole seconds, and never negative", () => {
  const dates = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(dates, (seconds) => {
      const header = new Date(now + seconds * 1000).toUTCString();
      expect(parseRetryAfter(header, now)).toBe(Math.max(0, seconds));
    }),
  );
});

test("no text at all throws, or gives a wait that is negative or no number", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const wait = parseRetryAfter(text, now) ?? 0;
      expect(wait).toBeGreaterThanOrEqual(0);
    }),
  );
});
