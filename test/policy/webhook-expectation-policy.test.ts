import { startPack, startProgram, type Level, type Pack } from "./support/pack";
import {
  accountSid,
  configured,
  other,
  otherSid,
  record,
  recordType,
  secret,
  pluginRecordType,
  sid,
  unknownList,
  unknownText,
} from "./support/resources";

const policy = "webhook-expectation";
const expected = `{ postWebhookUrl: { protocol: "https", host: "hooks.example.com" }, method: "POST" }`;
const hijacked = { postWebhookUrl: "https://evil.example.net/post" };

let pack: Pack;
/** With every value shown. */
let open: Pack;
/** Without an expectation of its own. */
let bare: Pack;

beforeAll(async () => {
  [pack, open, bare] = await Promise.all([
    startPack(`webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: ${expected} })`),
    startPack(`webhookExpectationPolicy({ expect: ${expected}, showValues: true })`),
    startPack(`webhookExpectationPolicy()`, `enforcementLevel: "mandatory",`),
  ]);
});

beforeEach(() => Promise.all([pack, open, bare].map((each) => each.configure({}))));

const messagesOf = async (from: Pack, props: Parameters<typeof record>[0]): Promise<readonly string[]> =>
  (await from.analyze(record(props))).violations.map(({ message }) => message);

test("A configuration as expected violates nothing", async () => {
  expect(await pack.analyze(record())).toEqual({ violations: [], notApplicable: [] });
});

test("A configuration that is different is one violation, with what was expected, what to do, and no live value", async () => {
  const { violations } = await pack.analyze(record({ ...hijacked, method: "GET" }));
  expect(violations).toHaveLength(1);
  expect(violations[0]).toMatchObject({ policy, level: "mandatory" });
  expect(violations[0]?.message).toMatchInlineSnapshot(`
"The webhook configuration of a Twilio Conversations service must be as expected.
the webhook configuration of service [secret] is not as expected (2 violations):
  - postWebhookUrl.host: expected "hooks.example.com", found [secret]
  - method: expected "POST", found [secret]
  To fix 1 of the 2 violations at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid="$CHAT_SERVICE_SID" --method=POST
  For the others:
    Choose a postWebhookUrl that meets host (many URLs do) and set it with --post-webhook-url
  Or change \`expect\` if the configuration is right as it is
  What was found is shown as [secret]: a policy cannot tell which values are secret. \`showValues\` shows it."
`);
});

test("With showValues, the message has what was found and the command that fixes it", async () => {
  const [message] = await messagesOf(open, { ...hijacked, method: "GET" });
  expect(message).toMatchInlineSnapshot(`
"The webhook configuration of a Twilio Conversations service must be as expected.
the webhook configuration of service IS0123456789abcdef0123456789abcdef is not as expected (2 violations):
  - postWebhookUrl.host: expected "hooks.example.com", found "evil.example.net"
  - method: expected "POST", found "GET"
  To fix 1 of the 2 violations at Twilio:
    twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS0123456789abcdef0123456789abcdef --method=POST
  For the others:
    Choose a postWebhookUrl that meets host (many URLs do) and set it with --post-webhook-url
  Or change \`expect\` if the configuration is right as it is"
`);
});

test("A service that was never configured breaks what asks for something to be set", async () => {
  const never = { preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null };
  expect(await messagesOf(open, never)).toEqual([
    expect.stringContaining('postWebhookUrl.host: expected "hooks.example.com", found null'),
  ]);
});

test("What a program in another language records is judged as any other", async () => {
  const { props, name } = record(hijacked);
  const { violations } = await pack.analyze({ type: pluginRecordType, name, props });
  expect(violations.map(({ message }) => message)).toEqual([expect.stringContaining("postWebhookUrl.host")]);
});

test("Other resources are none of its business", async () => {
  expect(await pack.analyze(other({ postWebhookUrl: "http://a.example" }))).toEqual({
    violations: [],
    notApplicable: [{ policy, reason: `it is for resources of type ${recordType} or ${pluginRecordType}` }],
  });
});

