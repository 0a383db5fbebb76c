import { InvalidInputError } from "../errors/invalid-input-error";

const serviceSidShape = /^IS[0-9a-fA-F]{32}$/;

/** Whether `value` has the shape of a Conversations service's SID: `IS` and 32 hexadecimal digits. */
export function isServiceSid(value: unknown): value is string {
  return typeof value === "string" && serviceSidShape.test(value);
}

const otherSids: Readonly<Record<string, string>> = {
  AC: "an account SID",
  SK: "an API key's SID",
  CH: "a conversation's SID",
  MG: "a messaging service's SID",
};

function describe(value: unknown): string {
  if (typeof value !== "string") {
    return value === undefined ? "it is missing" : `it is ${value === null ? "null" : `of type ${typeof value}`}`;
  }
  const other = otherSids[value.slice(0, 2)];
  if (other !== undefined && value.length === 34) {
    return `it is ${other}`;
  }
  if (isServiceSid(value.trim())) {
    return "it starts or ends with white space";
  }
  return (
    `it has ${value.length} ${value.length === 1 ? "character" : "characters"}` +
    (value.length === 34 ? ", but not of that form" : "")
  );
}

/**
 * Gives `value` back if it is a service's SID. What is refused is described, not repeated: it may be a credential that
 * was put in the wrong place.
 * @throws {InvalidInputError} for anything else.
 */
export function requireServiceSid(value: unknown, argument = "chatServiceSid"): string {
  if (isServiceSid(value)) {
    return value;
  }
  throw new InvalidInputError(
    argument,
    `${argument} must be "IS" followed by 32 hexadecimal digits, but ${describe(value)}`,
    ["A service's SID is listed at Twilio under Conversations > Services."],
  );
}
