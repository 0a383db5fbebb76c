import { repository } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";

const actionlint = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

/**
 * Checks the workflows with actionlint, which Go builds once. Without Go there is nothing to run it: then this says so and
 * passes, since no other part of the repository needs a developer to have Go.
 *
 * @throws {Error} with what actionlint printed, if something is wrong
 */
export async function checkWorkflows() {
  if ((await runProgram("go", ["version"])).code !== 0) {
    console.error("  actionlint is not run: Go is not installed.");
    return;
  }
  const { code, output } = await runProgram("go", ["run", actionlint, "-no-color"], { cwd: repository });
  if (code !== 0) {
    throw new Error(output.trim());
  }
}
