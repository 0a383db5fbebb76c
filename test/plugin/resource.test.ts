import { secret, startPlugin, unknown } from "./support/engine";
import { configurationFor, otherSid, sid, startTwilio } from "./support/twilio";

const strict = { postWebhookUrl: { protocol: ["https"], host: ["hooks.example.com"] } };

async function start() {
  const twilio = await startTwilio();
  return { twilio, engine: await startPlugin(configurationFor(twilio)) };
}

test("a check puts what is live among the inputs, so that a change at Twilio is a difference", async () => {
  const { twilio, engine } = await start();
  const before = await engine.check({ chatServiceSid: sid });
  expect(before).toEqual({
    failures: [],
    inputs: {
      chatServiceSid: sid,
      accountSid: twilio.account.accountSid,
      preWebhookUrl: null,
      postWebhookUrl: "https://hooks.example.com/post",
      filters: ["onMessageAdded"],
      method: "POST",
      url: expect.stringContaining(sid),
    },
  });
  expect(await engine.diff(before.inputs, (await engine.check({ chatServiceSid: sid })).inputs)).toBe("none");
  twilio.changeWebhook(sid, { method: "GET" });
  expect(await engine.diff(before.inputs, (await engine.check({ chatServiceSid: sid })).inputs)).toBe("update");
});

test("another service is another resource", async () => {
  const { twilio, engine } = await start();
  twilio.addService({ sid: otherSid });
  const [olds, news] = await Promise.all([
    engine.check({ chatServiceSid: sid }),
    engine.check({ chatServiceSid: otherSid }),
  ]);
  expect(await engine.diff(olds.inputs, news.inputs)).toBe("replace");
});

test("what is created has the service's SID for its id, and what was checked for its properties", async () => {
  const { engine } = await start();
  const { inputs } = await engine.check({ chatServiceSid: sid, expect: strict });
  expect(await engine.create(inputs)).toEqual({ id: sid, properties: inputs });
});

test("a violation is one failure that names no property, with all that is wrong", async () => {
  const { twilio, engine } = await start();
  twilio.changeWebhook(sid, { postWebhookUrl: "http://evil.example.net/" });
  const { failures } = await engine.check({ chatServiceSid: sid, expect: strict });
  expect(failures).toEqual([{ property: "", reason: expect.stringMatching(/host[^]*protocol/) }]);
});

test("the level of enforcement decides what a violation leads to, and is nothing without an expectation", async () => {
  const { twilio, engine } = await start();
  twilio.changeWebhook(sid, { postWebhookUrl: "http://evil.example.net/" });
  for (const enforcement of ["advisory", "disabled"]) {
    expect(await engine.check({ chatServiceSid: sid, expect: strict, enforcement })).toMatchObject({ failures: [] });
  }
  for (const wrong of [{ expect: strict, enforcement: "sometimes" }, { enforcement: "mandatory" }]) {
    const { failures } = await engine.check({ chatServiceSid: sid, ...wrong });
    expect(failures).toEqual([{ property: "", reason: expect.stringContaining("enforcement") }]);
  }
});

test.each([
  ["an unknown SID", { chatServiceSid: unknown }],
  ["something unknown to wait for", { chatServiceSid: sid, after: ["x", [unknown]] }],
])("with %s nothing is read yet, and every value is unknown", async (_what, given) => {
  const { twilio, engine } = await start();
  const { inputs, failures } = await engine.check({ ...given, expect: strict });
  expect(failures).toEqual([]);
  expect(inputs).toMatchObject({ postWebhookUrl: unknown, filters: unknown, method: unknown, expect: strict });
  expect(twilio.requests).toEqual([]);
});

test("what a resource waits for is not recorded", async () => {
  const { engine } = await start();
  const { inputs } = await engine.check({ chatServiceSid: sid, after: ["setter-id"] });
  expect(inputs).not.toHaveProperty("after");
});

