import { startPack, urnOf, type Pack } from "./support/pack";
import { other, otherSid, record, secret, sid, unknownText } from "./support/resources";

const policy = "recorded-services";

let pack: Pack;
/** With the SIDs shown. */
let open: Pack;

beforeAll(async () => {
  [pack, open] = await Promise.all([
    startPack(`recordedServicesPolicy({ enforcementLevel: "mandatory" })`),
    startPack(`recordedServicesPolicy({ showValues: true })`),
  ]);
});

beforeEach(() => Promise.all([pack, open].map((each) => each.configure({}))));

const foundIn = async (props: Parameters<typeof other>[0]): Promise<readonly string[]> =>
  (await open.analyzeStack([other(props)])).violations.flatMap(
    ({ message }) => message.match(/(?<=^ {2}- ).*/gm) ?? [],
  );

test("A service that a resource's properties name, and that is recorded, violates nothing", async () => {
  const resources = [other({ environment: { SERVICE: sid } }), record(), other({}, "pulumi:pulumi:Stack", "test-dev")];
  expect(await pack.analyzeStack(resources)).toEqual({ violations: [], notApplicable: [] });
});

test("A service that is not recorded is a violation of the resource that names it", async () => {
  const { violations } = await pack.analyzeStack([record(), other({ environment: { SERVICE: otherSid } })]);
  expect(violations).toMatchObject([
    { policy, level: "mandatory", urn: urnOf("aws:lambda/function:Function", "worker") },
  ]);
  expect(violations[0]?.message).toMatchInlineSnapshot(`
"The webhooks of each Twilio Conversations service that a stack uses must be recorded in it.
The resource names a service that no ServiceWebhookConfiguration of this stack records:
  - in the property environment
  Record it with a ServiceWebhookConfiguration, or name it in the policy's \`exceptServices\`"
`);
});

test("With showValues, the message has the SID and where it stands", async () => {
  const { violations } = await open.analyzeStack([
    record(),
    other({ environment: { variables: [{ SERVICE: otherSid }] } }),
  ]);
  expect(violations[0]?.message).toMatchInlineSnapshot(`
"The webhooks of each Twilio Conversations service that a stack uses must be recorded in it.
The resource names a service that no ServiceWebhookConfiguration of this stack records:
  - ISfedcba9876543210fedcba9876543210 in environment.variables[0].SERVICE
  Record it with a ServiceWebhookConfiguration, or name it in the policy's \`exceptServices\`"
`);
});

test.each([
  ["alone", { a: otherSid }, [`${otherSid} in a`]],
  ["in a URL", { a: `https://conversations.twilio.com/v1/Services/${otherSid}/Users?x=1` }, [`${otherSid} in a`]],
  ["in JSON in a string", { a: JSON.stringify({ sid: otherSid }) }, [`${otherSid} in a`]],
  ["in a list in an object", { a: { b: ["x", otherSid] } }, [`${otherSid} in a.b[1]`]],
  ["as a key", { a: { [otherSid]: true } }, [`${otherSid} in a.${otherSid}`]],
  ["in upper case", { a: `IS${otherSid.slice(2).toUpperCase()}` }, [`IS${otherSid.slice(2).toUpperCase()} in a`]],
  ["in a secret", { a: secret({ b: otherSid }) }, [`${otherSid} in a.b`]],
  [
    "in the text of an asset",
    { a: { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", text: `x ${otherSid} y` } },
    [`${otherSid} in a.text`],
  ],
  ["in a URL in a URL", { a: `https://a.example/?u=https%3A%2F%2Fb.example%2F${otherSid}` }, [`${otherSid} in a`]],
  ["in a URL that is encoded twice", { a: `x%252F${otherSid}%252Fy` }, [`${otherSid} in a`]],
  [
    "after a line break in JSON",
    { a: JSON.stringify({ text: `SIDS:\n${otherSid}\n${otherSid}` }) },
    [`${otherSid} in a`],
  ],
  ["in JSON in JSON", { a: JSON.stringify(JSON.stringify({ sid: `\t${otherSid}` })) }, [`${otherSid} in a`]],
  ["after an escaped character", { a: `\\u0022${otherSid}\\u0022, \\x22${otherSid}` }, [`${otherSid} in a`]],
  ["between HTML's quotes", { a: `&quot;${otherSid}&quot;` }, [`${otherSid} in a`]],
  ["in a mail's encoding", { a: `sid=3D${otherSid}` }, [`${otherSid} in a`]],
  ["in base64", { a: Buffer.from(`SERVICE=${otherSid}\n`).toString("base64") }, [`${otherSid} in a`]],
  [
    "alone in base64 for URLs, and in lines",
    { a: Buffer.from(otherSid).toString("base64url").replace(/.{20}/g, "$&\n") },
    [`${otherSid} in a`],
  ],
  ["twice in one property", { a: `${otherSid} ${otherSid}` }, [`${otherSid} in a`]],
  ["beside what is not known yet", { a: unknownText, b: { c: unknownText, d: otherSid } }, [`${otherSid} in b.d`]],
])("A SID is found %s", async (_where, props, found) => {
  expect(await foundIn(props)).toEqual(found);
});

test("A resource that names many services is one violation, with no more than twenty places in it", async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`p${index}`, otherSid]));
  const { violations } = await pack.analyzeStack([other(many)]);
  expect(violations).toHaveLength(1);
  expect(violations[0]?.message.match(/^ {2}- in the property p/gm)).toHaveLength(20);
  expect(violations[0]?.message).toContain("- and in 10 more places");
});

