export const serviceSid = `IS${"a".repeat(32)}`;
export const accountSid = `AC${"b".repeat(32)}`;
export const subject = `the webhook configuration of service ${serviceSid}`;
export const path = `/v1/Services/${serviceSid}/Configuration/Webhooks`;

/** What the fault servers answer with when nothing is wrong. */
export const configured = {
  account_sid: accountSid,
  chat_service_sid: serviceSid,
  pre_webhook_url: "https://www.example.com/pre",
  post_webhook_url: "https://www.example.com/post",
  filters: ["onMessageAdd", "onMessageRemove"],
  method: "POST",
  url: `https://conversations.twilio.com${path}`,
};
