// The environment of the quickstart's commands. No I/O.

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * The person's own variables that must not reach the commands: they would lead to another login, stack or account, and
 * the emulator would be looked for behind a proxy.
 *
 * @param {Environment} env
 * @param {boolean} live whether the person's Twilio account is what is read
 * @returns {string[]} their names
 */
export function namesInTheWay(env, live) {
  const names = live ? /^PULUMI_/ : /^(PULUMI_|TWILIO_|(https?|all)_proxy$)/i;
  return Object.keys(env)
    .filter((name) => names.test(name))
    .sort();
}

/**
 * The environment that keeps Pulumi out of the person's own home, login and stacks.
 *
 * @param {string} folder the quickstart's own temporary folder
 * @returns {Record<string, string>}
 */
export function pulumiVariables(folder) {
  return {
    PULUMI_HOME: `${folder}/home`,
    PULUMI_BACKEND_URL: `file://${folder.replaceAll("\\", "/").replace(/^(?=[A-Za-z]:)/, "/")}/state`,
    PULUMI_STACK: "quickstart",
    PULUMI_CONFIG_PASSPHRASE: "quickstart",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // Ten runs of a program whose types are checked in `npm run check`: to check them each time doubles the time.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
  };
}
