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

test("Under mocks that answer with less than there is at Twilio, what they leave out is undefined", async () => {
  await pulumi.runtime.setMocks({ call: () => ({}), newResource: ({ name, inputs }) => ({ id: name, state: inputs }) });
  expect(await outputValue(twilio.getServiceWebhookConfigurationsOutput())).toEqual({});
  expect(await outputValue(twilio.getWebhookConfigurationOutput().postWebhookUrl)).toBeUndefined();
});
