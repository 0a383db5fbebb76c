import { changeWebhook } from "../change-webhook.mjs";

const project = "examples/gate-deployment";
const expected = "https://hooks.example.com/after";

/** @type {import("./index.mjs").Step} */
export const gateCloses = {
  title: "A gate closes",
  about: [
    `The program in ${project} releases a backend, and expects the webhook where it was before. Nothing of the backend`,
    "is touched: look at the two URLs, and at what the message says to do.",
  ],
  changesTwilio: true,
  run: async (session) => {
    const { configFile, folder } = session.addProject(project);
    await session.pulumi("stack", "init", "quickstart", "--cwd", folder);
    const set = (/** @type {string} */ key, /** @type {string} */ value) =>
      session.pulumi("config", "set", key, value, "--cwd", project, "--config-file", configFile);
    await set("chatServiceSid", session.chatServiceSid);
    await set("postWebhookUrl", expected);
    await session.pulumiStopped("up", "--yes", "--skip-preview", "--cwd", project, "--config-file", configFile);
  },
};

/** @type {import("./index.mjs").Step} */
export const gateOpens = {
  title: "The gate opens",
  about: ["The webhook is put right again, and the same release goes through."],
  changesTwilio: true,
  run: async (session) => {
    const { configFile } = session.addProject(project);
    await changeWebhook(session, expected);
    for (const command of ["up", "destroy"]) {
      await session.pulumi(command, "--yes", "--skip-preview", "--cwd", project, "--config-file", configFile);
    }
  },
};