test("What is done to the options afterwards changes nothing, in whichever part of them", async () => {
  const changing = await startProgram({
    "index.js": `
      const { PolicyPack } = require("@pulumi/policy");
      const { recordedServicesPolicy, webhookExpectationPolicy } = require("pulumi-twilio-conversations/policy");
      const options = { expect: { method: ["POST"] }, services: { ["${otherSid}"]: { filters: ["onMessageAdded"] } } };
      const recorded = { exceptServices: ["${otherSid}"], exceptTypes: ["a:b:C"] };
      const policies = [webhookExpectationPolicy(options), recordedServicesPolicy(recorded)];
      options.expect.method[0] = "GET";
      options.services["${otherSid}"].filters.push("onX");
      options.services["${sid}"] = { method: "GET" };
      options.showValues = true;
      recorded.exceptServices.pop();
      recorded.exceptTypes.push("aws:lambda/function:Function");
      new PolicyPack("twilio", { policies });
    `,
  });
  await changing.configure({});
  expect(await messagesOf(changing, {})).toEqual([]);
  expect(await messagesOf(changing, { method: "GET" })).toEqual([expect.stringContaining("found [secret]")]);
  expect(await messagesOf(changing, { chatServiceSid: otherSid, filters: ["onMessageAdded"] })).toEqual([]);
  expect((await changing.analyzeStack([other({ a: otherSid })])).violations).toEqual([]);
  expect((await changing.analyzeStack([other({ a: sid })])).violations).toHaveLength(1);
});

test("Options of a class are refused: what its class adds to them would be lost", async () => {
  const policies = `webhookExpectationPolicy(new (class { get expect() { return { method: "GET" }; } })())`;
  await expect(startPack(policies)).rejects.toThrow("webhookExpectationPolicy: the options must be a plain object");
});

describe("The enforcement level", () => {
  test("is the policy's own, else that of the pack", async () => {
    const levelOf = async (from: Pack) => (await from.analyze(record(hijacked))).violations.map(({ level }) => level);
    expect(await levelOf(pack)).toEqual(["mandatory"]);
    expect(await levelOf(open)).toEqual(["advisory"]);
  });

  test.each<[Level, readonly Level[]]>([
    ["mandatory", ["mandatory"]],
    ["advisory", ["advisory"]],
    ["disabled", []],
    ["remediate", ["mandatory"]],
  ])("that is configured as %s outranks it", async (level, reported) => {
    await pack.configure({ [policy]: { level } });
    expect((await pack.analyze(record(hijacked))).violations.map((violation) => violation.level)).toEqual(reported);
  });
});

describe("What is configured", () => {
  test("takes the place of what the pack expects", async () => {
    await open.configure({ [policy]: { properties: { expect: { postWebhookUrl: hijacked.postWebhookUrl } } } });
    expect(await messagesOf(open, hijacked)).toEqual([]);
    expect(await messagesOf(open, {})).toEqual([expect.stringContaining("postWebhookUrl is not the expected URL")]);
    await open.configure({});
    expect(await messagesOf(open, {})).toEqual([]);
  });

  test("can expect null, and a list", async () => {
    await open.configure({ [policy]: { properties: { expect: { preWebhookUrl: null, method: ["GET", null] } } } });
    expect(await messagesOf(open, { preWebhookUrl: "https://a.example", method: "POST" })).toEqual([
      expect.stringMatching(/preWebhookUrl: expected null.*\n.*method: expected "GET" or null, found "POST"/s),
    ]);
  });

  test("for single services takes the place of the default for those alone", async () => {
    await open.configure({
      [policy]: { properties: { services: { [`IS${otherSid.slice(2).toUpperCase()}`]: { method: "GET" } } } },
    });
    expect(await messagesOf(open, { chatServiceSid: otherSid, ...hijacked, method: "GET" })).toEqual([]);
    expect(await messagesOf(open, { chatServiceSid: otherSid, method: "POST" })).toEqual([
      expect.stringContaining(`method: expected "GET", found "POST"`),
    ]);
    expect(await messagesOf(open, hijacked)).toHaveLength(1);
  });

  test("can show values", async () => {
    await pack.configure({ [policy]: { properties: { showValues: true } } });
    expect(await messagesOf(pack, hijacked)).toEqual([expect.stringContaining("evil.example.net")]);
  });

  test("is described by a schema", async () => {
    const schema = await pack.configSchemaOf(policy);
    expect(Object.keys(schema)).toEqual(["expect", "services", "showValues"]);
  });
});

