import { parseDocument } from "yaml";
import { credentialKeys, endpointKeys } from "../../provider/credentials/settings-source";
import { blocksIn } from "./support/documents";

const settings = [...credentialKeys, ...endpointKeys, "maxAttempts", "attemptTimeout", "deadline"];

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

/** What a YAML file of the documents may be, as far as it is looked into. */
interface Shown {
  readonly jobs?: Readonly<Record<string, { readonly "runs-on"?: string; readonly steps?: readonly Step[] }>>;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly values?: { readonly pulumiConfig?: Readonly<Record<string, unknown>> };
}

function readYaml(text: string): Shown {
  const document = parseDocument(text);
  expect([...document.errors, ...document.warnings].map(({ message }) => message)).toEqual([]);
  return document.toJS() as Shown;
}

const json = blocksIn("json", "jsonc");
const yaml = blocksIn("yaml", "yml");

test("The documents show settings as data", () => {
  expect(yaml.length).toBeGreaterThan(3);
});

test.each([...json, ["an empty object", { text: "{}" }] as const])("The JSON in %s is JSON", (_place, { text }) => {
  expect(() => JSON.parse(text) as unknown).not.toThrow();
});

test.each(yaml)("The YAML in %s is YAML", (_place, { text }) => {
  expect(readYaml(text)).toEqual(expect.anything());
});

test.each(yaml)("The stack config in %s has no Twilio setting that there is not", (_place, { text }) => {
  const { config, values } = readYaml(text);
  const keys = Object.keys({ ...config, ...values?.pulumiConfig }).filter((key) => key.startsWith("twilio"));
  for (const key of keys) {
    expect(key).toMatch(new RegExp(`^twilio(-[\\w-]+)?:(${settings.join("|")})$`));
  }
});

test.each(yaml)("The workflow in %s has jobs whose steps each do one thing", (_place, { text }) => {
  for (const job of Object.values(readYaml(text).jobs ?? {})) {
    expect(job["runs-on"]).toEqual(expect.any(String));
    for (const { uses, run } of job.steps ?? []) {
      expect([uses, run].filter((each) => each !== undefined)).toHaveLength(1);
      expect(uses ?? "owner/action@v1").toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
    }
  }
});