test("an expectation that is not valid is refused even while nothing is read", async () => {
  const { engine } = await start();
  const { failures } = await engine.check({ chatServiceSid: unknown, expect: { postWebhookUrl: { hots: ["a"] } } });
  expect(failures).toEqual([{ property: "", reason: expect.stringMatching(/hots[^]*did you mean "host"/) }]);
});

test.each([
  [{ postWebhookUrl: { equals: "https://hooks.example.com/post" } }, true],
  [{ postWebhookUrl: { equals: "https://hooks.example.com/other" } }, false],
  [{ preWebhookUrl: { set: false } }, true],
  [{ postWebhookUrl: { noQuery: true } }, true],
  [{ postWebhookUrl: { noQuery: false, set: true } }, true],
  [{ postWebhookUrl: { noQuery: true, query: ["a"] } }, false],
  [{ postWebhookUrl: {} }, false],
  [{}, false],
  [{ method: ["POST"], filters: { equals: ["onMessageAdded"] } }, true],
  [{ method: ["GET"] }, false],
  [{ filters: { excludes: ["onMessageAdded"] } }, false],
])("the expectation %j without unions and nulls lets it pass: %s", async (expectation, passes) => {
  const { engine } = await start();
  const { failures } = await engine.check({ chatServiceSid: sid, expect: expectation });
  expect(failures.length === 0).toBe(passes);
});

test("ignoreChanges does not open the gate: what is live is judged, and so is what is handed on", async () => {
  const { twilio, engine } = await start();
  const given = { chatServiceSid: sid, expect: strict };
  // The engine puts the recorded value back.
  const kept = (postWebhookUrl: string) =>
    engine.check({ ...given, postWebhookUrl }, { chatServiceSid: sid, postWebhookUrl });
  const good = "https://hooks.example.com/post";
  expect(await kept(good)).toMatchObject({ failures: [], inputs: { postWebhookUrl: good } });
  expect((await kept("https://evil.example.net/")).failures).toEqual([
    { property: "", reason: expect.stringContaining("ignoreChanges keeps a recorded postWebhookUrl") },
  ]);
  twilio.changeWebhook(sid, { postWebhookUrl: "https://evil.example.net/" });
  expect((await kept(good)).failures).toEqual([{ property: "", reason: expect.stringContaining("evil.example.net") }]);
});

test("what is read cannot be given, by a transform or by ignoreChanges on what was not recorded: it would be recorded as Twilio's", async () => {
  const { engine } = await start();
  const { inputs } = await engine.check({ chatServiceSid: sid });
  const forged = "https://hooks.example.com/forged";
  for (const olds of [{}, { chatServiceSid: sid }, inputs]) {
    for (const expectation of [{}, { expect: strict }, { expect: strict, enforcement: "disabled" }]) {
      for (const value of [forged, unknown, secret(forged), null]) {
        const news = { chatServiceSid: sid, ...expectation, postWebhookUrl: value };
        expect((await engine.check(news, olds)).failures).toEqual([
          {
            property: "",
            reason: "postWebhookUrl is read from Twilio: it cannot be given, and no transform can change it",
          },
        ]);
      }
    }
  }
  const { filters, accountSid } = inputs;
  expect((await engine.check({ chatServiceSid: sid, filters, accountSid }, inputs)).failures).toEqual([]);
});

test.each([
  [["expect"], true],
  [["method", "expect.postWebhookUrl.host[0]"], true],
  [['["expect"].method'], true],
  [["enforcement"], true],
  [['rules["get-method"]'], true],
  [["chatServiceSid"], true],
  [["*"], true],
  [["postWebhookUrl", "filters[0]", "expected"], false],
])(
  "ignoreChanges %j, which would have recorded demands judged instead of the program's, is refused: %s",
  async (ignored, refused) => {
    const { engine } = await start();
    const { inputs } = await engine.check({ chatServiceSid: sid, expect: strict });
    const outcome = engine.diff(inputs, inputs, ignored);
    const details: unknown = expect.stringMatching(/^ignoreChanges has ".*": what is recorded would be/);
    await (refused ? expect(outcome).rejects.toMatchObject({ details }) : expect(outcome).resolves.toBe("none"));
  },
);

