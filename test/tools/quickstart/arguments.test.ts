import { callEach } from "../support/call-module";

const sid = `IS${"0a".repeat(16)}`;

function read(...args: string[][]): unknown[] {
  return callEach(
    "quickstart/arguments.mjs",
    "readArguments",
    args.map((each) => [each]),
  );
}

test("the quickstart reads the emulator, or the service that --live names", () => {
  expect(read([], ["--live", sid], [`--live=${sid}`])).toEqual([{}, { live: sid }, { live: sid }]);
});

test("arguments that are not known, and a SID that is none, are refused", () => {
  expect(read(["--life", sid], [sid], ["--live", sid, "more"], ["--live"], ["--live", "IS123"])).toEqual([
    { problem: expect.stringContaining("not known") },
    { problem: expect.stringContaining("not known") },
    { problem: expect.stringContaining("not known") },
    { problem: expect.stringContaining("--live needs the SID") },
    { problem: expect.stringContaining("--live needs the SID") },
  ]);
});
