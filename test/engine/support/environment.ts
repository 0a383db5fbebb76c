import { delimiter, dirname } from "node:path";

/** What a program needs of the machine. All else (TWILIO_*, PULUMI_*, proxies, NODE_OPTIONS) stays out. */
const passedOn = ["PATH", "HOME", "LANG", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SystemRoot", "ComSpec", "PATHEXT"];

/** The environment of every command of one project: the same on a developer's machine as in CI. */
export function engineEnvironment(engineFolders: readonly string[], folder: string): Record<string, string> {
  const machine = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(machine),
    // First of all this very Node.js, which the language host starts by name.
    PATH: [dirname(process.execPath), ...engineFolders, process.env["PATH"]].join(delimiter),
    // An engine that is ended early leaves temporary files behind.
    TMPDIR: `${folder}/tmp`,
    TEMP: `${folder}/tmp`,
    TMP: `${folder}/tmp`,
    PULUMI_HOME: `${folder}/home`,
    PULUMI_BACKEND_URL: `file://${folder.replaceAll("\\", "/")}/state`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    // For the stacks without a passphrase; see tools/test-run/key-service.mjs.
    ...(JSON.parse(process.env["KEY_SERVICE"] ?? "{}") as Record<string, string>),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // The types of programs are checked by the tests of the documents and examples, once.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
  };
}
