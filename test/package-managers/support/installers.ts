import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { run } from "./run";

const packages = join(__dirname, "..", "..", "..", "node_modules");

let settings: Record<string, string> | undefined;

/** What this machine needs to reach a registry, and which one its npm uses: the others have a default of their own. */
function network(): Record<string, string> {
  if (settings === undefined) {
    const { stdout } = spawnSync("npm", ["config", "get", "registry"], {
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    // What the npm that runs the tests tells its scripts would be taken for settings.
    const machine = Object.entries(process.env).filter(([name]) => !/^(npm|twilio|pulumi)_/i.test(name)) as [
      string,
      string,
    ][];
    settings = {
      ...Object.fromEntries(machine),
      npm_config_registry: stdout.trim(),
      YARN_NPM_REGISTRY_SERVER: stdout.trim().replace(/\/$/, ""),
    };
  }
  return settings;
}

/** A package manager's command in a folder. npm uses the user's own cache; the others keep theirs in the test's folder. */
export type Install = (cwd: string, env: Record<string, string>) => Promise<unknown>;

export const npm =
  (...args: string[]): Install =>
  (cwd, env) =>
    run("npm", [...args, "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"], cwd, {
      ...network(),
      ...env,
    });

export const pnpm =
  (...args: string[]): Install =>
  (cwd, env) =>
    run(process.execPath, [join(packages, "pnpm", "bin", "pnpm.cjs"), ...args, "--ignore-scripts"], cwd, {
      ...network(),
      ...env,
      npm_config_store_dir: join(cwd, "..", "pnpm-store"),
      // Without a lock file, a CI machine would be refused one.
      npm_config_frozen_lockfile: "false",
    });

export const yarnClassic =
  (...args: string[]): Install =>
  (cwd, env) =>
    run(
      process.execPath,
      [join(packages, "yarn", "bin", "yarn.js"), ...args, "--ignore-scripts", "--ignore-engines", "--no-lockfile"],
      cwd,
      {
        ...network(),
        ...env,
        YARN_CACHE_FOLDER: join(cwd, "..", "yarn-cache"),
      },
    );

/** Yarn 4. */
export const yarnBerry =
  (nodeLinker: "node-modules" | "pnp"): Install =>
  (cwd, env) =>
    run(process.execPath, [join(packages, "@yarnpkg", "cli-dist", "bin", "yarn.js"), "install"], cwd, {
      ...network(),
      ...env,
      YARN_NODE_LINKER: nodeLinker,
      YARN_GLOBAL_FOLDER: join(cwd, "..", "yarn-berry"),
      YARN_ENABLE_TELEMETRY: "0",
      YARN_ENABLE_SCRIPTS: "false",
      YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    });
