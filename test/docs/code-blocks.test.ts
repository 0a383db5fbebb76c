import { compile, type Snippet } from "./support/compile";
import { blocksIn } from "./support/documents";

const rows = blocksIn("ts", "js");
let problems: ReadonlyMap<string, readonly string[]>;

/** Whether code awaits at its top: that is an ES module's, and not Pulumi's default for a program. */
const isScript = (text: string) => /^(const|let|await)\b[^\n]*\bawait\b|^[\w.]+ = [^\n]*\bawait\b/m.test(text);

beforeAll(() => {
  problems = compile(
    rows.map(([place, { text, language, notes }]): Snippet => ({
      place,
      text,
      language: language === "js" ? "js" : isScript(text) ? "mts" : "ts",
      prelude: notes["prelude"] ?? "",
      file: notes["file"],
    })),
  );
}, 60_000);

test("The documents show code", () => {
  expect(rows.length).toBeGreaterThan(10);
});

test.each(rows)("The code in %s compiles against the package", (place) => {
  expect(problems.get(place)).toEqual([]);
});
