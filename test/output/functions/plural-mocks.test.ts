import * as pulumi from "@pulumi/pulumi";
import * as twilio from "../../../provider/index";
import {
  exampleAccountSid,
  exampleServiceSid as sid,
  outputValue,
  webhookConfiguration,
} from "../../../provider/testing";

const calls: pulumi.runtime.MockCallArgs[] = [];
const reading = { chatServiceSid: sid, friendlyName: null, configuration: webhookConfiguration(), error: null };
const answers: Record<string, object> = {
  "twilio-conversations:index:getServiceWebhookConfigurations": { services: [reading] },
  "twilio-conversations:index:getWebhookConfiguration": {
    accountSid: exampleAccountSid,
    preWebhookUrl: null,
    postWebhookUrl: null,
    filters: null,
    method: null,
    url: null,
    target: "flex",
  },
};

beforeEach(async () => {
  calls.length = 0;
  await pulumi.runtime.setMocks({
    call: (args) => {
      calls.push(args);
      return answers[args.token] ?? {};
    },
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
  });
});

test("Under mocks, the reads of many services and of the account are answered by the user's own mocks.call", async () => {
  expect(await twilio.getServiceWebhookConfigurations({ chatServiceSids: [sid] })).toEqual({ services: [reading] });
  const output = twilio.getServiceWebhookConfigurationsOutput({ chatServiceSids: [pulumi.output(sid)], account: "eu" });
  expect(await outputValue(output)).toEqual({ services: [reading] });
  expect(await twilio.getServiceWebhookConfigurations()).toEqual({ services: [reading] });
  expect(await twilio.getWebhookConfiguration({ account: "eu" })).toEqual(
    answers["twilio-conversations:index:getWebhookConfiguration"],
  );
  expect(await outputValue(twilio.getWebhookConfigurationOutput().target)).toBe("flex");
  const [plural, single] = Object.keys(answers);
  expect(calls.map(({ token, inputs }) => [token, inputs])).toEqual([
    [plural, { chatServiceSids: [sid] }],
    [plural, { chatServiceSids: [sid], account: "eu" }],
    [plural, {}],
    [single, { account: "eu" }],
    [single, {}],
  ]);
});

describe.each<[mock: string, call: pulumi.runtime.Mocks["call"]]>([
  ["nothing", () => ({})],
  ["the arguments", ({ inputs }) => inputs as Record<string, unknown>],
])("Under mocks that answer %s, one error says what is missing and how to answer:", (_mock, call) => {
  beforeEach(() => pulumi.runtime.setMocks({ call, newResource: ({ name, inputs }) => ({ id: name, state: inputs }) }));

  const reads: Record<string, () => Promise<unknown>> = {
    getServiceWebhookConfiguration: () => twilio.getServiceWebhookConfiguration({ chatServiceSid: sid }),
    getServiceWebhookConfigurationOutput: () =>
      outputValue(twilio.getServiceWebhookConfigurationOutput({ chatServiceSid: sid })),
    getServiceWebhookConfigurations: () => twilio.getServiceWebhookConfigurations(),
    getServiceWebhookConfigurationsOutput: () => outputValue(twilio.getServiceWebhookConfigurationsOutput()),
    getWebhookConfiguration: () => twilio.getWebhookConfiguration(),
    getWebhookConfigurationOutput: () => outputValue(twilio.getWebhookConfigurationOutput()),
    ServiceWebhookConfiguration: () =>
      outputValue(new twilio.ServiceWebhookConfiguration("chat", { chatServiceSid: sid }).postWebhookUrl),
    "ServiceWebhookConfiguration with expect": () =>
      outputValue(
        new twilio.ServiceWebhookConfiguration("chat", { chatServiceSid: sid, expect: { method: "POST" } }).method,
      ),
  };

  test.each(Object.keys(reads))("%s", async (name) => {
    await expect(reads[name]?.()).rejects.toThrow(
      /mocks\.call answered twilio-conversations:index:get\w+ without [^]*webhookConfiguration\(\) is exported by pulumi-twilio-conversations\/testing/,
    );
  });
});

test("Under mocks that answer with a part of a configuration, the error names the rest", async () => {
  const part = { ...webhookConfiguration(), method: undefined, filters: undefined };
  await pulumi.runtime.setMocks({
    call: ({ token }) => (token.endsWith("s") ? { services: [{ ...reading, configuration: part }] } : part),
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
  });
  await expect(twilio.getServiceWebhookConfiguration({ chatServiceSid: sid })).rejects.toThrow(
    "getServiceWebhookConfiguration without filters, method\n",
  );
  await expect(twilio.getServiceWebhookConfigurations()).rejects.toThrow(
    "without services[0].configuration.filters, services[0].configuration.method\n",
  );
});

test("A reading under mocks that could not be read needs its error alone", async () => {
  const unread = { chatServiceSid: sid, friendlyName: null, configuration: null, error: { name: "E", message: "m" } };
  answers["twilio-conversations:index:getServiceWebhookConfigurations"] = { services: [unread] };
  expect(await twilio.getServiceWebhookConfigurations()).toEqual({ services: [unread] });
});

test("An argument that a function does not have is an error with the one that was meant, not a read of something else", async () => {
  const singular = { chatServiceSid: [sid] } as never;
  const message = 'unknown argument "chatServiceSid"; did you mean "chatServiceSids"?';
  await expect(twilio.getServiceWebhookConfigurations(singular)).rejects.toThrow(message);
  await expect(outputValue(twilio.getServiceWebhookConfigurationsOutput(singular))).rejects.toThrow(message);
  const plural = { chatServiceSids: [sid] } as never;
  await expect(twilio.getServiceWebhookConfiguration(plural)).rejects.toThrow('did you mean "chatServiceSid"?');
  await expect(outputValue(twilio.getServiceWebhookConfigurationOutput(plural))).rejects.toThrow("did you mean");
  await expect(twilio.getWebhookConfiguration({ acount: "eu" } as never)).rejects.toThrow('did you mean "account"?');
  await expect(outputValue(twilio.getWebhookConfigurationOutput({ acount: "eu" } as never))).rejects.toThrow("mean");
  await expect(twilio.getServiceWebhookConfigurations([sid] as never)).rejects.toThrow(twilio.InvalidInputError);
  expect(calls).toEqual([]);
});