test("what is got by its id takes no expectation: it would not be judged", async () => {
  const { engine } = await start();
  for (const given of [{ expect: strict }, { chatServiceSid: sid, rules: {} }, { enforcement: "mandatory" }]) {
    await expect(engine.read(sid, given, {})).rejects.toMatchObject({
      details: expect.stringContaining("is read and not judged"),
    });
  }
  expect((await engine.read(sid, { chatServiceSid: otherSid }, {})).properties).toMatchObject({ chatServiceSid: sid });
});

test("a misspelt property is refused: it would judge nothing", async () => {
  const { engine } = await start();
  const { failures } = await engine.check({ chatServiceSid: sid, expected: strict });
  expect(failures).toEqual([{ property: "", reason: 'unknown property "expected"; did you mean "expect"?' }]);
});

test("a secret SID makes every value secret, and stands in no failure", async () => {
  const { twilio, engine } = await start();
  const { inputs } = await engine.check({ chatServiceSid: secret(sid) });
  expect(inputs).toMatchObject({ chatServiceSid: secret(sid), method: secret("POST"), preWebhookUrl: secret(null) });
  twilio.changeWebhook(sid, { postWebhookUrl: "https://evil.example.net/" });
  const { failures } = await engine.check({ chatServiceSid: secret(sid), expect: strict });
  expect(failures).toHaveLength(1);
  expect(JSON.stringify(failures)).not.toMatch(new RegExp(`${sid}|evil`));
});

test("next to a secret expectation the live value is secret, and a URL that carries a credential always is", async () => {
  const { twilio, engine } = await start();
  const expectation = { postWebhookUrl: { host: [secret("hooks.example.com")] } };
  expect((await engine.check({ chatServiceSid: sid, expect: expectation })).inputs).toMatchObject({
    postWebhookUrl: secret("https://hooks.example.com/post"),
    method: "POST",
  });
  const url = "https://hooks.example.com/?token=abc";
  twilio.changeWebhook(sid, { postWebhookUrl: url });
  const { inputs } = await engine.check({ chatServiceSid: sid, expect: { postWebhookUrl: { equals: url } } });
  expect(inputs).toMatchObject({ postWebhookUrl: secret(url), expect: { postWebhookUrl: { equals: secret(url) } } });
});

test("a refresh gives what is live, and keeps what was given and what is secret", async () => {
  const { twilio, engine } = await start();
  const recorded = { ...(await engine.check({ chatServiceSid: sid, expect: strict })).inputs, method: secret("POST") };
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.net/", method: "GET" });
  const { id, properties, inputs } = await engine.read(sid, recorded);
  expect([id, inputs]).toEqual([sid, properties]);
  expect(properties).toMatchObject({
    postWebhookUrl: "https://hooks.example.net/",
    method: secret("GET"),
    expect: strict,
    chatServiceSid: sid,
  });
});

test("a service that a refresh does not find any more is gone; one that a program asks for is an error", async () => {
  const { twilio, engine } = await start();
  const { inputs } = await engine.check({ chatServiceSid: sid });
  twilio.removeService(sid);
  expect((await engine.read(sid, inputs)).id).toBe("");
  await expect(engine.read(sid)).rejects.toMatchObject({ details: expect.stringContaining("404") });
});

test("what a proxy does not find is not gone, nor what another account does not", async () => {
  const { twilio, engine } = await start();
  const { inputs } = await engine.check({ chatServiceSid: sid });
  twilio.setFault(sid, { html: true, status: 404 });
  await expect(engine.read(sid, inputs)).rejects.toMatchObject({ details: expect.stringContaining("404") });
  const other = await startPlugin({
    ...configurationFor(twilio),
    ...twilio.addAccount({ accountSid: `AC${"1".repeat(32)}`, authToken: "x1" }),
  });
  await expect(other.read(sid, inputs)).rejects.toMatchObject({ details: expect.stringContaining("404") });
});
