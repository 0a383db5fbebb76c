import { strict as assert } from "node:assert";

/**
 * Changes the webhook at the emulator, behind Pulumi's back, and shows the command that would do the same.
 *
 * @param {import("./session.mjs").Session} session
 * @param {string} postWebhookUrl
 * @returns {Promise<void>}
 */
export async function changeWebhook(session, postWebhookUrl) {
  const { emulator, chatServiceSid } = session;
  assert(emulator);
  const path = `/v1/Services/${chatServiceSid}/Configuration/Webhooks`;
  session.say(
    `\n$ curl -u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN" -d PostWebhookUrl=${postWebhookUrl} "$TWILIO_BASE_URL${path}"`,
  );
  const { accountSid, authToken } = emulator.account;
  const answer = await fetch(`${emulator.baseUrl}${path}`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
    body: new URLSearchParams({ PostWebhookUrl: postWebhookUrl }),
  });
  session.say(await answer.text());
}