describe("An expectation that is not valid is an error that names the key, never a pass:", () => {
  test.each([
    ["nothing", {}, 'policy "webhook-expectation": nothing is expected: give expect or services'],
    ["an empty one", { expect: {} }, "expect is empty: name at least one property"],
    [
      "a misspelt property",
      { expect: { postWebhookURL: null } },
      'expect.postWebhookURL is not a known property; did you mean "postWebhookUrl"?',
    ],
    ["a contradiction", { expect: { postWebhookUrl: { set: false, host: "a.example" } } }, "expect.postWebhookUrl"],
    [
      "a misspelt option",
      { expct: { method: "POST" } },
      'policy "webhook-expectation": unknown option "expct"; did you mean "expect"?',
    ],
    ["no services", { services: {} }, "services must have an expectation by service SID; it is an empty object"],
    ["what is no service", { services: { [accountSid]: { method: "POST" } } }, "each key of services must be"],
    [
      "an invalid one of a service",
      { services: { [sid]: { metod: "POST" } } },
      `services.${sid}.metod is not a known property`,
    ],
    ["what is no flag", { expect: { method: "POST" }, showValues: "yes" }, "showValues must be true or false"],
  ])("%s", async (_what, properties, message) => {
    await bare.configure({ [policy]: { properties } });
    const error: Error = (await bare.analyze(record()).catch((reason: unknown) => reason)) as Error;
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toContain(
      "Error validating resource with policy 'webhook-expectation' from policy pack 'twilio@v1.2.3'",
    );
    expect(error.message).toContain(message);
    expect(error.message).not.toMatch(/^\s+at /m);
  });

  test.each([
    ["webhookExpectationPolicy({ expect: {} })", "expect is not a valid expectation: expect is empty"],
    ["webhookExpectationPolicy({ expect: undefined })", "expect is undefined: give it a value, or leave the key out"],
    [
      "webhookExpectationPolicy({ expectation: { method: 'POST' } })",
      'unknown option "expectation": known are name, enforcementLevel, expect',
    ],
    ["webhookExpectationPolicy({ enforcementLevel: 'fatal' })", "enforcementLevel must be"],
    ["webhookExpectationPolicy({ name: '' })", "name must be the policy's name"],
    ["webhookExpectationPolicy(null)", "the options must be a plain object"],
  ])("the pack does not start with %s", async (policies, message) => {
    const error = (await startPack(policies).catch((reason: unknown) => reason)) as Error;
    expect(error.message).toContain(`error: [runtime] webhookExpectationPolicy: ${message}`);
    expect(error.message).not.toMatch(/^\s+at |unhandled/m);
  });
});

describe("What is not known in preview", () => {
  const note = (property: string) => ({
    policy,
    level: "advisory",
    message: `can't run policy 'webhook-expectation' from policy pack 'twilio@v1.2.3' during preview: ${property} can't be known during preview`,
  });

  test("is not judged, and a note says so", async () => {
    const { violations } = await pack.analyze(record({ postWebhookUrl: unknownText }));
    expect(violations).toMatchObject([note("string value at .postWebhookUrl")]);
  });

  test("does not keep the rest from being judged", async () => {
    const { violations } = await pack.analyze(record({ postWebhookUrl: unknownText, method: "GET" }));
    expect(violations).toMatchObject([{ level: "mandatory" }, note("string value at .postWebhookUrl")]);
    expect(violations[0]?.message).toContain('method: expected "POST"');
    expect(violations[0]?.message).toContain("not known yet, so not checked: expect.postWebhookUrl");
    expect(violations[0]?.message).not.toContain("postWebhookUrl.host");
  });

  test("does not matter where nothing is expected of it", async () => {
    const unknown = {
      preWebhookUrl: unknownText,
      filters: unknownList,
      accountSid: unknownText,
      url: unknownText,
      chatServiceSid: unknownText,
    };
    expect((await pack.analyze(record(unknown))).violations).toEqual([]);
  });

  test.each([
    ["a list", unknownList],
    ["one event of a list", ["onMessageAdded", unknownText]],
  ])("can be %s", async (_what, filters) => {
    await pack.configure({ [policy]: { properties: { expect: { filters: { includes: ["onMessageAdded"] } } } } });
    const { violations } = await pack.analyze(record({ filters }));
    expect(violations).toMatchObject([{ level: "advisory", message: expect.stringContaining(".filters") }]);
  });

  test("names no service whose SID may be secret", async () => {
    const services = { [sid]: { method: "GET", postWebhookUrl: { host: "a.example" } } };
    await pack.configure({ [policy]: { properties: { services } } });
    const { violations } = await pack.analyze(record({ chatServiceSid: secret(sid), postWebhookUrl: unknownText }));
    expect(violations[0]?.message).toContain("not known yet, so not checked: services[...].postWebhookUrl");
    expect(violations[0]?.message).toContain("Or change `services[...]`");
    expect(JSON.stringify(violations)).not.toContain(sid);
  });

  test("as the service's SID leaves open which expectation applies, where there are several", async () => {
    await pack.configure({ [policy]: { properties: { services: { [otherSid]: { method: "GET" } } } } });
    const { violations } = await pack.analyze(record({ chatServiceSid: unknownText, ...hijacked }));
    expect(violations).toMatchObject([note("string value at .chatServiceSid")]);
  });
});

