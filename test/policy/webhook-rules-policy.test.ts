import { startPack, type Pack } from "./support/pack";
import { other, otherSid, pluginRecordType, record, secret, sid, unknownList, unknownText } from "./support/resources";

const fine = {
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.acme.io/x",
  filters: ["onMessageAdded"],
  method: "POST",
};
const wrong = { ...fine, postWebhookUrl: "http://a1b2.ngrok.io/x", method: "GET" };

let pack: Pack;
/** With warnings, and every value shown. */
let open: Pack;

beforeAll(async () => {
  [pack, open] = await Promise.all([
    startPack(`webhookRulesPolicy({ enforcementLevel: "mandatory" })`),
    startPack(`webhookRulesPolicy({ leastSeverity: "warning", showValues: true })`),
  ]);
});

beforeEach(() => Promise.all([pack, open].map((each) => each.configure({}))));

const messagesOf = async (from: Pack, props: Parameters<typeof record>[0]): Promise<readonly string[]> =>
  (await from.analyze(record(props))).violations.map(({ message }) => message);

test("A configuration in which nothing is wrong violates nothing", async () => {
  expect(await pack.analyze(record(fine))).toEqual({ violations: [], notApplicable: [] });
  expect(await messagesOf(open, fine)).toEqual([]);
});

test("What is wrong is one violation, with what to do, and no value of the stack", async () => {
  const { violations } = await pack.analyze(record(wrong));
  expect(violations).toHaveLength(1);
  expect(violations[0]).toMatchObject({ policy: "webhook-rules", level: "mandatory" });
  expect(violations[0]?.message).toMatchInlineSnapshot(`
   "The webhook configuration of a Twilio Conversations service must not be wrong by the rules.
   the webhook configuration of service [secret] is wrong by the rules (1 finding):
     - plain-http: postWebhookUrl uses plain http: conversations travel to it in the clear
       Set the URL with https, once its server answers there
     or, if it is right as it is, switch the rule off: rules: { "plain-http": "off" }"
  `);
});

test("With showValues and the least severity warning, the message has warnings too, and the commands that fix them", async () => {
  const [message] = await messagesOf(open, wrong);
  expect(message).toMatchInlineSnapshot(`
   "The webhook configuration of a Twilio Conversations service must not be wrong by the rules.
   the webhook configuration of service IS0123456789abcdef0123456789abcdef is wrong by the rules (3 findings):
     - plain-http: postWebhookUrl uses plain http: conversations travel to it in the clear
       Set the URL with https, once its server answers there:
       twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS0123456789abcdef0123456789abcdef --post-webhook-url=https://a1b2.ngrok.io/x
     - tunnel-host: postWebhookUrl leads to a1b2.ngrok.io, a developer's tunnel (ngrok)
       Set a URL of a deployed server
     - get-method: method is GET: what people write travels in URLs, and so into logs
       Have the server take POST, then set it:
       twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS0123456789abcdef0123456789abcdef --method=POST
     or, if it is right as it is, switch the rule off: rules: { "plain-http": "off", "tunnel-host": "off", "get-method": "off" }"
  `);
});

test("A URL that carries a credential is shown in no case", async () => {
  const live = { ...fine, postWebhookUrl: "https://user:hunter2@a.ngrok.io/x" };
  const [message] = await messagesOf(open, live);
  expect(message).toContain("credential-in-url");
  expect(message).not.toMatch(/hunter2|a\.ngrok/);
});

test("The pack's configuration sets rules for all, and for a service on top of that", async () => {
  await pack.configure({ "webhook-rules": { properties: { rules: { "plain-http": "off" } } } });
  expect(await messagesOf(pack, wrong)).toEqual([]);
  await pack.configure({ "webhook-rules": { properties: { services: { [sid]: "off" } } } });
  expect(await messagesOf(pack, wrong)).toEqual([]);
  expect(await messagesOf(pack, { ...wrong, chatServiceSid: otherSid })).toHaveLength(1);
  await pack.configure({ "webhook-rules": { properties: { rules: { "get-method": "error" } } } });
  expect((await messagesOf(pack, wrong))[0]).toContain("2 findings");
});

test("What is not known in preview is left to the update, and what is known is judged", async () => {
  const partly = await pack.analyze(record({ ...wrong, filters: unknownList }));
  expect(partly.violations.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("plain-http"),
      expect.stringMatching(/can't run policy|during preview/),
    ]),
  );
  const unknownUrl = await pack.analyze(record({ ...fine, postWebhookUrl: unknownText }));
  expect(unknownUrl.violations.every(({ message }) => !message.includes("no-events"))).toBe(true);
});

test("It is for recorded services only, in programs of any language, and not for one that could not be read", async () => {
  expect((await pack.analyze(other({ a: sid }))).notApplicable).toHaveLength(1);
  expect((await pack.analyze({ ...record(wrong), type: pluginRecordType })).violations).toHaveLength(1);
  expect(await messagesOf(pack, { ...wrong, method: secret("GET") as never })).toHaveLength(1);
});

test.each([
  [`{ rules: { "no-event": "off" } }`, 'rules.no-event is not a rule; did you mean "no-events"?'],
  [`{ rule: {} }`, 'unknown option "rule"; did you mean "rules"?'],
  [`{ leastSeverity: "bad" }`, 'leastSeverity must be "error", "warning" or "note"; it is "bad"'],
  [`{ services: {} }`, "services must have rules by service SID; it is empty, or a list"],
  [`{ services: { ISx: "off" } }`, "services has a key that is not a service SID"],
])("%s is refused when the pack starts", async (options, message) => {
  await expect(startPack(`webhookRulesPolicy(${options})`)).rejects.toThrow(message);
});
