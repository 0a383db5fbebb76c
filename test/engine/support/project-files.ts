import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const repository = join(__dirname, "..", "..", "..");

/** What `pulumi new typescript` writes, as far as it decides what compiles. */
const tsconfig = {
  compilerOptions: {
    strict: true,
    target: "es2020",
    module: "commonjs",
    moduleResolution: "node",
    skipLibCheck: true,
    types: ["node"],
  },
};

/** Writes the files around a program, and links the repository's own packages so that there is one copy of the SDK. */
export function writeProjectFiles(folder: string, name: string, typescript: boolean): void {
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, {
    "Pulumi.yaml": JSON.stringify({ name, runtime: { name: "nodejs", options: { typescript } } }),
    "package.json": JSON.stringify({ name, private: true, main: typescript ? "index.ts" : "index.js" }),
    ...(typescript ? { "tsconfig.json": JSON.stringify(tsconfig) } : {}),
  });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "junction");
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
