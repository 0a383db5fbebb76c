import { parse, stringify } from "yaml";
import { callEach } from "../../../tools/support/call-module";

/** The programs that stand as examples in the plugin's schema, in one language by the name that Pulumi's registry has for it. */
export function schemaExamples(language: "typescript" | "python" | "csharp" | "go" | "java" | "yaml"): string[] {
  const [programs] = callEach("languages/schema-examples.mjs", "schemaExamples", [[language]]) as [string[]];
  return programs;
}

/** The program that does what all examples in YAML do. */
export function yamlExamplesInOne(): string {
  const programs = schemaExamples("yaml").map((text) => parse(text) as Readonly<Record<string, object | string>>);
  const all = (section: string) => Object.assign({}, ...programs.map((program) => program[section])) as object;
  const sections = ["variables", "resources", "outputs"].map((section) => [section, all(section)]);
  return stringify({ name: "test", runtime: "yaml", ...Object.fromEntries(sections) });
}
