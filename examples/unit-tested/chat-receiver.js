const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");

/** What receives a Conversations service's post-event webhook needs: the host that Twilio calls, and a queue an event. */
class ChatReceiver extends pulumi.ComponentResource {
  constructor(name, { chatServiceSid, domain }, options) {
    super("example:index:ChatReceiver", name, {}, options);
    const expect = { postWebhookUrl: { protocol: "https", host: `*.${domain}` } };
    const webhook = new ServiceWebhookConfiguration(`${name}-webhook`, { chatServiceSid, expect }, { parent: this });
    this.host = webhook.postWebhookUrl.apply((url) => new URL(url).host);
    // Null: nobody has chosen events, so there is nothing to receive yet.
    this.queues = webhook.filters.apply((events) => (events ?? []).map((event) => `${name}-${event}`));
    this.registerOutputs({});
  }
}

exports.ChatReceiver = ChatReceiver;
