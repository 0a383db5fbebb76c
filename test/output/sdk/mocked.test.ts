import * as pulumi from "@pulumi/pulumi";
import * as twilio from "../../../provider/index";
import { exampleServiceSid as sid, outputValue, webhookConfiguration } from "../../../provider/testing";

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
  const expected = { method: "POST" } as const;
  const chat = new twilio.ServiceWebhookConfiguration("chat", { chatServiceSid: sid, expect: expected });
  expect(await outputValue(chat.postWebhookUrl)).toBe("https://hooks.example.com/post");
  expect(await outputValue(chat.preWebhookUrl)).toBeNull();
  expect(await outputValue(chat.chatServiceSid)).toBe(sid);
  expect(resources).toMatchObject([
    { name: "chat", type: "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration" },
  ]);
  expect(calls.map(({ inputs }) => inputs as unknown)).toEqual([{ chatServiceSid: sid }]);
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

test.each<[string, pulumi.Input<string>, string]>([
  ["is named beside its service", "eu", ' of the account "eu" is not as expected'],
  ["that is an output, too", pulumi.output("eu"), ' of the account "eu" is not as expected'],
  ["that is secret is not", pulumi.secret("eu"), `${sid} is not as expected`],
])("In a violation, an account %s", async (_case, account, message) => {
  const chat = new twilio.ServiceWebhookConfiguration("chat", {
    chatServiceSid: sid,
    account,
    expect: { method: "GET" },
  });
  await expect(outputValue(chat.method)).rejects.toThrow(message);
});

test("Under mocks, a finding of the rules that a program asks for rejects the resource's outputs, and a warning does not", async () => {
  const chat = new twilio.ServiceWebhookConfiguration("chat", { chatServiceSid: sid, rules: "recommended" });
  await expect(outputValue(chat.method)).rejects.toThrow("is wrong by the rules (1 finding):\n  - no-events: ");
  const warned = jest.spyOn(console, "warn").mockImplementation();
  const gate = new twilio.WebhookGate("gate", {
    services: { chat: { chatServiceSid: sid }, other: { chatServiceSid: sid, rules: { "no-events": "error" } } },
    rules: { "no-events": "warning" },
  });
  const { chat: open, other: stopped } = gate.services;
  expect(await outputValue(open?.method as pulumi.Output<string>)).toBe("POST");
  expect(warned.mock.calls.join()).toContain("no-events");
  warned.mockRestore();
  await expect(outputValue(stopped?.method as pulumi.Output<string>)).rejects.toThrow("no-events");
  expect(resources.filter(({ name }) => name.startsWith("gate-"))).toMatchObject([
    { inputs: { rules: { "no-events": "warning" } } },
    { inputs: { rules: { "no-events": "error" } } },
  ]);
});

test("Under mocks, mocks.call answers for the account too, once for all gates that need it and for no other", async () => {
  const bare = webhookConfiguration({ chatServiceSid: sid });
  const tokens: string[] = [];
  await pulumi.runtime.setMocks({
    call: ({ token }) => {
      tokens.push(token);
      return token.endsWith(":getWebhookConfiguration")
        ? { ...live, filters: ["onMessageAdded"], target: "webhook" }
        : bare;
    },
    newResource: (args) => ({ id: args.name, state: args.inputs }),
  });
  await pulumi.runtime.runInPulumiStack(async () => {
    const make = (name: string, args: object) =>
      new twilio.ServiceWebhookConfiguration(name, { chatServiceSid: sid, ...args });
    const open = [
      make("one", { expect: { delivers: ["onMessageAdded"] } }),
      make("two", { rules: { "nothing-configured": "error" } }),
    ];
    const closed = make("three", { expect: { delivers: ["onMessageRemoved"] } });
    make("four", { expect: { delivers: ["onMessageRemoved"] }, enforcement: "disabled" });
    make("five", { expect: { preWebhookUrl: null }, rules: "recommended" });
    for (const gate of open) {
      expect(await outputValue(gate.chatServiceSid)).toBe(sid);
    }
    await expect(outputValue(closed.chatServiceSid)).rejects.toThrow("the account's filters do not list it");
  });
  expect(tokens.filter((token) => token.endsWith(":getWebhookConfiguration"))).toHaveLength(1);
});

