// Tested by test/cli/record-command.test.ts
import { printableJson } from "../../text/printable";
import type { Recordable, Value } from "./recordable";

/** A program in TypeScript. */
export function typescriptProgram(services: readonly Recordable[]): string {
  return [
    'import { ServiceWebhookConfiguration } from "pulumi-twilio-conversations";',
    "",
    ...services.flatMap(({ name, chatServiceSid, account, expect, comments }) => [
      ...comments.map((comment) => `// ${comment}`),
      `new ServiceWebhookConfiguration("${name}", {`,
      `  chatServiceSid: "${chatServiceSid}",`,
      ...(account === undefined ? [] : [`  account: ${printableJson(account)},`]),
      "  expect: {",
      ...Object.entries(expect).map(([property, value]) => `    ${property}: ${literal(value)},`),
      "  },",
      "});",
      "",
    ]),
  ].join("\n");
}

function literal(value: Value): string {
  if (Array.isArray(value)) {
    return `[${value.map(literal).join(", ")}]`;
  }
  return typeof value === "object" && value !== null
    ? `{ ${Object.entries(value as Readonly<Record<string, Value>>)
        .map(([key, part]) => `${key}: ${literal(part)}`)
        .join(", ")} }`
    : printableJson(value);
}
