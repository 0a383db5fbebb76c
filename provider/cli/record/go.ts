// Tested by test/cli/record-command.test.ts
import { escapedString } from "./escaped-string";
import { portable, type Recordable, type Value } from "./recordable";
import { argumentTypes } from "./argument-types";

/** A program in Go, as gofmt lays it out. */
export function goProgram(services: readonly Recordable[]): string {
  return [
    "package main",
    "",
    "import (",
    '\ttwilio "github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/sdk/go/twilioconversations"',
    '\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
    ")",
    "",
    "func main() {",
    "\tpulumi.Run(func(ctx *pulumi.Context) error {",
    ...services.flatMap(resource),
    "\t\treturn nil",
    "\t})",
    "}",
    "",
  ].join("\n");
}

function resource({ name, chatServiceSid, account, expect, comments }: Recordable): readonly string[] {
  const { expect: said, unsaid } = portable(expect);
  const fields = Object.entries(said);
  // gofmt puts the values of neighbouring lines in one column.
  const width = Math.max(...fields.map(([property]) => property.length)) + 2;
  return [
    ...[
      ...comments,
      ...unsaid,
      ...(account === undefined ? [] : [`give it an explicit provider with the credentials of account ${account}`]),
    ].map((comment) => `\t\t// ${comment}`),
    `\t\tif _, err := twilio.NewServiceWebhookConfiguration(ctx, "${name}", &twilio.ServiceWebhookConfigurationArgs{`,
    `\t\t\tChatServiceSid: pulumi.String("${chatServiceSid}"),`,
    "\t\t\tExpect: &twilio.ExpectationArgs{",
    ...fields.map(
      ([property, value]) =>
        `\t\t\t\t${`${upperFirst(property)}:`.padEnd(width)}${literal(value, argumentTypes[property])},`,
    ),
    "\t\t\t},",
    "\t\t}); err != nil {",
    "\t\t\treturn err",
    "\t\t}",
  ];
}

function literal(value: Value, type?: string): string {
  if (typeof value === "string") {
    return `pulumi.String(${escapedString(value)})`;
  }
  if (typeof value === "boolean") {
    return `pulumi.Bool(${value})`;
  }
  if (Array.isArray(value)) {
    return `pulumi.StringArray{${value.map((item: Value) => literal(item)).join(", ")}}`;
  }
  const fields = Object.entries((value ?? {}) as Readonly<Record<string, Value>>);
  return `&twilio.${type ?? ""}{${fields.map(([key, part]) => `${upperFirst(key)}: ${literal(part)}`).join(", ")}}`;
}

function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
