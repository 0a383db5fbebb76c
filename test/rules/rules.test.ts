// Seven services that nobody has described: the messages are read as a user would.
import { lintServiceWebhookConfiguration } from "../../provider/index";
import { chatServiceSid, service, type Settings } from "./support/settings";

const update = `twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=${chatServiceSid}`;

test.each<[what: string, settings: Settings, lines: readonly string[]]>([
  [
    "A URL with no events",
    { postWebhookUrl: "https://hooks.acme.io/after", method: "POST" },
    [
      "error no-events: filters lists no events, so nothing is delivered to postWebhookUrl",
      "List the events to deliver in filters, such as onMessageAdded for postWebhookUrl or onMessageAdd for preWebhookUrl; or clear the URL if nothing should be delivered",
    ],
  ],
  [
    "A post URL with pre events alone",
    {
      postWebhookUrl: "https://hooks.acme.io/after",
      filters: ["onMessageAdd", "onConversationRemove"],
      method: "POST",
    },
    [
      "error post-url-unused: postWebhookUrl is never called: filters lists pre events only",
      "List the post events that it should get, such as those of the same actions:",
      `${update} --filters=onMessageAdd --filters=onConversationRemove --filters=onMessageAdded --filters=onConversationRemoved`,
      "note events-without-url: filters lists onMessageAdd, onConversationRemove, and preWebhookUrl is not set: pre events go nowhere else",
      "Set preWebhookUrl if someone waits for them, or leave them out",
    ],
  ],
  [
    "A pre URL with post events alone",
    { preWebhookUrl: "https://hooks.acme.io/before", filters: ["onDeliveryUpdated"], method: "POST" },
    [
      "error pre-url-unused: preWebhookUrl is never called: filters lists post events only",
      "List the pre events that it should get, such as onMessageAdd",
      "note events-without-url: filters lists onDeliveryUpdated, and postWebhookUrl is not set: post events go nowhere else",
      "Set postWebhookUrl if someone waits for it, or leave it out",
    ],
  ],
  [
    "A developer's tunnel",
    { postWebhookUrl: "https://a1b2c3.ngrok-free.app/after", filters: ["onMessageAdded"], method: "POST" },
    [
      "warning tunnel-host: postWebhookUrl leads to a1b2c3.ngrok-free.app, a developer's tunnel (ngrok)",
      "Set a URL of a deployed server",
    ],
  ],
  [
    "Plain http with GET",
    { postWebhookUrl: "http://hooks.acme.io/after", filters: ["onMessageAdded"], method: "GET" },
    [
      "error plain-http: postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there:",
      `${update} --post-webhook-url=https://hooks.acme.io/after`,
      "warning get-method: method is GET: what people write travels in URLs, and so into logs",
      "Have the server take POST, then set it:",
      `${update} --method=POST`,
    ],
  ],
  [
    "A request inspector",
    { postWebhookUrl: "https://webhook.site/0b8f", filters: ["onMessageAdded"], method: "POST" },
    [
      "error request-inspector-host: postWebhookUrl leads to webhook.site (Webhook.site), where requests are kept for others to look at",
      "Set a URL of your own server, and delete what the service has kept",
    ],
  ],
  [
    "One that was never configured",
    {},
    [
      "note nothing-configured: the service has no webhook URL, and what the account's configuration delivers for it is not known",
      "Set a URL and its events, if someone waits for what happens in this service",
    ],
  ],
])("%s is found, and what to do about it said", (_what, settings, lines) => {
  const found = lintServiceWebhookConfiguration(service(settings));
  expect(
    found.flatMap(({ severity, rule, message, remediation }) => [
      `${severity} ${rule}: ${message}`,
      ...remediation.split("\n"),
    ]),
  ).toEqual(lines);
});

test("A service's SID that is secret is not in a remedy's command", () => {
  const found = lintServiceWebhookConfiguration({
    ...service({ postWebhookUrl: "https://hooks.acme.io/", filters: ["onMessageAdded"], method: "GET" }),
    chatServiceSid: "[secret]",
  });
  expect(found[0]?.remediation).toContain('--chat-service-sid="$CHAT_SERVICE_SID" --method=POST');
});

test("The URL in a remedy's command is a word that no shell interprets, and a port of its own is not guessed at", () => {
  const remedyOf = (postWebhookUrl: string) =>
    lintServiceWebhookConfiguration(service({ postWebhookUrl, filters: ["onMessageAdded"] }))[0]?.remediation;
  expect(remedyOf("http://hooks.acme.io/$(x)")).toContain("--post-webhook-url='https://hooks.acme.io/$(x)'");
  expect(remedyOf("http://hooks.acme.io:8080/")).toBe("Set the URL with https, once its server answers there");
  expect(remedyOf("http://hooks.acme.io/?token=1")).toBe("Set the URL with https, once its server answers there");
});
