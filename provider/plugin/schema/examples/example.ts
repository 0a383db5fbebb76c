// Tested by test/engine/plugin/schema-examples.test.ts
import { programs, type ProgramLanguage } from "./programs";

/** A use of a function or a resource: what a program does, in each of Pulumi's languages, without what is around it. */
export interface SchemaExample extends Readonly<Record<ProgramLanguage, string>> {
  readonly title: string;
}

/**
 * A description with examples, as Pulumi's registry shows them and each SDK's generator reads them: the generator keeps
 * those of its own language.
 */
export function withExamples(description: string, examples: readonly SchemaExample[]): string {
  const parts = examples.flatMap(({ title, ...bodies }) => [
    "{{% example %}}",
    `### ${title}`,
    ...Object.entries(programs).map(([language, program]) =>
      ["```" + language, program(bodies[language as ProgramLanguage].trim()), "```"].join("\n"),
    ),
    "{{% /example %}}",
  ]);
  return [description, "{{% examples %}}", "## Example Usage", ...parts, "{{% /examples %}}"].join("\n\n");
}
