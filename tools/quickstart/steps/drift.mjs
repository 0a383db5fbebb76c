import { strict as assert } from "node:assert";

/** The webhook as somebody changes it behind Pulumi's back. */
const change = { PostWebhookUrl: "https://somebody-else.example.net/after" };

/** @type {import("./index.mjs").Step} */
export const drift = {
  title: "Somebody changes the webhook",
  about: [
    "Not in this program, but at Twilio (here: at the emulator). The next preview shows the old and the new URL of",
    "`chat`, and what else in the program would follow.",
  ],
  changesTwilio: true,
  run: async (session) => {
    const { emulator, chatServiceSid } = session;
    assert(emulator);
    const path = `/v1/Services/${chatServiceSid}/Configuration/Webhooks`;
    const [form] = Object.entries(change).map(([name, value]) => `${name}=${value}`);
    session.say(`\n$ curl -u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN" -d ${form} "$TWILIO_BASE_URL${path}"`);
    const { accountSid, authToken } = emulator.account;
    const answer = await fetch(`${emulator.baseUrl}${path}`, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
      body: new URLSearchParams(change),
    });
    session.say(await answer.text());
    await session.pulumi("preview", "--diff", "--config-file", session.configFile);
  },
};
