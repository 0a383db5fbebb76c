// What the rules of events and methods say of what they find. What they find: checks.test.ts.
import { said, type Case } from "./support/said";
import { both, post, url, type Settings } from "./support/settings";

const listed = (...filters: string[]): Settings => ({ postWebhookUrl: url, filters });
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `onSomething${index}`);

const correct = "Correct the names in filters, or leave them out. If an event is new at Twilio, switch this rule off";

const cases: readonly Case[] = [
  [
    "no-events",
    { preWebhookUrl: url, postWebhookUrl: url, filters: [] },
    [
      "filters lists no events, so nothing is delivered to preWebhookUrl or postWebhookUrl",
      "List the events to deliver in filters, such as onMessageAdded for postWebhookUrl or onMessageAdd for preWebhookUrl; or clear the URL if nothing should be delivered",
    ],
  ],
  [
    "nothing-configured",
    {},
    [
      "the service has no webhook URL, and what the account's configuration delivers for it is not known",
      "Set a URL and its events, if someone waits for what happens in this service",
    ],
  ],
  [
    "nothing-configured",
    {},
    [
      "the service has no webhook URL, and the account's configuration delivers nothing for it either",
      "Set a URL and its events, if someone waits for what happens in this service",
    ],
    { account: {} },
  ],
  [
    "events-without-url",
    { postWebhookUrl: url, filters: both },
    [
      "filters lists onMessageAdd, and preWebhookUrl is not set: pre events go nowhere else",
      "Set preWebhookUrl if someone waits for it, or leave it out:",
      " --filters=onMessageAdded",
    ],
  ],
  [
    "events-without-url",
    { preWebhookUrl: url, filters: both },
    [
      "filters lists onMessageAdded, and postWebhookUrl is not set: post events go nowhere else",
      "Set postWebhookUrl if someone waits for it, or leave it out:",
      " --filters=onMessageAdd",
    ],
  ],
  [
    "events-without-url",
    listed("onMessageAdd", "onSomethingNew"),
    [
      "filters lists onMessageAdd, and preWebhookUrl is not set: pre events go nowhere else",
      "Set preWebhookUrl if someone waits for it, or leave it out:",
      " --filters=onSomethingNew",
    ],
  ],
  [
    "events-without-url",
    listed("onMessageAdd"),
    [
      "filters lists an event that is secret, and preWebhookUrl is not set: pre events go nowhere else",
      "Set preWebhookUrl if someone waits for it, or leave it out",
    ],
    { secretProperties: ["filters"] },
  ],
  [
    "shadowed-account",
    post(url),
    [
      "the service's own settings replace the account's, and do not deliver onMessageRemoved, which the account's list",
      "Deliver them by the service's settings too, if someone waits for them:",
      " --filters=onMessageAdded --filters=onMessageRemoved",
    ],
    { account: listed("onMessageAdded", "onMessageRemoved") },
  ],
  [
    "shadowed-account",
    post(url),
    [
      "the service's own settings replace the account's, and do not deliver onMessageAdd, onMessageRemoved, which the account's list",
      "Deliver them by the service's settings too, if someone waits for them",
    ],
    { account: { preWebhookUrl: url, ...listed("onMessageAdd", "onMessageRemoved") } },
  ],
  [
    "shadowed-account",
    listed("onMessageAdded", ...numbered(40)),
    [
      "the service's own settings replace the account's, and do not deliver onMessageRemoved, which the account's list",
      "Deliver them by the service's settings too, if someone waits for them:",
      ` --filters=onMessageAdded --filters=${numbered(40).join(" --filters=")} --filters=onMessageRemoved`,
    ],
    { account: listed("onMessageAdded", "onMessageRemoved") },
  ],
  [
    "unknown-event",
    listed("onMessagAdded"),
    [
      "filters lists onMessagAdded, which is not a documented event; did you mean onMessageAdded?",
      "List the events by their documented names:",
      " --filters=onMessageAdded",
    ],
  ],
  [
    "unknown-event",
    listed("onMessagAdded", "onMesageRemoved", "onMessageUpdated"),
    [
      "filters lists onMessagAdded, onMesageRemoved, which are not documented events; did you mean onMessageAdded by onMessagAdded?; did you mean onMessageRemoved by onMesageRemoved?",
      "List the events by their documented names:",
      " --filters=onMessageAdded --filters=onMessageRemoved --filters=onMessageUpdated",
    ],
  ],
  [
    "unknown-event",
    listed("onMessageAdded", "onUserAdded"),
    [
      "filters lists onUserAdded, which is not a documented event; onUserAdded is one of the account's configuration only",
      correct,
    ],
  ],
  [
    "unknown-event",
    listed("onSomethingNew", "onUserAdded"),
    [
      "filters lists onSomethingNew, onUserAdded, which are not documented events; onUserAdded is one of the account's configuration only",
      correct,
    ],
  ],
  [
    "unknown-event",
    listed("onMessageAdded", "on Message"),
    ['filters lists "on Message", which is not a documented event; did you mean onMessageAdd?', correct],
  ],
  [
    "unknown-event",
    listed("-onMessageAdded"),
    [
      'filters lists "-onMessageAdded", which is not a documented event; did you mean onMessageAdded?',
      "List the events by their documented names:",
      " --filters=onMessageAdded",
    ],
  ],
  [
    "unknown-event",
    listed("onMessageAdded!"),
    [
      'filters lists "onMessageAdded!", which is not a documented event; did you mean onMessageAdded?',
      "List the events by their documented names:",
      " --filters=onMessageAdded",
    ],
  ],
  [
    "unknown-event",
    listed("onMessageAdde\0"),
    [
      'filters lists "onMessageAdde\\u0000", which is not a documented event; did you mean onMessageAdded?',
      "List the events by their documented names:",
      " --filters=onMessageAdded",
    ],
  ],
  [
    "unknown-event",
    listed("onConversation"),
    ["filters lists onConversation, which is not a documented event; did you mean onConversationUpdated?", correct],
  ],
  [
    "unknown-event",
    listed("x".repeat(60), "y".repeat(61), "z".repeat(300), "w".repeat(301)),
    [
      `filters lists ${"x".repeat(60)}, "${"y".repeat(61)}", "${"z".repeat(300)}", "${"w".repeat(300)}... (301 characters)", which are not documented events`,
      correct,
    ],
  ],
  [
    "unknown-event",
    listed(...numbered(30)),
    [`filters lists ${numbered(30).join(", ")}, which are not documented events`, correct],
  ],
  [
    "unknown-event",
    listed(...numbered(32)),
    [`filters lists ${numbered(30).join(", ")}, 2 more, which are not documented events`, correct],
  ],
  [
    "unknown-event",
    listed(...Array.from({ length: 10 }, (_, index) => "onMessagAdded" + "d".repeat(index % 2))),
    [
      "filters lists onMessagAdded, onMessagAddedd, which are not documented events; did you mean onMessageAdded by onMessagAdded?; did you mean onMessageAdded by onMessagAddedd?",
      "List the events by their documented names:",
      " --filters=onMessageAdded",
    ],
  ],
  [
    "unknown-event",
    listed(...Array.from({ length: 11 }, () => "onMessagAdded")),
    [
      "filters lists onMessagAdded, which is not a documented event; did you mean onMessageAdded?",
      "List the events by their documented names:",
      " --filters=onMessageAdded",
    ],
  ],
  [
    "unknown-event",
    listed("onMessagAdded"),
    [
      "filters lists an event that is secret, which is not a documented event",
      "List the events by their documented names",
    ],
    { secretProperties: ["filters"] },
  ],
  [
    "unknown-event",
    listed("onOther", "onAnother"),
    ["filters lists 2 events that are secret, which are not documented events", correct],
    { secretProperties: ["filters"] },
  ],
  [
    "pre-url-unused",
    { preWebhookUrl: url, filters: ["onMessageAdded"] },
    [
      "preWebhookUrl is never called: filters lists post events only",
      "List the pre events that it should get, such as those of the same actions:",
      " --filters=onMessageAdded --filters=onMessageAdd",
    ],
  ],
  [
    "pre-url-unused",
    { preWebhookUrl: url, filters: ["onDeliveryUpdated"] },
    [
      "preWebhookUrl is never called: filters lists post events only",
      "List the pre events that it should get, such as onMessageAdd",
    ],
  ],
  [
    "pre-url-unused",
    { preWebhookUrl: url, postWebhookUrl: url, filters: ["onMessageRemoved"] },
    [
      "preWebhookUrl is never called: filters lists post events only",
      "List the pre events that it should get, such as onMessageAdd; or, if it should get none, clear the URL:",
      " --pre-webhook-url=",
    ],
  ],
  [
    "post-url-unused",
    listed("onMessageAdd"),
    [
      "postWebhookUrl is never called: filters lists pre events only",
      "List the post events that it should get, such as those of the same actions:",
      " --filters=onMessageAdd --filters=onMessageAdded",
    ],
  ],
  [
    "post-url-unused",
    listed("onMessageAdd"),
    [
      "postWebhookUrl is never called: filters lists pre events only",
      "List the post events that it should get, such as onMessageAdded",
    ],
    { secretProperties: ["filters"] },
  ],
  [
    "post-url-unused",
    { preWebhookUrl: url, postWebhookUrl: url, filters: ["onMessageRemove"] },
    [
      "postWebhookUrl is never called: filters lists pre events only",
      "List the post events that it should get, such as onMessageAdded; or, if it should get none, clear the URL:",
      " --post-webhook-url=",
    ],
  ],
];

test.each(cases.map(([id, settings, expected, more = {}]) => [id, settings, expected, more] as const))(
  "%s says in plain words what it finds in %j, and what to do about it",
  (id, settings, expected, more) => {
    expect(said(id, settings, more)).toEqual(expected);
  },
);

test("A remedy too long to be copied has no command", () => {
  const remediationFor = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => String(index).padStart(64, "x"));
    return said("events-without-url", listed(...names, "onMessageAdd")).slice(1);
  };
  expect(remediationFor(128)).toEqual([
    "Set preWebhookUrl if someone waits for it, or leave it out:",
    expect.stringContaining("x127"),
  ]);
  expect(remediationFor(129)).toEqual(["Set preWebhookUrl if someone waits for it, or leave it out"]);
});

test.each(["on\0Message", "on\ud800Message"])(
  "A remedy has no command with what no command line can hold: %j",
  (event) => {
    expect(said("events-without-url", listed(event, "onMessageAdd")).slice(1)).toEqual([
      "Set preWebhookUrl if someone waits for it, or leave it out",
    ]);
  },
);
