// Tested by test/engine/automation/automation-folder.test.ts
import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { isMocked } from "../sdk/mocked";

// Pulumi starts the program and its dynamic-provider process in the same folder; a program may leave it later.
// If it has left it before this is loaded, newer language hosts still say which the project's is.
const startFolder = process.cwd();
const startFolders = [startFolder, process.env["PULUMI_NODEJS_ROOT_DIRECTORY"] ?? startFolder];

let isWithinReach: boolean | undefined;

// One notice is enough for a stack, however many resources it has.
const noticed = new WeakSet<object>();

/**
 * Sees to it that Pulumi's dynamic-provider process, which looks from the project's folder, will find this package. It
 * does not where the package is there only for another one, such as a component library, and the package manager keeps
 * such packages apart, as pnpm does. The engine's own error would be a page of Node.js internals.
 * @throws {pulumi.RunError} that says what to do.
 */
export function requireProviderWithinReach(): void {
  if (isMocked() || (isWithinReach ??= startFolders.some(isFound))) {
    return;
  }
  const problem =
    `Pulumi's dynamic-provider process will not find pulumi-twilio-conversations from ${startFolder}: the package is not ` +
    "in a node_modules folder there or above.";
  if (isInlineProgram()) {
    // Project settings may name another folder, which the program does not learn.
    notice(
      `${problem} If it reports "Cannot find module", start this program in the folder that has the package, or name ` +
        "that folder as `main` in the stack's `projectSettings`.",
    );
    return;
  }
  throw new pulumi.RunError(
    `${problem} Add it to that project's own dependencies (npm install, pnpm add or yarn add ` +
      "pulumi-twilio-conversations), even if another package brings it in. If the program has left its folder with " +
      "process.chdir, load this package before that.",
  );
}

function isFound(folder: string): boolean {
  try {
    // Not this file's own `require`: a bundler would take the call for one of its own.
    createRequire(join(folder, "package.json")).resolve("pulumi-twilio-conversations/dynamic-provider");
    return true;
  } catch {
    return false;
  }
}

function notice(text: string): void {
  const stack = pulumi.runtime.getStackResource();
  if (stack !== undefined && !noticed.has(stack)) {
    noticed.add(stack);
    void pulumi.log.warn(text);
  }
}

/** Whether Pulumi's Automation API runs the program in its own process; else Pulumi's language host started this one. */
function isInlineProgram(): boolean {
  return process.env["PULUMI_NODEJS_MONITOR"] === undefined;
}
