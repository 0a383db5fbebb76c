import { callEach } from "../support/call-module";

const pulumi = "/opt/pulumi/pulumi";
const languageHost = "/opt/pulumi/pulumi-language-nodejs";

function judge(...found: object[]): unknown[] {
  return callEach(
    "engine/choose-source.mjs",
    "judgeOnPath",
    found.map((each) => [each, "3.230.0"]),
  );
}

test("a CLI on PATH is used when it is new enough and has its language host", () => {
  const found = ["3.230.0", "3.230.1", "3.260.0", "4.0.0"].map((version) => ({ pulumi, version, languageHost }));
  expect(judge(...found)).toEqual(found.map(() => ({ usable: true })));
});

test("a CLI on PATH that is too old is named with the lowest version that the tests have run on", () => {
  const found = ["3.229.9", "3.99.0", "2.300.0", "0.0.0", "3.230.0-beta.1"].map((version) => ({
    pulumi,
    version,
    languageHost,
  }));
  expect(judge(...found)).toEqual(
    found.map(({ version }) => ({
      usable: false,
      notice: `The Pulumi CLI on PATH, ${pulumi}, is passed over: it is version ${version}, and the lowest that the tests have run on is 3.230.0.`,
    })),
  );
});

test("a CLI on PATH that does not run, or has no language host, is named with the reason", () => {
  expect(judge({ pulumi, languageHost }, { pulumi, version: "3.230.0" })).toEqual([
    { usable: false, notice: expect.stringContaining("`pulumi version` fails there") },
    { usable: false, notice: expect.stringContaining("`pulumi-language-nodejs`") },
  ]);
});

test("nothing is said where there is no CLI on PATH", () => {
  expect(judge({})).toEqual([{ usable: false }]);
});

test("an engine is built where Go is there, and installed where it is not or the build fails", () => {
  expect(callEach("engine/choose-source.mjs", "waysToMake", [[true], [false]])).toEqual([
    ["go", "installer"],
    ["installer"],
  ]);
});
