import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { repository } from "./documents";

/** A name that can be imported from the package. */
export interface PublicName {
  /** `pulumi-twilio-conversations/testing` */
  readonly entry: string;
  readonly name: string;
  /** The source file that declares it, in the repository. */
  readonly file: string;
  /** The code of its `@example` tags. */
  readonly examples: readonly string[];
}

/** What Pulumi's engine loads by itself; nobody imports it. */
const notForPeople = ["./dynamic-provider"];

/** Each entry point of the package with the source that it is built from. */
function entryPoints(): ReadonlyMap<string, string> {
  const provider = join(repository, "provider");
  const { name, exports } = JSON.parse(readFileSync(join(provider, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
  };
  return new Map(
    Object.entries(exports).flatMap(([path, target]) =>
      typeof target === "string" || notForPeople.includes(path)
        ? []
        : [
            [
              name + path.slice(1),
              join(provider, target.types.replace("./dist/", "").replace(/\.d\.ts$/, ".ts")),
            ] as const,
          ],
    ),
  );
}

/** Every public name of every entry point, with the examples of its docstring. */
export function publicNames(): readonly PublicName[] {
  const entries = entryPoints();
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(repository, "provider", "tsconfig.json"), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    join(repository, "provider"),
  );
  const program = ts.createProgram([...entries.values()], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  return [...entries].flatMap(([entry, file]) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return (module === undefined ? [] : checker.getExportsOfModule(module)).map((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      return {
        entry,
        name: exported.name,
        file: relative(repository, symbol.declarations?.[0]?.getSourceFile().fileName ?? ""),
        examples: symbol
          .getJsDocTags(checker)
          .filter((tag) => tag.name === "example")
          .map((tag) => ts.displayPartsToString(tag.text).replace(/^```\w*\n|\n```$/g, "")),
      };
    });
  });
}
