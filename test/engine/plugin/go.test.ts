import type { Project } from "../support";
import { describeLanguage, exampleFiles, findLanguage } from "./support/language";
import { expectFailingReads, expectGate, expectPromises, startProgram } from "./support/promises";

/** A project whose program is compiled already: Pulumi would compile it anew for each command. */
function compiled(program: string, files: Record<string, string>) {
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

describeLanguage("go", "A program in Go", () => {
  test("reads, records, keeps secrets, shows a drift as a difference, refreshes, and fails with one message", async () => {
    const program = compiled("promises", { "Pulumi.yaml": "name: test\nruntime: go\n" });
    const started = await startProgram({ language: "go", ...program });
    await expectPromises(started, "nil");
    await expectFailingReads(started);
  });

  test("is stopped by its gate while a webhook leads elsewhere: the example gate-deployment-go", async () => {
    const { files, prepare } = compiled("gate-deployment-go", exampleFiles("gate-deployment-go", ["Pulumi.yaml"]));
    await expectGate("go", files, prepare);
  });
});
