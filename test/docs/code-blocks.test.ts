import { compile, type Snippet } from "./harness/compile";
import { blocksIn } from "./harness/documents";

const rows = blocksIn("ts", "js");
let problems: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  problems = compile(
    rows.map(
      ([place, { text, language, notes }]): Snippet => ({
        place,
        text,
        language: language === "ts" ? "ts" : "js",
        prelude: notes["prelude"] ?? "",
        file: notes["file"],
      }),
    ),
  );
}, 60_000);

test("The documents show code", () => {
  expect(rows.length).toBeGreaterThan(10);
});

test.each(rows)("The code in %s compiles against the package", (place) => {
  expect(problems.get(place)).toEqual([]);
});
