// Tested by test/cli/record-command.test.ts
import { printableJson } from "../../text/printable";
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
        ...written.map(([property, value]) => `        ${property}: ${printableJson(value)}`),
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
