// An engine is asked itself whether it works: a file that is there may be cut short, or built for another machine.
import { spawnSync } from "node:child_process";
import { findIn } from "./find-on-path.mjs";
import { findVersion } from "./version.mjs";

const patience = 60_000;

/**
 * @param {string} pulumi the CLI's file
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined} its version; undefined if it does not run
 */
export function askVersion(pulumi, env) {
  const result = spawnSync(pulumi, ["version"], {
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    encoding: "utf8",
    timeout: patience,
    shell: /\.(cmd|bat)$/i.test(pulumi),
  });
  return result.status === 0 ? findVersion(result.stdout) : undefined;
}

/**
 * @param {string} folder the folder that should hold both programs
 * @param {string} version the version that the CLI must have
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined} what is wrong; undefined if both programs run
 */
export function findFault(folder, version, env) {
  const pulumi = findIn("pulumi", [folder], env);
  const languageHost = findIn("pulumi-language-nodejs", [folder], env);
  if (pulumi === undefined || languageHost === undefined) {
    return `${folder} has no ${pulumi === undefined ? "pulumi" : "pulumi-language-nodejs"}`;
  }
  const found = askVersion(pulumi, env);
  if (found !== version) {
    return `${pulumi} ${found === undefined ? "does not run" : `is version ${found}`}, and ${version} was wanted`;
  }
  // A language host has no version of its own to ask for; it prints its flags, and some releases then exit with 2.
  const help = spawnSync(languageHost, ["--help"], { env, encoding: "utf8", timeout: patience });
  return help.status === 0 || help.status === 2 ? undefined : `${languageHost} does not run`;
}
