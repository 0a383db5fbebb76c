// Tested by test/audit/audit.test.ts
import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readTextFile } from "../text-file";

type Yaml = typeof import("yaml");

const fileNames = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/**
 * The name of the Pulumi project that a folder is in, as the Pulumi CLI finds it: upwards from there. Undefined where
 * there is none.
 */
export async function projectName(folder: string): Promise<string | undefined> {
  for (let here = resolve(folder); ; here = dirname(here)) {
    for (const file of fileNames.map((name) => join(here, name))) {
      if (await exists(file)) {
        return nameIn(await readTextFile(file));
      }
    }
    if (dirname(here) === here) {
      return undefined;
    }
  }
}

function nameIn(text: string): string | undefined {
  const { parse } = require("yaml") as Yaml;
  try {
    const project = parse(text) as { readonly name?: unknown } | null;
    return typeof project?.name === "string" ? project.name : undefined;
  } catch {
    return undefined;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
