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

test("the quickstart plays a program in the language that --language names, at the emulator alone", () => {
  expect(read(["--language", "yaml"], ["--language=go"], ["--language", "python"], ["--language", "java"])).toEqual([
    { language: "yaml" },
    { language: "go" },
    { language: "python" },
    { problem: "--language is one of yaml, python, go." },
  ]);
  expect(read(["--language", "go", "--live", sid], ["--live", sid, "--language", "go"])).toEqual([
    { problem: expect.stringContaining("do not go together") },
    { problem: expect.stringContaining("do not go together") },
  ]);
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
