const pulumi = require("@pulumi/pulumi");
const { exampleServiceSid, outputValue, webhookConfiguration } = require("pulumi-twilio-conversations/testing");
const { ChatReceiver } = require("./chat-receiver");

let live;
let calls;
let resources;

beforeEach(async () => {
  calls = [];
  resources = [];
  await pulumi.runtime.setMocks({
    call: ({ token, inputs }) => {
      calls.push({ token, inputs });
      return live;
    },
    newResource: ({ type, name, inputs }) => {
      resources.push({ type, name, inputs });
      return { id: `${name}-id`, state: inputs };
    },
  });
});

const receiver = () => new ChatReceiver("chat", { chatServiceSid: exampleServiceSid, domain: "example.com" });

test("It listens on the host that Twilio calls, with a queue for each event", async () => {
  live = webhookConfiguration({
    postWebhookUrl: "https://hooks.example.com/post",
    filters: ["onMessageAdded", "onConversationAdded"],
  });
  const { host, queues } = receiver();
  expect(await outputValue(host)).toBe("hooks.example.com");
  expect(await outputValue(queues)).toEqual(["chat-onMessageAdded", "chat-onConversationAdded"]);
  expect(calls).toEqual([
    {
      token: "twilio-conversations:index:getServiceWebhookConfiguration",
      inputs: { chatServiceSid: exampleServiceSid },
    },
  ]);
  expect(resources.map(({ name }) => name)).toContain("chat-webhook");
});

test("It has no queues while nobody has chosen events", async () => {
  live = webhookConfiguration({ postWebhookUrl: "https://hooks.example.com/post", filters: null });
  expect(await outputValue(receiver().queues)).toEqual([]);
});

// Where the webhook is not as expected, its outputs reject, and so does all that is made of them: each is awaited here. A
// resource that took one as an input would reject too, so the component has none, and the program passes its outputs on.
test("It has nothing to offer for a webhook that leads elsewhere, or nowhere", async () => {
  for (const postWebhookUrl of ["https://hooks.example.net/post", null]) {
    live = webhookConfiguration({ postWebhookUrl });
    const { host, queues } = receiver();
    await Promise.all(
      [host, queues].map((output) => expect(outputValue(output)).rejects.toThrow("is not as expected")),
    );
  }
});
