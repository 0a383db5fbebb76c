import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blocksIn } from "../../docs/support/documents";
import { describeLanguage, findLanguage } from "./support/language";

jest.setTimeout(120_000);

// That of TypeScript is compiled with the examples of the schema (schema-examples.test.ts), and that of Go with the program in
// go.test.ts. That of C# is in csharp.test.ts.
describeLanguage("python", "The SDKs that Pulumi makes of the schema", () => {
  const python = () => findLanguage("python").sdk ?? "";

  test("compile in Python", () => {
    const folder = join(python(), "pulumi_twilio_conversations");
    expect(existsSync(folder)).toBe(true);
    const check =
      "import ast, pathlib, sys\nfor f in pathlib.Path(sys.argv[1]).rglob('*.py'): ast.parse(f.read_text('utf8'))";
    const { stderr, status } = spawnSync("python3", ["-c", check, folder], { encoding: "utf8" });
    expect([stderr, status]).toEqual(["", 0]);
  });

  test("have every name that the documents use, and the Python in the documents is Python", () => {
    const texts = (folder: string, ending: string) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(ending))
        .map((file) => readFileSync(join(folder, file), "utf8"))
        .join("\n");
    const sources = { python: texts(python(), ".py"), go: texts(join(python(), "..", "go"), ".go") };
    for (const language of ["python", "go"] as const) {
      const blocks = blocksIn(language);
      expect(blocks.length).toBeGreaterThan(3);
      const used = blocks.flatMap(([, { text }]) =>
        [...text.matchAll(/\btwilio\.(\w+)/g)].map(([, name = ""]) => name),
      );
      const defined = (name: string) => new RegExp(`\\b(def|class|func|type) ${name}\\b`).test(sources[language]);
      expect([...new Set(used)].filter((name) => !defined(name))).toEqual([]);
    }
    const programs = blocksIn("python").map(([, { text }]) => text);
    const check = "import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)";
    const { stderr, status } = spawnSync("python3", ["-c", check], {
      input: JSON.stringify(programs),
      encoding: "utf8",
    });
    expect([stderr, status]).toEqual(["", 0]);
  });
});
