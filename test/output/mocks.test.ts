import * as pulumi from "@pulumi/pulumi";
import * as twilio from "../../provider/index";
import { exampleServiceSid as sid, outputValue, webhookConfiguration } from "../../provider/testing";

const calls: pulumi.runtime.MockCallArgs[] = [];
const resources: pulumi.runtime.MockResourceArgs[] = [];
const live = webhookConfiguration({ postWebhookUrl: "https://hooks.example.com/post", method: "POST" });

beforeEach(async () => {
  calls.length = 0;
  resources.length = 0;
  await pulumi.runtime.setMocks({
    call: (args) => {
      calls.push(args);
      return live;
    },
    newResource: (args) => {
      resources.push(args);
      return { id: args.id ?? `${args.name}-id`, state: args.inputs };
    },
  });
});

test("Under mocks, both forms of the function are answered by the user's own mocks.call, under the function's token", async () => {
  const token = "twilio-conversations:index:getServiceWebhookConfiguration";
  expect(await twilio.getServiceWebhookConfiguration({ chatServiceSid: sid })).toEqual(live);
  expect(
    await outputValue(
      twilio.getServiceWebhookConfigurationOutput({ chatServiceSid: pulumi.output(sid), account: "eu" }),
    ),
  ).toEqual(live);
  expect(calls).toMatchObject([
    { token, inputs: { chatServiceSid: sid } },
    { token, inputs: { chatServiceSid: sid, account: "eu" } },
  ]);
});

test("Under mocks, the resource takes its values from mocks.call and is registered through mocks.newResource", async () => {
  const chat = new twilio.ServiceWebhookConfiguration("chat", { chatServiceSid: sid });
  expect(await outputValue(chat.postWebhookUrl)).toBe("https://hooks.example.com/post");
  expect(await outputValue(chat.preWebhookUrl)).toBeNull();
  expect(await outputValue(chat.chatServiceSid)).toBe(sid);
  expect(resources).toMatchObject([
    { name: "chat", type: "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration" },
  ]);
  expect(Object.keys(resources[0]?.inputs ?? {}).filter((key) => key.startsWith("__"))).toEqual(["__provider"]);
});

test("Under mocks, a violation rejects the resource's outputs, since the provider's check does not run there", async () => {
  const expectation = { postWebhookUrl: "https://other.example.com" };
  const chat = new twilio.ServiceWebhookConfiguration("chat", { chatServiceSid: sid, expect: expectation });
  await outputValue(chat.urn);
  for (const output of [chat.postWebhookUrl, chat.method, chat.chatServiceSid]) {
    await expect(outputValue<unknown>(output)).rejects.toThrow(
      `the webhook configuration of service ${sid} is not as expected`,
    );
  }
});

test("Under mocks, get is answered by mocks.newResource alone", async () => {
  const chat = twilio.ServiceWebhookConfiguration.get("chat", sid);
  expect(await outputValue(chat.id)).toBe(sid);
  expect(calls).toEqual([]);
  expect(resources).toMatchObject([{ name: "chat", id: sid }]);
});

test("Under mocks, a gate holds what its services are", async () => {
  const gate = new twilio.WebhookGate("gate", {
    services: { chat: { chatServiceSid: sid, expect: { method: "POST" } } },
  });
  const { chat } = gate.services;
  expect(twilio.ServiceWebhookConfiguration.isInstance(chat)).toBe(true);
  expect(twilio.ServiceWebhookConfiguration.isInstance(gate)).toBe(false);
  expect(chat && (await outputValue(chat.method))).toBe("POST");
});