test.each([
  ["one digit short", otherSid.slice(0, -1)],
  ["one digit too long", `${otherSid}0`],
  ["in a longer word", `X${otherSid}`],
  ["in a longer word that has an escape in it", `\\nX${otherSid}`],
  ["after digits that are no escape", `u0022${otherSid} 2F${otherSid} %F${otherSid}`],
  ["with a letter that is no digit", `${otherSid.slice(0, -1)}g`],
  ["of another kind", otherSid.replace("IS", "AC")],
  ["in lower case", otherSid.replace("IS", "is")],
])("What only looks like a service's SID is none: %s", async (_what, text) => {
  expect(await foundIn({ a: text })).toEqual([]);
});

test("Hex digits are the same in either case", async () => {
  const upper = `IS${otherSid.slice(2).toUpperCase()}`;
  expect((await pack.analyzeStack([other({ a: upper }), record({ chatServiceSid: otherSid })])).violations).toEqual([]);
});

test("A recorded service counts whether or not its SID is secret", async () => {
  expect((await pack.analyzeStack([other({ a: sid }), record({ chatServiceSid: secret(sid) })])).violations).toEqual(
    [],
  );
});

test("Only a ServiceWebhookConfiguration records: another resource with the same property does not", async () => {
  const { violations } = await pack.analyzeStack([other({ chatServiceSid: sid }, "twilio:index:Service")]);
  expect(violations).toHaveLength(1);
});

test("While the SID of a record is not known in preview, it may be the one in question: a note says that nothing was verified", async () => {
  const { violations } = await pack.analyzeStack([other({ a: otherSid }), record({ chatServiceSid: unknownText })]);
  expect(violations).toMatchObject([
    {
      level: "advisory",
      message: expect.stringMatching(
        /^can't run policy 'recorded-services' .* during preview: string value at .chatServiceSid/,
      ),
    },
  ]);
  const recorded = [other({ a: sid }), record(), record({ chatServiceSid: unknownText }, "second")];
  expect((await pack.analyzeStack(recorded)).violations).toEqual([]);
});

test("A message holds no value: the SID may stand in a secret, and so may the keys around it", async () => {
  const { violations } = await pack.analyzeStack([
    other({ a: secret({ sesame: { [otherSid]: `open ${otherSid}` } }) }),
  ]);
  expect(violations).toHaveLength(1);
  expect(JSON.stringify(violations)).not.toMatch(new RegExp(`${otherSid}|sesame|open`));
  expect(pack.output).not.toContain(otherSid);
});

test("A SID that is a property's own name is not in a message either", async () => {
  const { violations } = await pack.analyzeStack([other({ [otherSid]: "x", [`of/${otherSid}`]: "y" })]);
  expect(violations[0]?.message).toContain("  - in the property [secret]\n  - in the property of/[secret]\n");
  expect(JSON.stringify(violations)).not.toContain(otherSid);
});