describe("A secret stands in no message:", () => {
  const credential = "https://hooks.example.com/post?token=opensesame";

  test("no live value at all, since a policy is not told which ones are secret", async () => {
    const secrets = {
      chatServiceSid: secret(sid),
      accountSid: secret(accountSid),
      preWebhookUrl: secret("https://pre.example.com/path"),
      postWebhookUrl: secret(hijacked.postWebhookUrl),
      filters: secret(["onMessageAdded", "onUserAdded"]),
      method: secret("GET"),
    };
    const expectation = {
      accountSid: `AC${"b".repeat(32)}`,
      preWebhookUrl: { path: "/x" },
      postWebhookUrl: "https://hooks.example.com/post",
      filters: ["onMessageAdd"],
      method: "POST",
    };
    await pack.configure({ [policy]: { properties: { expect: expectation } } });
    const [message = ""] = await messagesOf(pack, secrets);
    expect(message).toContain("is not as expected (5 violations)");
    for (const text of [
      sid,
      accountSid,
      "pre.example.com",
      "/path",
      "evil",
      "onMessageAdded",
      "onUserAdded",
      '"GET"',
    ]) {
      expect(message).not.toContain(text);
    }
  });

  test.each([false, true])("no URL that carries a credential, with showValues %s", async (showValues) => {
    await pack.configure({
      [policy]: {
        properties: {
          showValues,
          expect: { postWebhookUrl: "https://hooks.example.com/post", preWebhookUrl: "https://user:sesame@a.example" },
        },
      },
    });
    const [message = ""] = await messagesOf(pack, { postWebhookUrl: credential });
    expect(message).toContain("(2 violations)");
    expect(message).not.toContain("sesame");
  });

  test("no part of one in a note about what is not known yet", async () => {
    await pack.configure({ [policy]: { properties: { expect: { filters: ["onMessageAdd"] } } } });
    const { violations } = await pack.analyze(record({ filters: secret(["onUserAdded", unknownText]) }));
    expect(violations.map(({ message }) => message).join()).not.toContain("onUserAdded");
  });

  test("no text in what the pack prints", () => {
    expect(pack.output).not.toMatch(/sesame|evil/);
  });
});

test("A service that could not be read is registered without values: the policy does not apply to it", async () => {
  const unread = { ...record(), props: { chatServiceSid: sid, account: "eu", __read: '{"failure":"it broke"}' } };
  expect(await pack.analyze(unread)).toEqual({
    violations: [],
    notApplicable: [{ policy, reason: "the service could not be read" }],
  });
});

test.each(["accountSid", "preWebhookUrl", "postWebhookUrl", "filters", "method", "url"] as const)(
  "A service that is registered with nothing but its %s is judged, and never passes",
  async (key) => {
    const { violations } = await pack.analyze({ ...record(), props: { chatServiceSid: sid, [key]: configured[key] } });
    expect(violations).toMatchObject([{ policy, level: "mandatory" }]);
  },
);

test("A configuration that is not what it should be is a violation, and never a pass", async () => {
  const { method: _absent, ...rest } = configured;
  const { violations } = await open.analyze({ ...record(), props: { ...rest, postWebhookUrl: [rest.postWebhookUrl] } });
  expect(violations).toMatchObject([
    { message: expect.stringContaining("the configuration has no such field, or one of another type") },
  ]);
  expect(violations[0]?.message).toMatch(/\(3 violations\)/);
});

test("Delivery is judged by the service's own settings alone: a policy cannot read the account's", async () => {
  const demand = (delivers: string[]) => open.configure({ [policy]: { properties: { expect: { delivers } } } });
  await demand(["onMessageAdded"]);
  const served = { postWebhookUrl: "https://hooks.example.com/post", filters: ["onMessageAdded"] };
  expect(await messagesOf(open, served)).toEqual([]);
  expect(await messagesOf(open, { ...served, filters: ["onMessageAdd"] })).toEqual([
    expect.stringContaining("the service's filters do not list it"),
  ]);
  expect(await messagesOf(open, { preWebhookUrl: null, postWebhookUrl: null })).toEqual([
    expect.stringContaining("those are not known here"),
  ]);
  await pack.configure({ [policy]: { properties: { expect: { delivers: ["onMessageRemoved"] } } } });
  const [hidden] = await messagesOf(pack, served);
  expect(hidden).toContain('delivers: expected "onMessageRemoved" to reach a URL, found [secret]');
  const { violations, notApplicable } = await open.analyze(record({ filters: unknownList }));
  expect([...violations, ...notApplicable].map((each) => JSON.stringify(each)).join()).not.toContain("does not arrive");
});
