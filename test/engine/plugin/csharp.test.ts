import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageSchema } from "../../../provider/plugin/schema/package-schema";
import type { FunctionSchema, ObjectSchema, ResourceSchema } from "../../../provider/plugin/schema/schema-types";
import { describeLanguage, findLanguage } from "./support/language";
import { schemaExamples } from "./support/schema-examples";

jest.setTimeout(120_000);

const schema = packageSchema("1.2.3") as {
  readonly config: { readonly variables: ObjectSchema["properties"] };
  readonly functions: Readonly<Record<string, FunctionSchema>>;
  readonly resources: Readonly<Record<string, ResourceSchema>>;
  readonly types: Readonly<Record<string, ObjectSchema>>;
};

const capital = (name: string) => name.replace(/^./, (first) => first.toUpperCase());
const short = (token: string) => capital(token.split(":").at(-1) ?? "");

interface Class {
  readonly file: string;
  readonly namespace: string;
  readonly text: string;
  /** The names of its properties and fields that a program sees. */
  readonly members: readonly string[];
}

/** Every public class of the SDK, by its name within `Pulumi.TwilioConversations`. */
function classesOfSdk(): Map<string, Class> {
  const folder = findLanguage("csharp").sdk ?? "";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".cs"));
  const classes = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const namespace = /^namespace (\S+)$/m.exec(text)?.[1] ?? "";
    return text
      .split(/^ {4}public (?=[a-z ]*class )/m)
      .slice(1)
      .map((part) => {
        const name = /^[a-z ]*class (\w+)/.exec(part)?.[1] ?? "";
        const members = [...part.matchAll(/^ {8}public (?:static )?(?:readonly )?\S+(?:<.*>\??)? (\w+)(?:$|;| \{)/gm)];
        const full = `${namespace}.${name}`.replace("Pulumi.TwilioConversations.", "");
        return [full, { file, namespace, text: part, members: members.map(([, member = ""]) => member) }] as const;
      });
  });
  return new Map(classes);
}

/** The C# names of the properties of a schema's object. */
function namesIn(properties: ObjectSchema["properties"]): string[] {
  return Object.entries(properties).map(([name, { language }]) => language?.csharp.name ?? capital(name));
}

