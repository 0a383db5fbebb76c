import { callEach } from "../support/call-module";
import { Machine } from "../engine/support/machine";
import { findLanguage } from "./support/find-language";

/** Finds a language with nothing but these programs on PATH. */
function find(language: string, programs: Readonly<Record<string, string>> = {}) {
  const machine = new Machine();
  for (const [name, script] of Object.entries(programs)) {
    machine.add(name, script);
  }
  const found = findLanguage(language, { env: machine.env });
  machine.remove();
  return found;
}

test.each([
  ["yaml", {}, /^there is no pulumi-language-yaml, and no Go/],
  ["go", {}, /^there is no Go on PATH$/],
  ["python", {}, /^there is no python3 on PATH$/],
  ["python", { python3: "echo Python 3.9.1" }, /python3 is not Python 3\.10 or newer$/],
  ["python", { python3: "echo Python 4.0.0" }, /python3 is not Python 3\.10 or newer$/],
])("without its toolchain %s %j is named with what is missing, and nothing is built", (language, programs, missing) => {
  expect(find(language, programs)).toEqual({
    found: { missing: expect.stringMatching(missing) },
    logged: [expect.stringMatching(new RegExp(`^Programs in ${language} are not tested: .*\\.$`))],
  });
});

test("what is kept of a language is another thing with another version or another recipe, and the same otherwise", () => {
  const env = { XDG_CACHE_HOME: "/cache", HOME: "/home" };
  const places = callEach("languages/cached-program.mjs", "placeInCache", [
    ["host", "1.0.0", ["a"], env],
    ["host", "1.0.0", ["a"], env],
    ["host", "1.0.1", ["a"], env],
    ["host", "1.0.0", ["b"], env],
  ]);
  expect(new Set(places).size).toBe(3);
  expect(places[0]).toBe(places[1]);
});
