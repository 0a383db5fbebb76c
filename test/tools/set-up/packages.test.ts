import { callEach } from "../support/call-module";

const wanted = {
  packages: {
    "": { version: "1.0.0" },
    provider: { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/a/node_modules/b": { version: "2.0.0", integrity: "sha512-b" },
    "node_modules/for-windows": { version: "1.0.0", integrity: "sha512-w", optional: true },
    "node_modules/provider": { link: true },
  },
};

const { "": _root, "node_modules/for-windows": _windows, ...installed } = wanted.packages;

function isInstalled(...folders: (object | undefined)[]): unknown[] {
  return callEach(
    "set-up/packages.mjs",
    "isInstalled",
    folders.map((packages) => (packages === undefined ? [wanted] : [wanted, { packages }])),
  );
}

test("packages are installed again when one is missing, of another version or of other content", () => {
  const a = installed["node_modules/a"];
  const { "node_modules/a/node_modules/b": _b, ...withoutB } = installed;
  expect(
    isInstalled(
      undefined,
      {},
      withoutB,
      { ...installed, "node_modules/a": { ...a, version: "1.0.1" } },
      { ...installed, "node_modules/a": { ...a, integrity: "sha512-other" } },
      { ...installed, "node_modules/provider": { version: "0.0.9" } },
    ),
  ).toEqual([false, false, false, false, false, false]);
});

test("packages are left alone when only those for other platforms are missing, or more are there than asked for", () => {
  const withMore = { ...installed, "node_modules/c": { version: "1.0.0" } };
  expect(isInstalled(installed, withMore)).toEqual([true, true]);
});
