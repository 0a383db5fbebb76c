import { callEach } from "../support/call-module";

test("a version is read from what `pulumi version` prints, whatever stands around it", () => {
  const printed = [
    "v3.230.0\n",
    "3.260.1",
    "warning: an update is there: v9.9.9 is out\nv3.230.0-dev.0+abc\n",
    "",
    "dev",
  ];
  expect(
    callEach(
      "engine/version.mjs",
      "findVersion",
      printed.map((text) => [text]),
    ),
  ).toEqual(["3.230.0", "3.260.1", "3.230.0-dev.0+abc", null, null]);
});

test("versions are compared number by number, and a pre-release comes before its release", () => {
  const pairs: [string, string, boolean][] = [
    ["3.230.0", "3.230.0", true],
    ["3.230.0+build.7", "3.230.0", true],
    ["3.231.0-alpha.1", "3.230.0", true],
    ["10.0.0", "9.9.9", true],
    ["3.1000.0", "3.230.0", true],
    ["3.230.0", "3.230.0-beta.1", true],
    ["3.230.0-beta.1", "3.230.0", false],
    ["3.23.9", "3.230.0", false],
    ["2.999.999", "3.0.0", false],
  ];
  expect(
    callEach(
      "engine/version.mjs",
      "isAtLeast",
      pairs.map(([left, right]) => [left, right]),
    ),
  ).toEqual(pairs.map(([, , expected]) => expected));
});
