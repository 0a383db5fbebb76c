import { changeWebhook } from "../change-webhook.mjs";

/** @type {import("./index.mjs").Step} */
export const drift = {
  title: "Somebody changes the webhook",
  about: [
    "Not in this program, but at Twilio (here: at the emulator). The next preview shows the old and the new URL of `chat`,",
    "and what else in the program would follow.",
  ],
  changesTwilio: true,
  run: async (session) => {
    await changeWebhook(session, "https://somebody-else.example.net/after");
    await session.pulumi("preview", "--diff", "--config-file", session.configFile);
  },
};
