import { serviceName } from "../text/service-name";
import type { Finding } from "./finding";

/** The circumstances of a message about findings. */
export interface FindingsContext {
  /** The service whose configuration it is. */
  readonly chatServiceSid: string;
  /**
   * The named account that it is read with.
   * @default the default account, which has no name
   */
  readonly accountName?: string | undefined;
  /** The name of the rules' settings in messages. */
  readonly rulesName: string;
}

/** All findings of a service, for a reader, with the ways out. */
export function findingsMessage(
  found: readonly Finding[],
  { chatServiceSid, accountName, rulesName }: FindingsContext,
): string {
  const count = found.length === 1 ? "1 finding" : `${found.length} findings`;
  const switches = [...new Set(found.map(({ rule }) => rule))].map((rule) => `"${rule}": "off"`);
  return [
    `the webhook configuration of service ${serviceName(chatServiceSid, accountName)} is wrong by the rules (${count}):`,
    ...found.flatMap(({ rule, message, remediation }) => [
      `  - ${rule}: ${message}`,
      ...remediation.split("\n").map((line) => `    ${line}`),
    ]),
    `  or, if it is right as it is, switch the rule off: ${rulesName}: { ${switches.join(", ")} }`,
  ].join("\n");
}
