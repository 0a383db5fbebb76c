// Tested by test/cli/record-command.test.ts
import { escapedString } from "./escaped-string";
import { portable, type Recordable, type Value } from "./recordable";

/** A project in YAML. */
export function yamlProgram(services: readonly Recordable[]): string {
  return [
    "name: webhooks",
    "runtime: yaml",
    "resources:",
    ...services.flatMap(({ name, chatServiceSid, account, expect, comments }) => {
      const { expect: said, unsaid } = portable(expect);
      const entries = Object.entries(said);
      const written = entries.filter(([, value]) => !interpolates(value));
      return [
        ...comments.map((comment) => `  # ${comment}`),
        ...[
          ...unsaid,
          ...entries
            .filter((entry) => !written.includes(entry))
            .map(([property]) => `${property}: it has "\${" in it, and so it is left out`),
          ...(account === undefined ? [] : [`give it an explicit provider with the credentials of account ${account}`]),
        ].map((comment) => `  # ${comment}`),
        `  ${name}:`,
        "    type: twilio-conversations:ServiceWebhookConfiguration",
        "    properties:",
        `      chatServiceSid: ${chatServiceSid}`,
        "      expect:",
        ...written.map(([property, value]) => `        ${property}: ${flow(value)}`),
      ];
    }),
    "",
  ].join("\n");
}

/** Whether Pulumi would read something else than text in a value. */
function interpolates(value: Value): boolean {
  return typeof value === "string"
    ? value.includes("${")
    : typeof value === "object" && value !== null && Object.values(value).some((part) => interpolates(part));
}

/** In YAML's flow style. Pulumi's reader refuses the halves of a pair of code units, with which JSON writes some characters. */
function flow(value: Value): string {
  if (typeof value === "string") {
    return escapedString(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(", ")}]`;
  }
  return typeof value === "object" && value !== null
    ? `{ ${Object.entries(value as Readonly<Record<string, Value>>)
        .map(([key, part]) => `${key}: ${flow(part)}`)
        .join(", ")} }`
    : String(value);
}
