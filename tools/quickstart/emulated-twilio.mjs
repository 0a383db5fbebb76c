import { createRequire } from "node:module";

/**
 * Starts the package's emulator with one service whose webhook is configured.
 *
 * @returns {Promise<{ emulator: import("./session.mjs").TwilioEmulator, chatServiceSid: string }>}
 */
export async function startEmulatedTwilio() {
  // Loaded only now: the package has to be built first.
  const { startEmulator, exampleServiceSid } = createRequire(import.meta.url)("pulumi-twilio-conversations/testing");
  const emulator = await startEmulator();
  emulator.addService({
    sid: exampleServiceSid,
    friendlyName: "Customer care",
    webhook: {
      preWebhookUrl: "https://hooks.example.com/before",
      postWebhookUrl: "https://hooks.example.com/after",
      filters: ["onMessageAdd", "onMessageAdded", "onConversationStateUpdated"],
      method: "POST",
    },
  });
  return { emulator, chatServiceSid: exampleServiceSid };
}
