import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectationsFileSchema } from "../../provider/audit/expectations/expectations-file-schema";
import { readExpectations } from "../../provider/audit/expectations/read-expectations";
import { parse } from "yaml";

const folder = join(__dirname, "..", "..", "provider", "schemas");
const schemaFile = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const sid = `IS${"0".repeat(31)}1`;

test("the published schema of expectations files is the one that the code has", () => {
  expect(schemaFile("expectations.schema.json")).toEqual(expectationsFileSchema);
});

test.each([
  ["default: { method: POST }", true],
  [`$schema: x\nservices: { ${sid}: { method: POST } }`, true],
  ['friendlyNames: { "support-*": { postWebhookUrl: { host: "*.example.com" } } }', true],
  ["x-base: &base { method: POST }\ndefault: *base", true],
  ["x-base: &base { method: POST }\ndefault: { <<: *base, filters: null }", true],
  ["x-base: { method: POST }", false],
  ["$schema: x", false],
  ["defaults: { method: POST }", false],
  ["default: { metod: POST }", false],
  ["services: {}", false],
  ["services: { ISx: { method: POST } }", false],
  ['friendlyNames: { "": { method: POST } }', false],
])("the schema and the reader agree on %s", (text, isValid) => {
  const validate = new Ajv({ strictTypes: false }).compile(expectationsFileSchema);
  expect(validate(parse(text, { merge: true }))).toBe(isValid);
  expect("expectations" in readExpectations(text, "e.yaml")).toBe(isValid);
});
