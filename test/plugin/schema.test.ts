import { environmentSource, type SettingKey } from "../../provider/credentials/settings-source";
import type { ServiceWebhookExpectation } from "../../provider/expectation/service-webhook-expectation";
import type { GetWebhookConfigurationResult } from "../../provider/result/account-webhook-configuration";
import type { ReadingError, ServiceWebhookConfigurationReading } from "../../provider/result/service-reading";
import type { GetServiceWebhookConfigurationResult } from "../../provider/result/service-webhook-configuration";
import type { Finding } from "../../provider/rules/finding";
import { recordedProperties } from "../../provider/recording/recorded-properties";
import { expectationTypes } from "../../provider/plugin/schema/expectation-types";
import { packageSchema } from "../../provider/plugin/schema/package-schema";
import type { PropertySchema } from "../../provider/plugin/schema/schema-types";
import { startPlugin } from "./support/engine";

interface ObjectType {
  readonly description?: string;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
}

const schema = packageSchema("1.2.3") as {
  readonly types: Readonly<Record<string, ObjectType>>;
  readonly config: { readonly variables: ObjectType["properties"] };
  readonly resources: Readonly<Record<string, ObjectType & { readonly inputProperties: ObjectType["properties"] }>>;
  readonly functions: Readonly<
    Record<string, { readonly description: string; readonly inputs: ObjectType; readonly outputs: ObjectType }>
  >;
};

function everyProperty(): readonly (readonly [path: string, property: PropertySchema])[] {
  const within = (path: string, properties: ObjectType["properties"]) =>
    Object.entries(properties).map(([name, property]) => [`${path}.${name}`, property] as const);
  return [
    ...within("config", schema.config.variables),
    ...Object.entries(schema.types).flatMap(([name, type]) => within(name, type.properties)),
    ...Object.entries(schema.resources).flatMap(([name, { properties, inputProperties }]) => [
      ...within(name, properties),
      ...within(`${name} (input)`, inputProperties),
    ]),
    ...Object.entries(schema.functions).flatMap(([name, { inputs, outputs }]) => [
      ...within(`${name} (input)`, inputs.properties),
      ...within(name, outputs.properties),
    ]),
  ];
}

test("the plugin answers with the schema of its version, and refuses another format", async () => {
  const engine = await startPlugin();
  expect(await engine.schema()).toEqual(JSON.parse(JSON.stringify(schema)));
  await expect(engine.schema(1)).rejects.toMatchObject({ details: expect.stringContaining("version 0") });
});

