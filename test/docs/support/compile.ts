import { dirname, join } from "node:path";
import ts from "typescript";
import { repository } from "./documents";

/** A program text that exists in memory alone. */
export interface Snippet {
  /** What it is called in messages, such as `README.md:9`. */
  readonly place: string;
  readonly text: string;
  /** An `mts` may await at its top. */
  readonly language: "ts" | "mts" | "js";
  /** Where others of the same document find it, such as `program.ts`. */
  readonly file?: string | undefined;
  /** Stands in front of it, and is in no document. */
  readonly prelude: string;
}

/** What every example may take for granted: names that stand for something of the reader's own. */
const ambient = `
import * as pulumi from "@pulumi/pulumi";
declare global {
  /** Something that was caught. */
  const error: unknown;
  /** The SID of the reader's service. */
  const chatServiceSid: string;
  /** A resource of the reader's. */
  class Backend extends pulumi.ComponentResource {
    constructor(name: string, args: { webhookUrl?: pulumi.Input<string | null> }, options?: pulumi.ComponentResourceOptions);
  }
}
`;

/** As strict as a reader's program may be; what an example leaves unused is its own affair. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  esModuleInterop: true,
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  types: ["node", "jest"],
};

// A folder from which the reader's packages are found: the built package among them, through node_modules.
const folder = join(repository, "test", "docs", "virtual");

/** Type-checks each snippet as a module of its own; what TypeScript says about each, by its place. */
export function compile(snippets: readonly Snippet[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, Snippet>();
  snippets.forEach((snippet, index) => {
    const name = snippet.file ?? `${index}.${snippet.language}`;
    files.set(join(folder, snippet.place.replace(/:.*$/, "").replaceAll("/", "-"), name), snippet);
  });
  const ambientFile = join(folder, "ambient.d.ts");
  const textOf = (name: string) => {
    const snippet = files.get(name);
    if (name === ambientFile) {
      return ambient;
    }
    // In one line with the first: the lines of messages are then the snippet's own.
    return snippet && `${snippet.prelude.replaceAll("\n", " ")}${snippet.text}\nexport {};\n`;
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => textOf(name) !== undefined || fileExists(name);
  host.readFile = (name) => textOf(name) ?? readFile(name);
  host.directoryExists = (name) => name.startsWith(folder) || ts.sys.directoryExists(name);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const text = textOf(name);
    return text === undefined
      ? getSourceFile(name, languageVersion, ...rest)
      : ts.createSourceFile(name, text, languageVersion, true);
  };
  host.getCurrentDirectory = () => dirname(folder);
  const program = ts.createProgram([ambientFile, ...files.keys()], options, host);
  return new Map([...files].map(([name, { place }]) => [place, problemsIn(program, name)]));
}

function problemsIn(program: ts.Program, name: string): string[] {
  const file = program.getSourceFile(name);
  return ts
    .sortAndDeduplicateDiagnostics([...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ messageText, file: at, start = 0 }) => {
      const line = at === undefined ? 0 : at.getLineAndCharacterOfPosition(start).line + 1;
      return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
}
