import fc from "fast-check";
import { isInvalidInputError } from "../../provider/errors/invalid-input-error";
import { isServiceSid, requireServiceSid } from "../../provider/service-sid/service-sid";

const digits = "0123456789abcdefABCDEF0123456789";
const token = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

function refusalOf(value: unknown): string {
  try {
    requireServiceSid(value);
  } catch (error) {
    expect(isInvalidInputError(error)).toBe(true);
    return (error as Error).message;
  }
  throw new Error(`accepted: ${String(value)}`);
}

test("A service SID is IS and 32 hexadecimal digits of either case", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(..."0123456789abcdefABCDEF"), { minLength: 32, maxLength: 32 }), (hex) => {
      const sid = `IS${hex.join("")}`;
      expect(requireServiceSid(sid)).toBe(sid);
    }),
  );
});

test.each([
  ["too short", `IS${digits.slice(1)}`],
  ["too long", `IS${digits}0`],
  ["with a slash", `IS${digits.slice(2)}/x`],
  ["with a space", `IS${digits.slice(1)} `],
  ["with a line break at its end", `IS${digits}\n`],
  ["with a line break in place of a digit", `IS${digits.slice(1)}\n`],
  ["with digits of another script", `IS${digits.slice(1)}\u0663`],
  ["with a full-width digit", `IS${digits.slice(1)}\uff11`],
  ["in lower case", `is${digits}`],
  ["of an account", `AC${digits}`],
  ["empty", ""],
  ["null", null],
  ["undefined", undefined],
  ["an object whose text is a SID", { toString: (): string => `IS${digits}` }],
])("A service SID %s is refused", (_case, value) => {
  expect(isServiceSid(value)).toBe(false);
  refusalOf(value);
});

test("A refused SID is described and never repeated, since it may be a credential in the wrong place", () => {
  expect(refusalOf(token)).not.toContain(token);
  expect(refusalOf(token)).toContain("it has 32 characters");
});

test("The refusal says what was given instead, where that is known", () => {
  expect(refusalOf(`AC${digits}`)).toContain("it is an account SID");
  expect(refusalOf(`IS${digits}\n`)).toContain("it starts or ends with white space");
  expect(refusalOf(`MG${digits}`)).toContain("it is a messaging service's SID");
  expect(refusalOf("ACME")).toContain("it has 4 characters");
  expect(refusalOf(` ${token} `)).toContain("it has 34 characters, but not of that form");
  expect(refusalOf(undefined)).toContain("it is missing");
  expect(refusalOf(null)).toContain("it is null");
  expect(refusalOf(7)).toContain("it is of type number");
});

test("The refusal names the argument, says what would be right, and where SIDs are listed", () => {
  expect(refusalOf("I")).toBe(
    'chatServiceSid must be "IS" followed by 32 hexadecimal digits, but it has 1 character\n' +
      "  A service's SID is listed at Twilio under Conversations > Services.",
  );
  expect(() => requireServiceSid("", "exceptServices[1]")).toThrow(
    /^exceptServices\[1\] must be "IS" followed by 32 hexadecimal digits, but it has 0 characters\n/,
  );
});
