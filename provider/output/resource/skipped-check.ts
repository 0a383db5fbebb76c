// Tested by test/engine/gate/left-out.test.ts
import * as pulumi from "@pulumi/pulumi";
import { printableJson } from "../../text/printable";
import { after } from "../sdk/promise-or-output";
import type { RecordedInputs } from "./recorded-inputs";

/**
 * Keeps a gate closed whose check the engine has skipped, as it does with `--target`, `--exclude` and `--run-program` (which
 * it does not tell from an update): if the resource is
 * registered although the program's own decision is a failure, its outputs reject, the URN and the id among them. Pulumi
 * then registers nothing that depends on the gate, whichever way it does. What does not depend on it goes on; if nothing
 * does, a warning says that the gate is closed.
 *
 * When the engine has checked the resource itself, it was not registered, and nothing more is said.
 */
export function keepClosed(
  resource: pulumi.CustomResource,
  name: string,
  { decision, isMandatory }: Pick<RecordedInputs, "decision" | "isMandatory">,
): void {
  const { urn } = resource;
  const problem = problemOf(urn, name, { decision, isMandatory });
  let isUsed = false;
  let passage: Promise<void> | undefined;
  const closed = (): Promise<void> =>
    (passage ??= problem.then((text) => {
      if (text !== null) {
        throw asOneError(text);
      }
    }));
  // An output for each property of each gate would cost more than all the rest of it: made only for those that are used.
  for (const [key, output] of Object.entries(resource)) {
    if (pulumi.Output.isInstance(output)) {
      let guarded: pulumi.Output<unknown> | undefined;
      Object.defineProperty(resource, key, {
        configurable: true,
        enumerable: true,
        get: () => {
          isUsed = true;
          return (guarded ??= pulumi.all([output, closed()]).apply(([value]) => value));
        },
      });
    }
  }
  void problem.then((text) => {
    if (text !== null && !isUsed) {
      void pulumi.log.warn(text, { urn } as pulumi.Resource);
    }
  });
}

/** Why nothing may depend on a resource that was registered; null if it may. It settles once the resource is registered. */
async function problemOf(
  urn: pulumi.Output<string>,
  name: string,
  { decision, isMandatory }: Pick<RecordedInputs, "decision" | "isMandatory">,
): Promise<string | null> {
  let problem: string | null = null;
  let isDecided = false;
  try {
    await pulumi.isSecret(urn.apply(() => undefined));
    await pulumi.isSecret(
      pulumi.output(
        after(decision, ({ failure, isMandatory }) => {
          isDecided = true;
          if (failure !== null && isMandatory) {
            problem = problemText(name, failure);
          }
        }),
      ),
    );
    // An update judges later than it only if it never will.
    if (!isDecided && !pulumi.runtime.isDryRun() && (await isMandatory())) {
      problem = problemText(name, undecided);
    }
  } catch {
    // Another resource, for which this one waited, has failed, which is said there.
  }
  return problem;
}

const undecided =
  "its service was not read, since a resource that the gate waits for has failed, or this run leaves that out, too";

function problemText(name: string, failure: string): string {
  return (
    `gate ${printableJson(name)} is closed, and this run leaves it out (--target, --exclude or --run-program), so nothing that depends ` +
    `on it is touched: ${failure}\n  Or set \`enforcement\` to "advisory" or "disabled": then what depends on the gate goes on`
  );
}

/** Pulumi prints an error once, however many resources meet it, and writes into the message of each who was the first. */
function asOneError(text: string): Error {
  const error = new pulumi.RunError(text);
  error.stack = text;
  return Object.defineProperty(error, "message", { configurable: true, get: () => text, set: () => undefined });
}