/** The classes that a program makes, and the properties that it sets of each: the lines that stand one step further in. */
function usedIn(program: string): (readonly [name: string, properties: readonly string[]])[] {
  const made = [
    ...program.matchAll(/^( *).*(?:new Twilio\.([\w.]+)|Twilio\.(\w+)\.Invoke\()[^{;]*\n\1\{\n([^]*?)^\1\}/gm),
  ];
  const nested = made.flatMap(([, , , , body = ""]) => usedIn(body));
  const own = made.map(([, indent = "", type, called, body = ""]) => {
    const properties = [...body.matchAll(/^( *)(\w+) =/gm)].filter(([, spaces]) => spaces === `${indent}    `);
    const name = called === undefined ? (type ?? "").replace(/(?<!Args)$/, "Args") : `${called}InvokeArgs`;
    return [name, properties.map(([, , property = ""]) => property)] as const;
  });
  return [...own, ...nested];
}

describeLanguage("csharp", "The SDK for C# that Pulumi makes of the schema", () => {
  let classes: ReturnType<typeof classesOfSdk>;
  beforeAll(() => {
    classes = classesOfSdk();
  });
  const membersOf = (name: string) => classes.get(name)?.members ?? [`there is no class ${name}`];

  test("has a class for each function, resource and type, in one namespace, with every property by its name", () => {
    expect(new Set([...classes.values()].map(({ namespace }) => namespace))).toEqual(
      new Set(["", ".Inputs", ".Outputs"].map((end) => `Pulumi.TwilioConversations${end}`)),
    );
    for (const [token, { inputs, outputs }] of Object.entries(schema.functions)) {
      const name = short(token);
      expect(classes.get(name)?.text).toContain(`"${token}"`);
      expect(membersOf(`${name}Result`)).toEqual(namesIn(outputs.properties).sort());
      if (Object.keys(inputs.properties).length > 0) {
        expect([...membersOf(`${name}InvokeArgs`)].sort()).toEqual(namesIn(inputs.properties).sort());
      }
    }
    for (const [token, { properties, inputProperties }] of Object.entries(schema.resources)) {
      expect(classes.get(short(token))?.text).toContain(`"${token}"`);
      expect(membersOf(short(token))).toEqual(namesIn(properties).sort());
      expect(membersOf(`${short(token)}Args`)).toEqual(namesIn(inputProperties).sort());
    }
    for (const [token, { properties }] of Object.entries(schema.types)) {
      expect([...membersOf(`Outputs.${short(token)}`)].sort()).toEqual(namesIn(properties).sort());
    }
    expect(membersOf("Config")).toEqual(namesIn(schema.config.variables).sort());
    expect(membersOf("ProviderArgs")).toEqual(namesIn(schema.config.variables).sort());
  });

  test("says of each property what the schema says of it", () => {
    const texts = [...classes.values()].map(({ text }) => text).join("\n");
    const described = [
      schema.config.variables,
      ...Object.values(schema.types).map(({ properties }) => properties),
      ...Object.values(schema.resources).flatMap(({ properties, inputProperties }) => [properties, inputProperties]),
      ...Object.values(schema.functions).flatMap(({ inputs, outputs }) => [inputs.properties, outputs.properties]),
    ].flatMap((properties) => Object.values(properties).map(({ description }) => description));
    expect(described.length).toBeGreaterThan(60);
    expect(described.filter((text) => !texts.includes(`/// ${text}\n`))).toEqual([]);
  });

  test("marks each credential of an explicit provider as a secret, and nothing else", () => {
    const { text = "" } = classes.get("ProviderArgs") ?? {};
    const secret = [...text.matchAll(/(\w+)\n {8}\{\n[^}]*\}?[^}]*Output\.CreateSecret/g)].map(([, name]) => name);
    const marked = Object.entries(schema.config.variables).filter(([, property]) => property.secret === true);
    expect(secret).toEqual(namesIn(Object.fromEntries(marked)).sort());
    expect(secret).toEqual(["ApiSecret", "AuthToken"]);
  });

  test("has no member that hides what every object has, or that is called as its class is", () => {
    const hidden = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];
    const faults = [...classes].flatMap(([name, { members }]) =>
      members.filter((each) => hidden.includes(each) || each === name.split(".").at(-1)),
    );
    expect(faults).toEqual([]);
  });

  test("has what the examples in the schema make, set and give", () => {
    const examples = schemaExamples("csharp");
    const used = examples.flatMap(usedIn);
    expect(used.length).toBeGreaterThan(6);
    for (const [name, properties] of used) {
      expect([name, properties.filter((each) => !membersOf(name).includes(each))]).toEqual([name, []]);
    }
    const given = examples.flatMap((text) => {
      const [, variable, called, made] = /var (\w+) = (?:Twilio\.(\w+)\.Invoke|new Twilio\.(\w+))/.exec(text) ?? [];
      const members = text.matchAll(new RegExp(`(?:result => result|= ${variable})\\.(?!Apply)(\\w+)`, "g"));
      return [...members].map(([, member = ""]) => [made ?? `${called}Result`, member] as const);
    });
    expect(given.length).toBe(examples.length);
    expect(given.filter(([name, member]) => !membersOf(name).includes(member))).toEqual([]);
  });
});

describeLanguage("dotnet", "The SDK for C# that Pulumi makes of the schema, with .NET", () => {
  test("compiles", () => {
    const folder = mkdtempSync(join(tmpdir(), "sdk-csharp-"));
    cpSync(findLanguage("csharp").sdk ?? "", folder, { recursive: true });
    const args = ["build", "--nologo", "-property:GeneratePackageOnBuild=false"];
    const { stdout, status } = spawnSync(findLanguage("dotnet").program ?? "dotnet", args, {
      cwd: folder,
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    expect([status === 0 ? "" : stdout, status]).toEqual(["", 0]);
  });
});
