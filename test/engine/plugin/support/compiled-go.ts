import type { Project } from "../../support";
import { findLanguage } from "./language";

/** A project whose program is compiled already: Pulumi would compile it anew for each command. */
export function compiled(program: string, files: Record<string, string>) {
  const binary = findLanguage("go").programs?.[program] ?? "";
  const runtime = `runtime: ${JSON.stringify({ name: "go", options: { binary } })}`;
  const project = files["Pulumi.yaml"]?.replace(/^runtime: go$/m, runtime) ?? "";
  return {
    files: { ...files, "Pulumi.yaml": project },
    prepare: async ({ env }: Project) => {
      env["GO_PROGRAM"] = binary;
    },
  };
}
