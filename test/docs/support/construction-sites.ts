import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { repository } from "./documents";

/** A place in the sources that makes one of the package's errors. */
export interface ConstructionSite {
  readonly file: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

const errorClass =
  /^(InvalidInput|Configuration|TwilioApi|Network|RequestTimeout|ResponseFormat|WebhookViolation)Error$/;

/** Every place in the sources that makes one of the package's errors. */
export function constructionSites(): readonly ConstructionSite[] {
  const provider = join(repository, "provider");
  return readdirSync(provider, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/^(dist|node_modules|errors)\b/.test(name))
    .flatMap((name) => sitesIn(join(provider, name)));
}

function sitesIn(path: string): ConstructionSite[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const sites: ConstructionSite[] = [];
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && errorClass.test(node.expression.getText())) {
      const file = relative(repository, path).split(sep).join("/");
      sites.push({ file, firstLine: lineOf(node.getStart()), lastLine: lineOf(node.end) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

/** Where errors were made since the test file began: `provider/…ts:12`. */
export const reached = new Set<string>();

/** An errors module whose classes note where they are constructed. */
export function noting<Module extends object>(actual: Module): Module {
  return Object.fromEntries(
    Object.entries(actual).map(([name, value]) => [
      name,
      errorClass.test(name) ? notingClass(value as NewableFunction) : value,
    ]),
  ) as Module;
}

function notingClass(actual: NewableFunction): unknown {
  return new Proxy(actual, {
    construct(target, args, newTarget) {
      const [, path, line] = /(provider\/(?!errors\/)[\w/.-]+\.ts):(\d+)/.exec(new Error().stack ?? "") ?? [];
      reached.add(`${path}:${line}`);
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
}
