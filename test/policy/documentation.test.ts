import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { startProgram, type Level, type Pack, type Properties } from "./support/pack";
import { other, otherSid, record, sid } from "./support/resources";

const page = readFileSync(join(__dirname, "..", "..", "docs", "policy.md"), "utf8");
const blocksIn = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, text = ""]) => text);
const [program = ""] = blocksIn("ts");
const [packageFile = "", configuration = ""] = blocksIn("json");

let pack: Pack;
beforeAll(async () => {
  pack = await startProgram({ "index.ts": program, "package.json": packageFile });
});

test("The documented pack runs as it stands", async () => {
  const lost = { chatServiceSid: otherSid, postWebhookUrl: "https://evil.example.net" };
  expect((await pack.analyze(record({ chatServiceSid: otherSid }))).violations).toEqual([]);
  expect((await pack.analyze(record(lost))).violations).toMatchObject([
    { policy: "webhook-expectation", level: "mandatory" },
  ]);
  expect((await pack.analyze(record())).violations).toMatchObject([
    { message: expect.stringContaining("postWebhookUrl: expected null") },
  ]);
  expect((await pack.analyzeStack([other({ a: sid })])).violations).toMatchObject([
    { policy: "recorded-services", level: "advisory" },
  ]);
});

test("The documented package file has what Pulumi's policy SDK asks of it", () => {
  expect(JSON.parse(packageFile)).toMatchObject({ name: expect.any(String), version: expect.any(String) });
});

test("The documented configuration is one that the policies' schemas take and the policies read", async () => {
  const config = JSON.parse(configuration) as Record<string, Properties & { enforcementLevel: Level }>;
  expect(Object.keys(config)).toEqual(["webhook-expectation", "webhook-rules", "recorded-services"]);
  const read: Parameters<Pack["configure"]>[0] = {};
  for (const [policy, { enforcementLevel: level, ...properties }] of Object.entries(config)) {
    const validate = new Ajv().compile({
      type: "object",
      properties: await pack.configSchemaOf(policy),
      additionalProperties: false,
    });
    expect([policy, validate(properties), validate.errors]).toEqual([policy, true, null]);
    read[policy] = { level, properties };
  }
  await pack.configure(read);
  const { violations } = await pack.analyze(record({ filters: ["onMessageRemove"] }));
  expect(violations.map(({ policy }) => policy)).toEqual(["webhook-expectation", "webhook-rules"]);
  expect((await pack.analyzeStack([other({ a: otherSid })])).violations).toEqual([]);
});

test("The documented options and defaults are those that there are", async () => {
  const { policiesList } = await pack.info();
  for (const { name, enforcementlevel } of policiesList) {
    expect(page).toContain(`\`${name}\``);
    expect(enforcementlevel).toBeDefined();
    for (const option of Object.keys(await pack.configSchemaOf(name))) {
      expect(page).toContain(`| \`${option}\`:`);
    }
  }
});
