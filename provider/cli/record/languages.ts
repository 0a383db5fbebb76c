// Tested by test/cli/record-command.test.ts
import { goProgram } from "./go";
import { pythonProgram } from "./python";
import type { Recordable } from "./recordable";
import { typescriptProgram } from "./typescript";
import { yamlProgram } from "./yaml";

/** The languages that a program can be written in. */
export const languages = ["typescript", "yaml", "python", "go"] as const;

/** One of them. */
export type Language = (typeof languages)[number];

const writers: Readonly<Record<Language, (services: readonly Recordable[]) => string>> = {
  typescript: typescriptProgram,
  yaml: yamlProgram,
  python: pythonProgram,
  go: goProgram,
};

/** A program that records the services. */
export function programText(language: Language, services: readonly Recordable[]): string {
  return writers[language](services);
}
