// The services that the emulator has in a benchmark, for this process and for those that are measured.

/** @param {number} index */
exports.serviceSid = (index) => `IS${index.toString(16).padStart(32, "0")}`;

/**
 * @param {number} index
 * @returns what is set at that service's webhook
 */
exports.webhookOf = (index) => ({
  preWebhookUrl: `https://hooks.acme-co.com/twilio/before/${index}`,
  postWebhookUrl: `https://hooks.acme-co.com/twilio/after/${index}`,
  filters: ["onMessageAdd", "onMessageAdded", "onConversationAdd", "onConversationAdded", "onParticipantAdded"],
  method: "POST",
});

/**
 * @param {{ preWebhookUrl: string | null, postWebhookUrl: string | null, filters: string[] | null }} configuration
 * @param {number} index
 * @returns {boolean} whether it is that service's
 */
exports.isRight = ({ preWebhookUrl, postWebhookUrl, filters }, index) => {
  const webhook = exports.webhookOf(index);
  return (
    preWebhookUrl === webhook.preWebhookUrl &&
    postWebhookUrl === webhook.postWebhookUrl &&
    filters?.length === webhook.filters.length
  );
};
