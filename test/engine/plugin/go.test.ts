import { compiled } from "./support/compiled-go";
import { describeLanguage, exampleFiles } from "./support/language";
import { expectFailingReads, expectGate, expectPromises, startProgram } from "./support/promises";

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