test("A service that depends on its account's settings does not pass if they cannot be read, however it is enforced", async () => {
  await pulumi.runtime.setMocks({
    call: ({ token }) => {
      if (token.endsWith(":getWebhookConfiguration")) {
        throw new Error("the mock says no");
      }
      return webhookConfiguration({ chatServiceSid: sid });
    },
    newResource: (args) => ({ id: args.name, state: args.inputs }),
  });
  const expectation = { delivers: ["onMessageAdded"] };
  const chat = new twilio.ServiceWebhookConfiguration("chat", {
    chatServiceSid: sid,
    expect: expectation,
    enforcement: "advisory",
  });
  await expect(outputValue(chat.chatServiceSid)).rejects.toThrow(
    `service ${sid} could not be judged: that takes its account's webhook configuration too, and reading it failed: `,
  );
});

test.each<[rules: unknown, message: string]>([
  [undefined, "rules is undefined: give it a value, or leave the key out"],
  [pulumi.output(undefined), "rules is undefined"],
  [{ "no-event": "off" }, 'rules.no-event is not a rule; did you mean "no-events"?'],
  [pulumi.secret({ "no-events": "opensesame" }), "it is secret, so no more is said of it"],
  [pulumi.output(pulumi.unknown), "rules is not known in the update"],
  [{ "plain-http": pulumi.output(pulumi.unknown), "no-events": "off" }, "rules.plain-http is not known in the update"],
])("Rules that are not valid, or not known in an update, let nothing pass: %p", async (rules, message) => {
  const args = { chatServiceSid: sid, rules: rules as twilio.RuleSettings };
  const chat = new twilio.ServiceWebhookConfiguration("chat", args);
  await expect(outputValue(chat.method)).rejects.toThrow(message);
});

test("Under mocks, an error of the user's own mocks.call rejects each output, and says so, whether plain or an output is given", async () => {
  await pulumi.runtime.setMocks({
    call: () => {
      throw new Error("the mock says no");
    },
    newResource: (args) => ({ id: "1", state: args.inputs }),
  });
  for (const chatServiceSid of [sid, pulumi.output(sid)]) {
    const chat = new twilio.ServiceWebhookConfiguration("chat", { chatServiceSid });
    await outputValue(chat.urn);
    await expect(outputValue(chat.postWebhookUrl)).rejects.toThrow("mocks.call threw an error for twilio-conv");
  }
});

test("An enforcement level that stays unknown in an update lets nothing pass", async () => {
  const chat = new twilio.ServiceWebhookConfiguration("chat", {
    chatServiceSid: sid,
    expect: { method: "GET" },
    enforcement: pulumi.output(pulumi.unknown) as pulumi.Output<twilio.Enforcement>,
  });
  await outputValue(chat.urn);
  await expect(outputValue(chat.method)).rejects.toThrow("is not as expected");
});

test("What is expected beside the option id, where nothing would be judged by it, is an error", () => {
  const args = { chatServiceSid: sid, expect: { method: "POST" } } as const;
  expect(() => new twilio.ServiceWebhookConfiguration("chat", args, { id: sid })).toThrow("expect is for a");
  const { expect: _expect, ...unexpected } = args;
  expect(
    () => new twilio.ServiceWebhookConfiguration("chat", { ...unexpected, enforcement: "advisory" }, { id: sid }),
  ).toThrow("enforcement is for a");
  expect(() => new twilio.ServiceWebhookConfiguration("chat", unexpected, { import: sid })).toThrow("be imported");
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
