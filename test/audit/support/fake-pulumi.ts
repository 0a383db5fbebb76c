import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { folderWith } from "./folder";

/** What a Pulumi CLI answers about one stack, whichever is asked for. */
export interface FakeStack {
  readonly state: object;
  readonly config?: object;
}

/** A folder for an audit, of the project "shop", with a `pulumi` of its own on the PATH, and the variables for that. */
export function projectWithFakePulumi({ state, config = {} }: FakeStack): {
  readonly workDir: string;
  readonly environment: Readonly<Record<string, string>>;
} {
  const workDir = folderWith({
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
    "state.json": state,
    "config.json": config,
  });
  const script = `#!/bin/sh\ncase "$1" in config) cat '${workDir}/config.json' ;; *) cat '${workDir}/state.json' ;; esac\n`;
  writeFileSync(join(workDir, "pulumi"), script);
  chmodSync(join(workDir, "pulumi"), 0o755);
  return { workDir, environment: { PATH: [workDir, process.env["PATH"]].join(delimiter) } };
}
