/** @type {import("./index.mjs").Step} */
export const preview = {
  title: "Preview",
  about: [
    "The live webhook configuration is known before anything is deployed. Look at the URLs and filters of `chat`, and",
    "at the same values where another resource, `message-handler`, uses them.",
  ],
  run: (session) => session.pulumi("preview", "--diff", "--config-file", session.configFile),
};
