import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageSchema } from "../../../provider/plugin/schema/package-schema";
import { describeLanguage, findLanguage } from "./support/language";
import { schemaExamples } from "./support/schema-examples";

const repository = join(__dirname, "..", "..", "..");
const work = join(repository, ".work");

jest.setTimeout(120_000);

/** Resolves the names and arguments that programs in Python use of the SDK, without running the programs. */
const pythonCheck = `
import ast, inspect, json, sys
import pulumi_twilio_conversations as sdk

problems = []
for text in json.load(sys.stdin):
    results = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
            results[node.targets[0].id] = node.value.func.attr
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.value.id == "twilio":
            name = node.func.attr
            called = getattr(sdk, name, None)
            if called is None:
                problems.append(f"there is no {name}")
                continue
            target = called._internal_init if hasattr(called, "_internal_init") else called
            known = inspect.signature(target).parameters
            problems += [f"{name} has no {each.arg}" for each in node.keywords if each.arg not in known]
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in results:
            name = results[node.value.id]
            made = getattr(sdk, name, None)
            if inspect.isfunction(made):
                words = name.removesuffix("_output").split("_")
                made = getattr(sdk, "".join(word.title() for word in words) + "Result", None)
            if not hasattr(made, node.attr):
                problems.append(f"what {name} gives has no {node.attr}")
print(json.dumps(problems))
`;

describeLanguage("python", "The examples in the plugin's schema", () => {
  const sdks = () => join(findLanguage("python").sdk ?? "", "..");

  test("compile in TypeScript with the SDK that Pulumi makes of the schema, which compiles as well", () => {
    // Within the work folder: what the programs import is found from there.
    const folder = mkdtempSync(join(work, "schema-examples-"));
    const files = schemaExamples("typescript").map((text, index) => {
      const file = join(folder, `example-${index}.ts`);
      writeFileSync(file, `${text}\n`);
      return file;
    });
    expect(files.length).toBeGreaterThan(5);
    const sdk = readdirSync(join(sdks(), "nodejs"), { recursive: true, encoding: "utf8" });
    const sources = sdk.filter((file) => file.endsWith(".ts")).map((file) => join(sdks(), "nodejs", file));
    const compilerOptions = {
      ...{ noEmit: true, skipLibCheck: true, strict: true, types: ["node"], target: "ES2022" },
      ...{ module: "nodenext", moduleResolution: "nodenext", moduleDetection: "force" },
      paths: { "pulumi-twilio-conversations-sdk": [join(sdks(), "nodejs", "index.ts")] },
    };
    const project = join(folder, "tsconfig.json");
    writeFileSync(project, JSON.stringify({ compilerOptions, files: [...files, ...sources] }));
    const typescript = join(repository, "node_modules", "typescript", "bin", "tsc");
    const { stdout, status } = spawnSync(process.execPath, [typescript, "-p", project], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect([stdout, status]).toEqual(["", 0]);
  });

  test("use names and arguments in Python that the SDK has", () => {
    const { packages = "", sdk = "" } = findLanguage("python");
    const { stdout, stderr } = spawnSync("python3", ["-c", pythonCheck], {
      input: JSON.stringify(schemaExamples("python")),
      encoding: "utf8",
      env: { ...process.env, PYTHONPATH: `${packages}:${sdk}`, PYTHONDONTWRITEBYTECODE: "1" },
    });
    expect([stderr, JSON.parse(stdout || "null")]).toEqual(["", []]);
  });
});

describeLanguage("go", "The examples in the plugin's schema, in Go", () => {
  test("are compiled into a program of the tests", () => {
    expect(schemaExamples("go").length).toBeGreaterThan(5);
    expect(findLanguage("go").programs).toHaveProperty("promises");
  });
});

// Those in C# are in csharp.test.ts. The generator for Java is not to be had here, as little as the SDK for it: every name of an
// argument is at least one of the schema.
describe("The examples in the plugin's schema, in Java", () => {
  const schema = packageSchema("1.2.3") as Readonly<Record<"functions", Readonly<Record<string, unknown>>>>;
  const java = schemaExamples("java");
  const properties = new Set(JSON.stringify(schema).match(/(?<=")\w+(?=":\{"(?:type|\$ref|items|description)")/g));

  test("set and give properties that the schema has, and import what they name", () => {
    const used = java.flatMap((text) => text.match(/(?<=^ +\.)\w+(?=\()|(?<=\b(?:result|chat|judged)\.)\w+/gm) ?? []);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => name !== "build" && !properties.has(name))).toEqual([]);
    const functions = java.flatMap((text) => text.match(/(?<=TwilioconversationsFunctions\.)\w+/g) ?? []);
    expect(functions.sort()).toEqual(
      Object.keys(schema.functions)
        .map((name) => name.split(":").at(-1))
        .sort(),
    );
    for (const text of java) {
      const imported = [...text.matchAll(/^import .*\.(\w+);$/gm)].map(([, name = ""]) => name);
      const named = text.match(/\b[A-Z]\w+(?=\.builder|\.of\(|\(")|\w+Functions(?=\.)/g) ?? [];
      expect([...new Set(named)].filter((name) => !imported.includes(name))).toEqual([]);
    }
  });
});
