/** Hosts on which a service keeps requests for others to look at: a link is all that it takes. */
export const requestInspectorHosts: Readonly<Record<string, string>> = {
  // https://docs.webhook.site/
  "webhook.site": "Webhook.site",
  // https://requestbin.com/docs/
  "requestbin.com": "RequestBin",
  "requestbin.net": "RequestBin",
  "requestb.in": "RequestBin",
  // https://hookbin.com/
  "hookbin.com": "Hookbin",
  "hookb.in": "Hookbin",
  // https://smee.io/
  "smee.io": "smee.io",
  // https://putsreq.com/
  "putsreq.com": "PutsReq",
  "www.putsreq.com": "PutsReq",
  // https://postb.in/
  "postb.in": "PostBin",
  "www.postb.in": "PostBin",
  // https://ptsv3.com/
  "ptsv2.com": "PTSv3",
  "ptsv3.com": "PTSv3",
  // https://requestinspector.com/
  "requestinspector.com": "Request Inspector",
  // https://typedwebhook.tools/
  "typedwebhook.tools": "TypedWebhook.tools",
  // https://webhook-test.com/
  "webhook-test.com": "Webhook-Test",
  // https://webhook.cool/
  "webhook.cool": "Webhook.cool",
  // https://www.webhookinbox.com/
  "api.webhookinbox.com": "WebhookInbox",
  // https://webhookrelay.com/docs/
  "bin.webhookrelay.com": "Webhook Relay's bin",
  // https://docs.svix.com/play
  "play.svix.com": "Svix Play",
  "api.play.svix.com": "Svix Play",
};

/** Domains below which such services have their hosts. The domain itself is the service's own site. */
export const requestInspectorDomains: Readonly<Record<string, string>> = {
  "webhook.site": "Webhook.site",
  // Of Pipedream's own hosts these are RequestBin's; those of workflows are below m.pipedream.net.
  "x.pipedream.net": "RequestBin by Pipedream",
  "requestbin.net": "RequestBin",
  // https://beeceptor.com/docs/
  "beeceptor.com": "Beeceptor",
  // https://requestcatcher.com/
  "requestcatcher.com": "Request Catcher",
  "webhook.cool": "Webhook.cool",
  // https://docs.projectdiscovery.io/tools/interactsh/running
  "oast.pro": "interactsh",
  "oast.live": "interactsh",
  "oast.site": "interactsh",
  "oast.online": "interactsh",
  "oast.fun": "interactsh",
  "oast.me": "interactsh",
  "interact.sh": "interactsh",
  // https://portswigger.net/burp/documentation/collaborator
  "burpcollaborator.net": "Burp Collaborator",
  "oastify.com": "Burp Collaborator",
};
