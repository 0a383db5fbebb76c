// The reference of the public names, from their docstrings: `npm run docs`. Whatever is undocumented fails it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./set-up/repository.mjs";

const provider = join(repository, "provider");

/** @type {{ version: string, exports: Record<string, string | { types: string }> }} */
const { exports: entries } = JSON.parse(readFileSync(join(provider, "package.json"), "utf8"));

/** The module that the engine loads by itself: nobody imports it. */
const notForPeople = ["./dynamic-provider"];

/** @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  name: "pulumi-twilio-conversations",
  entryPoints: Object.entries(entries).flatMap(([name, entry]) =>
    typeof entry === "string" || notForPeople.includes(name)
      ? []
      : [join(provider, entry.types.replace(/^\.\/dist\//, "").replace(/\.d\.ts$/, ".ts"))],
  ),
  basePath: provider,
  tsconfig: join(provider, "tsconfig.json"),
  out: join(repository, "docs-site"),
  readme: join(repository, "README.md"),
  // A link into a host's tree would need a remote; the reference must be the same in every clone.
  disableSources: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeExternals: true,
  // Parts of public types that are described where those are: nobody needs a name for them.
  intentionallyNotExported: [
    "AboutEvent",
    "ConditionName",
    "ExpectedProperty",
    "InputsOf",
    "JudgedConfiguration",
    "Json",
    "ServiceRead",
    "auditVerdicts",
  ],
  validation: { notExported: true, invalidLink: true, invalidPath: false, notDocumented: true },
  requiredToBeDocumented: ["Variable", "Function", "Class", "Interface", "TypeAlias", "Property", "Method", "Accessor"],
  // Members of object types that have no name of their own: the docstring around them tells what they are.
  intentionallyNotDocumented: [
    ...["kind", "urn", "file", "resource"].map((member) => `audit.AuditSource.__type.${member}`),
    ...["name", "version"].map((member) => `audit.AuditReport.tool.__type.${member}`),
  ],
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
};
