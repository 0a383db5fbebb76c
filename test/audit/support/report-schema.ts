import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const file = join(__dirname, "..", "..", "..", "provider", "schemas", "audit-report.schema.json");
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(file, "utf8")) as object,
);

/** Fails unless a report, as it is in JSON, is as its published schema says. */
export function expectValidReport(report: unknown): void {
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
}
