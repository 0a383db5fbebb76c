// Tested by test/cli/record-command.test.ts
import { escapedString } from "./escaped-string";
import { portable, type Recordable, type Value } from "./recordable";
import { argumentTypes } from "./argument-types";

/** A program in Python. */
export function pythonProgram(services: readonly Recordable[]): string {
  return [
    "import pulumi_twilio_conversations as twilio",
    "",
    ...services.flatMap(({ name, chatServiceSid, account, expect, comments }) => {
      const { expect: said, unsaid } = portable(expect);
      return [
        ...[...comments, ...unsaid].map((comment) => `# ${comment}`),
        ...(account === undefined ? [] : [`# give it an explicit provider with the credentials of account ${account}`]),
        "twilio.ServiceWebhookConfiguration(",
        `    "${name}",`,
        `    chat_service_sid="${chatServiceSid}",`,
        "    expect=twilio.ExpectationArgs(",
        ...Object.entries(said).map(
          ([property, value]) => `        ${snakeCase(property)}=${literal(value, argumentTypes[property])},`,
        ),
        "    ),",
        ")",
        "",
      ];
    }),
  ].join("\n");
}

function literal(value: Value, type?: string): string {
  if (typeof value === "string") {
    return escapedString(value);
  }
  if (typeof value === "boolean") {
    return value ? "True" : "False";
  }
  if (Array.isArray(value)) {
    return `[${value.map((item: Value) => literal(item)).join(", ")}]`;
  }
  const fields = Object.entries((value ?? {}) as Readonly<Record<string, Value>>);
  return `twilio.${type ?? ""}(${fields.map(([key, part]) => `${snakeCase(key)}=${literal(part)}`).join(", ")})`;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
