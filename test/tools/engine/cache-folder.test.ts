import { callEach } from "../support/call-module";

test("the cache folder follows each platform's convention", () => {
  const cases: [unknown[], string][] = [
    [[{}, "linux", "/home/ann"], "/home/ann/.cache/pulumi-twilio-conversations"],
    [[{ XDG_CACHE_HOME: "/var/cache/ann" }, "linux", "/home/ann"], "/var/cache/ann/pulumi-twilio-conversations"],
    [[{ XDG_CACHE_HOME: "relative" }, "linux", "/home/ann"], "/home/ann/.cache/pulumi-twilio-conversations"],
    [[{}, "darwin", "/Users/ann"], "/Users/ann/Library/Caches/pulumi-twilio-conversations"],
    [[{ LOCALAPPDATA: "D:\\Local" }, "win32", "C:\\Users\\ann"], "D:\\Local\\pulumi-twilio-conversations\\Cache"],
    [[{}, "win32", "C:\\Users\\ann"], "C:\\Users\\ann\\AppData\\Local\\pulumi-twilio-conversations\\Cache"],
  ];
  expect(
    callEach(
      "engine/cache-folder.mjs",
      "cacheFolder",
      cases.map(([args]) => args),
    ),
  ).toEqual(cases.map(([, folder]) => folder));
});

test("another version, platform, architecture or recipe is another engine", () => {
  const parts = { version: "3.230.0", platform: "linux", architecture: "x64", recipe: ["go.mod", "go.sum"] };
  const variants = [
    parts,
    { ...parts, version: "3.231.0" },
    { ...parts, platform: "darwin" },
    { ...parts, architecture: "arm64" },
    { ...parts, recipe: ["go.mod", "go.sum changed"] },
    { ...parts, recipe: ["go.modgo.sum"] },
  ];
  const keys = callEach(
    "engine/cache-folder.mjs",
    "cacheKey",
    [...variants, parts].map((each) => [each]),
  );
  expect(new Set(keys).size).toBe(variants.length);
  expect(keys.at(-1)).toBe(keys[0]);
  expect(keys[0]).toMatch(/^engine-3\.230\.0-linux-x64-[0-9a-f]{16}$/);
});
