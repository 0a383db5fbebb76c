/** @type {import("./index.mjs").Step} */
export const up = {
  title: "Up",
  about: ["The values are recorded in the stack and exported. Nothing is changed at Twilio: look at the outputs."],
  run: async (session) => {
    await session.pulumi("up", "--yes", "--skip-preview", "--config-file", session.configFile);
    await session.pulumi("stack", "output");
  },
};
