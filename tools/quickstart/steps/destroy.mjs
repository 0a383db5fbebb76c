/** @type {import("./index.mjs").Step} */
export const destroy = {
  title: "Destroy",
  about: ["The stack forgets what it recorded. At Twilio there is nothing to undo."],
  run: (session) => session.pulumi("destroy", "--yes", "--skip-preview", "--config-file", session.configFile),
};
