// Tested by test/verdict/violation-report.test.ts
import { printableJson, printableText } from "./printable";

/** A service as messages name it, with the name of its account if it has one: `IS… of the account "eu"`. */
export function serviceName(chatServiceSid: string, account: string | undefined): string {
  const whose = account === undefined ? "" : ` of the account ${printableJson(account)}`;
  return `${printableText(chatServiceSid)}${whose}`;
}