test("every function, resource, type and property is described in a sentence", () => {
  const described = [
    ...everyProperty().map(([path, { description }]) => [path, description] as const),
    ...Object.entries(schema.functions).map(([name, { description }]) => [name, description] as const),
    ...Object.entries(schema.resources).map(([name, { description }]) => [name, description ?? ""] as const),
    ...Object.entries(schema.types).map(([name, { description }]) => [name, description ?? ""] as const),
  ];
  const examples = /\n\n\{\{% examples %\}\}[^]*$/;
  expect(described.filter(([, text]) => !/^[A-Z`][^]*[.]$/.test(text.replace(examples, "")))).toEqual([]);
});

test("each setting names the variable that it is looked up in otherwise", () => {
  const { nameOf } = environmentSource(undefined, {});
  for (const [key, { description }] of Object.entries(schema.config.variables)) {
    expect(description).toContain(`\`${nameOf(key as SettingKey)}\``);
  }
});

test("what may be left out says its default, and what may be null in an answer says when", () => {
  const optional = ({ properties, required = [] }: ObjectType) =>
    Object.entries(properties).filter(([name]) => !required.includes(name));
  const resources = Object.values(schema.resources);
  const functions = Object.values(schema.functions);
  const types = Object.entries(schema.types);
  const isInput = ([name]: (typeof types)[number]) => /:(Expectation|(Url|Filter)Conditions|UrlPattern)$/.test(name);
  const inputs = [
    { properties: schema.config.variables },
    ...resources.map(({ inputProperties }) => ({ properties: inputProperties, required: ["chatServiceSid"] })),
    ...functions.map(({ inputs: args }) => args),
    ...types.filter(isInput).map(([, type]) => type),
  ].flatMap(optional);
  expect(inputs.length).toBeGreaterThan(30);
  expect(inputs.filter(([, { description }]) => !description.includes("Default: "))).toEqual([]);
  const outputs = [
    ...resources,
    ...functions.map(({ outputs: result }) => result),
    ...types.filter((type) => !isInput(type)).map(([, type]) => type),
  ].flatMap(optional);
  expect(outputs.length).toBeGreaterThan(30);
  expect(outputs.filter(([, { description }]) => !/\bnull\b/i.test(description))).toEqual([]);
});

test("every function and resource says what makes it fail, and has examples in each language of Pulumi's", () => {
  const descriptions = [...Object.values(schema.functions), ...Object.values(schema.resources)].map(
    ({ description = "" }) => description,
  );
  for (const description of descriptions) {
    expect(description).toMatch(/It fails, with one message that says what to do, if one of these holds: /);
    const [, examples = ""] = description.split("{{% examples %}}");
    const each = examples.split("{{% example %}}").slice(1);
    expect(each.length).toBeGreaterThan(0);
    for (const example of each) {
      const languages = [...example.matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
      expect(languages).toEqual(["typescript", "python", "csharp", "go", "java", "yaml"]);
      expect(example).toContain("{{% /example %}}");
    }
  }
});

test("no property is a union: not every language has them", () => {
  expect(JSON.stringify(schema)).not.toContain('"oneOf"');
});

test("every reference leads to a type of the schema", () => {
  const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/types\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(5);
  expect(references.filter((name) => !Object.hasOwn(schema.types, name ?? ""))).toEqual([]);
});

test("the resource has every property that is recorded", () => {
  const { properties } = schema.resources["twilio-conversations:index:ServiceWebhookConfiguration"] ?? {
    properties: {},
  };
  expect(Object.keys(properties).sort()).toEqual(
    [...recordedProperties, "chatServiceSid", "expect", "rules", "enforcement"].sort(),
  );
});

// A property or condition that is left out here does not compile.
const expectation: Record<keyof Required<ServiceWebhookExpectation>, true> = {
  preWebhookUrl: true,
  postWebhookUrl: true,
  method: true,
  filters: true,
  accountSid: true,
  delivers: true,
};
type UrlConditions = Extract<ServiceWebhookExpectation["preWebhookUrl"], { readonly set?: boolean }>;
const urlConditions: Record<keyof Required<UrlConditions>, true> = {
  equals: true,
  set: true,
  protocol: true,
  host: true,
  path: true,
  query: true,
  pattern: true,
};
type FilterConditions = Extract<ServiceWebhookExpectation["filters"], { readonly only?: unknown }>;
const filterConditions: Record<keyof Required<FilterConditions>, true> = {
  equals: true,
  includes: true,
  excludes: true,
  only: true,
};

test("what a TypeScript program can expect, a program in any language can", () => {
  expect(Object.keys(expectationTypes.Expectation.properties).sort()).toEqual(Object.keys(expectation).sort());
  expect(Object.keys(expectationTypes.UrlConditions.properties).sort()).toEqual(
    [...Object.keys(urlConditions), "noQuery"].sort(),
  );
  expect(Object.keys(expectationTypes.FilterConditions.properties).sort()).toEqual(
    Object.keys(filterConditions).sort(),
  );
});

// Each property of a TypeScript type stands here, or this does not compile.
const results: Readonly<Record<string, readonly string[]>> = {
  ServiceConfiguration: keysOf<GetServiceWebhookConfigurationResult>({
    accountSid: true,
    chatServiceSid: true,
    preWebhookUrl: true,
    postWebhookUrl: true,
    filters: true,
    method: true,
    url: true,
  }),
  ServiceReading: keysOf<ServiceWebhookConfigurationReading>({
    chatServiceSid: true,
    friendlyName: true,
    configuration: true,
    error: true,
  }),
  ReadingError: keysOf<ReadingError>({ name: true, message: true, status: true, code: true, requestId: true }),
  Finding: keysOf<Finding>({ rule: true, severity: true, property: true, message: true, remediation: true }),
};
const accountResult = keysOf<GetWebhookConfigurationResult>({
  accountSid: true,
  preWebhookUrl: true,
  postWebhookUrl: true,
  filters: true,
  method: true,
  target: true,
  url: true,
});

function keysOf<Type>(keys: Record<keyof Required<Type>, true>): readonly string[] {
  return Object.keys(keys).sort();
}

test("what a TypeScript program is given, a program in any language is", () => {
  const token = (name: string) => `twilio-conversations:index:${name}`;
  for (const [name, keys] of Object.entries(results)) {
    expect(Object.keys(schema.types[token(name)]?.properties ?? {}).sort()).toEqual(keys);
  }
  const given = (name: string) => Object.keys(schema.functions[token(name)]?.outputs.properties ?? {}).sort();
  expect(given("getServiceWebhookConfiguration")).toEqual(results["ServiceConfiguration"]);
  expect(given("getWebhookConfiguration")).toEqual(accountResult);
});

test("the schema changes only if it is meant to: every SDK is made of it", () => {
  expect(schema).toMatchSnapshot();
});
