import * as pulumi from "@pulumi/pulumi";
import * as twilio from "../../../provider/index";
import { exampleServiceSid as sid, outputValue, webhookConfiguration } from "../../../provider/testing";

const live = webhookConfiguration({ postWebhookUrl: "https://hooks.example.com/post", method: "POST" });
const violated = { method: "GET" } as const;

beforeEach(() =>
  pulumi.runtime.setMocks({
    call: () => live,
    newResource: (args) => ({ id: args.id ?? "1", state: args.inputs }),
  }),
);

/** As a program without types may give them. */
function chat(args: unknown, options?: pulumi.CustomResourceOptions): twilio.ServiceWebhookConfiguration {
  return new twilio.ServiceWebhookConfiguration("chat", args as twilio.ServiceWebhookConfigurationArgs, options);
}

function gate(args: unknown): twilio.WebhookGate {
  return new twilio.WebhookGate("gate", args as twilio.WebhookGateArgs);
}

/** Whether it was judged by {@link violated}. */
async function isViolated(resource: twilio.ServiceWebhookConfiguration | undefined): Promise<boolean> {
  await outputValue(resource!.urn);
  return outputValue(resource!.method).then(
    () => false,
    (error: unknown) => String(error).includes('method: expected "GET"'),
  );
}

class Service {
  constructor(readonly chatServiceSid = sid) {}
  get expect() {
    return violated;
  }
}
class Stricter extends Service {}
class Misspelt {
  readonly chatServiceSid = sid;
  get expected() {
    return violated;
  }
}
class Services {
  readonly first = { chatServiceSid: sid, expect: { method: "POST" } };
  get second() {
    return { chatServiceSid: sid, expect: violated };
  }
}

describe("What a class has as a getter is judged like any other property", () => {
  test.each([new Service(), new Stricter()])(
    "of a resource's arguments, in a class of its own or in one above it",
    async (args) => {
      expect(await isViolated(chat(args))).toBe(true);
    },
  );

  test.each([new Service(), new Stricter()])(
    "of a gate's service, in a class of its own or in one above it",
    async (service) => {
      expect(await isViolated(gate({ services: { service } }).services["service"])).toBe(true);
    },
  );

  test("of a gate's services, and of its arguments", async () => {
    const args = Object.create({
      get services() {
        return new Services();
      },
    }) as unknown;
    const { first, second } = gate(args).services;
    expect(await outputValue(first!.method)).toBe("POST");
    expect(await isViolated(second)).toBe(true);
  });

  test("of what get is given besides the SID", async () => {
    const state = Object.create({
      get account() {
        return "eu";
      },
    }) as twilio.ServiceWebhookConfigurationState;
    const got = twilio.ServiceWebhookConfiguration.get("chat", sid, state);
    expect(await outputValue(got.account)).toBe("eu");
  });
});

describe("What nobody would read is an error that says what was meant", () => {
  const rows: [make: () => unknown, message: string][] = [
    [
      () => chat({ chatServiceSid: sid, expected: violated }),
      'ServiceWebhookConfiguration: unknown argument "expected"; did you mean "expect"?',
    ],
    [() => chat(new Misspelt()), 'unknown argument "expected"; did you mean "expect"?'],
    [
      () => chat({ chatServiceSid: sid, tags: {} }),
      'unknown argument "tags": known are chatServiceSid, account, expect, rules, enforcement',
    ],
    [
      () => twilio.ServiceWebhookConfiguration.get("chat", sid, { acount: "eu" } as never),
      'unknown argument "acount"; did you mean "account"?',
    ],
    [
      () => gate({ service: { chat: { chatServiceSid: sid, expect: violated } } }),
      'WebhookGate: unknown argument "service"; did you mean "services"?',
    ],
    [
      () => gate({ services: { chat: { chatServiceSid: sid, expect: violated, enforcment: "advisory" } } }),
      'WebhookGate: services.chat has an unknown property "enforcment"; did you mean "enforcement"?',
    ],
    [() => gate({ services: { chat: new Misspelt() } }), 'services.chat has an unknown property "expected"'],
    [() => gate({ services: { chat: { chatServiceSid: sid } } }), "services.chat.expect is missing"],
    [() => gate({ services: [] }), "an empty gate guards nothing"],
    [() => gate({ services: { chat: null } }), "services.chat must be an object, but it is null"],
    [() => chat("chat"), "the arguments must be an object, but they are a string"],
  ];

  test.each(rows.map(([make, message]) => [message, make] as const))("%s", (message, make) => {
    expect(make).toThrow(message);
    expect(make).toThrow(expect.objectContaining({ __pulumiRunError: true }));
  });

  test.each([pulumi.output({ chatServiceSid: sid, expect: violated }), Promise.resolve({ chatServiceSid: sid })])(
    "such as an output or a promise as a whole",
    (args) => {
      const says = "an output or a promise as a whole: pass an object, whose properties may be outputs";
      expect(() => chat(args)).toThrow(`ServiceWebhookConfiguration: the arguments are ${says}`);
      expect(() => gate(args)).toThrow(`WebhookGate: the arguments are ${says}`);
      expect(() => gate({ services: { chat: args } })).toThrow(`services.chat is ${says}`);
      expect(() => gate({ services: args })).toThrow(
        "services is an output or a promise: name each service, whose properties may be outputs",
      );
    },
  );
});

test("Arguments that a JavaScript program leaves out are an error about what is missing", async () => {
  expect(() => gate(undefined)).toThrow("services must name at least one service");
  const without = chat(undefined);
  await outputValue(without.urn);
});

test("A resource, and what Pulumi's policy SDK asks with, is told by its type; a component of another type is no gate", () => {
  const { WebhookGate, ServiceWebhookConfiguration } = twilio;
  const made = gate({ services: { chat: { chatServiceSid: sid, expect: { method: "POST" } } } });
  const other = new pulumi.ComponentResource("pkg:index:Other", "other");
  expect([made, other, made.services["chat"], null, "gate"].map((each) => WebhookGate.isInstance(each))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  const type = "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration";
  expect(ServiceWebhookConfiguration.isInstance({ __pulumiType: type })).toBe(true);
  expect(ServiceWebhookConfiguration.isInstance({ __pulumiType: `${type}s` })).toBe(false);
  expect(WebhookGate.isInstance({ __pulumiType: "twilio-conversations:index:WebhookGate" })).toBe(true);
});
