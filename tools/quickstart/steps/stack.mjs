/** @type {import("./index.mjs").Step} */
export const stack = {
  title: "A stack of its own",
  about: ["It lives in a temporary folder; the program learns from its config which service to read."],
  run: async (session) => {
    await session.pulumi("stack", "init", "quickstart", "--cwd", session.folder);
    await session.pulumi(
      "config",
      "set",
      "chatServiceSid",
      session.chatServiceSid,
      "--config-file",
      session.configFile,
    );
  },
};
