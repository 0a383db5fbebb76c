// What the rules of URLs say of what they find. What they find: checks.test.ts.
import { said, type Case } from "./support/said";
import { both, post } from "./support/settings";

const cases: readonly Case[] = [
  [
    "unreachable-host",
    post("https://localhost/x"),
    [
      "postWebhookUrl leads to localhost, which Twilio cannot reach: it is a name below .localhost, which is in no public DNS",
      "Set a URL whose host can be reached from the internet",
    ],
  ],
  [
    "unreachable-host",
    post("https://user:hunter2@localhost/x"),
    [
      "postWebhookUrl leads to a host that Twilio cannot reach",
      "Set a URL whose host can be reached from the internet",
    ],
  ],
  [
    "request-inspector-host",
    post("https://webhook.site/x"),
    [
      "postWebhookUrl leads to webhook.site (Webhook.site), where requests are kept for others to look at",
      "Set a URL of your own server, and delete what the service has kept",
    ],
  ],
  [
    "request-inspector-host",
    post("https://user:hunter2@webhook.site/x"),
    [
      "postWebhookUrl leads to a host where requests are kept for others to look at",
      "Set a URL of your own server, and delete what the service has kept",
    ],
  ],
  [
    "tunnel-host",
    post("https://a.ngrok.io/x"),
    ["postWebhookUrl leads to a.ngrok.io, a developer's tunnel (ngrok)", "Set a URL of a deployed server"],
  ],
  [
    "tunnel-host",
    post("https://user:hunter2@a.ngrok.io/x"),
    ["postWebhookUrl leads through a developer's tunnel", "Set a URL of a deployed server"],
  ],
  [
    "placeholder-host",
    post("https://example.com/x"),
    ["postWebhookUrl leads to example.com, a host that is reserved for documents", "Set the URL of your server"],
  ],
  [
    "placeholder-host",
    post("https://user:hunter2@example.com/x"),
    ["postWebhookUrl leads to a host that is reserved for documents", "Set the URL of your server"],
  ],
  [
    "credential-in-url",
    post("https://user:hunter2@acme.io/x"),
    [
      "postWebhookUrl carries a credential: a user name, a password or a parameter whose name says secret",
      "Have the server check the header X-Twilio-Signature, then set the URL without the credential and revoke it",
    ],
  ],
  [
    "ambiguous-url",
    post("hooks.acme.io/x"),
    [
      "postWebhookUrl is not an absolute http or https URL",
      "Set an absolute https URL with a host in its usual notation, and with percent-encoding for what is not plain ASCII",
    ],
  ],
  [
    "ambiguous-url",
    post("https://hooks.acme.io\\@acme.io/"),
    [
      "postWebhookUrl has a backslash, which some HTTP clients take for a slash",
      "Set an absolute https URL with a host in its usual notation, and with percent-encoding for what is not plain ASCII",
    ],
  ],
  [
    "tunnel-host",
    post("https:\\\\a.ngrok.io.\\x"),
    ["postWebhookUrl leads to a.ngrok.io, a developer's tunnel (ngrok)", "Set a URL of a deployed server"],
  ],
  [
    "plain-http",
    post("http://hooks.acme.io"),
    [
      "postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there:",
      " --post-webhook-url=https://hooks.acme.io",
    ],
  ],
  [
    "plain-http",
    post("http://hooks.acme.io:8080"),
    [
      "postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there",
    ],
  ],
  [
    "plain-http",
    post("http://hooks.acme.io:8080/x"),
    [
      "postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there",
    ],
  ],
  [
    "plain-http",
    post("http://hooks.acme.io/x:80/"),
    [
      "postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there:",
      " --post-webhook-url=https://hooks.acme.io/x:80/",
    ],
  ],
  [
    "plain-http",
    post("http://hooks.acme.io/http://a:80/"),
    [
      "postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there:",
      " --post-webhook-url=https://hooks.acme.io/http://a:80/",
    ],
  ],
  [
    "plain-http",
    post("http:\\\\hooks.acme.io/"),
    [
      "postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there",
    ],
  ],
  [
    "plain-http",
    { preWebhookUrl: "http://hooks.acme.io/", filters: both },
    [
      "preWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there:",
      " --pre-webhook-url=https://hooks.acme.io/",
    ],
  ],
  [
    "plain-http",
    post("http://user:hunter2@hooks.acme.io/"),
    [
      "postWebhookUrl uses plain http: conversations travel to it in the clear",
      "Set the URL with https, once its server answers there",
    ],
  ],
];

test.each(cases.map(([id, settings, expected, more = {}]) => [id, settings, expected, more] as const))(
  "%s says in plain words what it finds in %j, and what to do about it",
  (id, settings, expected, more) => {
    expect(said(id, settings, more)).toEqual(expected);
  },
);