test("What configures a provider is not a use of a service: that of a dynamic provider is the whole stack's", async () => {
  const config = { "chat:serviceSid": otherSid };
  expect((await pack.analyzeStack([other(config, "pulumi:providers:pulumi-nodejs", "default")])).violations).toEqual(
    [],
  );
  await pack.configure({ [policy]: { properties: { exceptTypes: ["a:b:C"] } } });
  expect((await pack.analyzeStack([other(config, "pulumi:providers:aws", "mine")])).violations).toEqual([]);
});

test("What another stack exports is not this stack's use of it", async () => {
  const reference = other({ outputs: { sid: otherSid } }, "pulumi:pulumi:StackReference", "org/other/dev");
  expect((await pack.analyzeStack([reference])).violations).toEqual([]);
  expect((await pack.analyzeStack([other({ sid: otherSid }, "pulumi:pulumi:Stack")])).violations).toHaveLength(1);
});

describe("The pack's configuration", () => {
  test("can except services", async () => {
    await pack.configure({ [policy]: { properties: { exceptServices: [`IS${otherSid.slice(2).toUpperCase()}`] } } });
    expect((await pack.analyzeStack([other({ a: otherSid, b: sid })])).violations).toHaveLength(1);
  });

  test("can except types of resources", async () => {
    await pack.configure({ [policy]: { properties: { exceptTypes: ["aws:lambda/function:Function"] } } });
    const resources = [other({ a: otherSid }), other({ a: otherSid }, "aws:s3/bucket:Bucket")];
    expect((await pack.analyzeStack(resources)).violations).toMatchObject([
      { urn: urnOf("aws:s3/bucket:Bucket", "worker") },
    ]);
  });

  test("can make it advisory, or switch it off", async () => {
    await pack.configure({ [policy]: { level: "advisory" } });
    expect((await pack.analyzeStack([other({ a: sid })])).violations).toMatchObject([{ level: "advisory" }]);
    await pack.configure({ [policy]: { level: "disabled" } });
    expect((await pack.analyzeStack([other({ a: sid })])).violations).toEqual([]);
  });

  test.each([
    [{ exceptServices: otherSid }, "exceptServices must be a list; it is a string"],
    [{ exceptServices: [otherSid, "MG"] }, 'exceptServices[1] must be "IS" followed by 32 hexadecimal digits'],
    [{ exceptTypes: [""] }, "exceptTypes[0] must be a resource's type; it is an empty string"],
    [{ exceptServies: [] }, 'unknown option "exceptServies"; did you mean "exceptServices"?'],
    [{ showValues: 1 }, "showValues must be true or false"],
  ])("that is not valid is an error that names the key: %j", async (properties, message) => {
    await pack.configure({ [policy]: { properties } });
    await expect(pack.analyzeStack([])).rejects.toThrow(`policy "recorded-services": ${message}`);
  });
});

test("A pack tells its name, its policies, their levels and the schemas of their configuration", async () => {
  const info = await pack.info();
  expect(info).toMatchObject({ name: "twilio", version: "1.2.3", supportsconfig: true });
  expect(info.policiesList).toMatchObject([
    {
      name: policy,
      policyType: 2,
      enforcementlevel: 1,
      description: "The webhooks of each Twilio Conversations service that a stack uses must be recorded in it.",
      remediationSteps: "Record it with a ServiceWebhookConfiguration, or name it in the policy's `exceptServices`",
    },
  ]);
  expect(Object.keys(await pack.configSchemaOf(policy))).toEqual(["exceptServices", "exceptTypes", "showValues"]);
  expect(await pack.pluginVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

test.each([
  ["recordedServicesPolicy({ exceptServices: ['CH'] })", "exceptServices[0] must be"],
  ["recordedServicesPolicy({ except: [] })", 'unknown option "except"'],
])("The pack does not start with %s", async (policies, message) => {
  await expect(startPack(policies)).rejects.toThrow(`error: [runtime] recordedServicesPolicy: ${message}`);
});
