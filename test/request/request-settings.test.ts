import fc from "fast-check";
import { isConfigurationError } from "../../provider/errors/configuration-error";
import { parseRequestSettings, type RequestSettings } from "../../provider/request/request-settings";

const parse = (values: Partial<Record<keyof RequestSettings, string>>, account?: string) =>
  parseRequestSettings((key) => {
    const value = values[key];
    return value === undefined ? undefined : { name: `twilio:${key}`, value };
  }, account);

test("without settings there are five attempts of ten seconds each, and a minute in all", () => {
  expect(parse({})).toEqual({ maxAttempts: 5, attemptTimeout: 10, deadline: 60 });
});

test("each setting is taken by itself; seconds may have a fraction", () => {
  expect(parse({ maxAttempts: "1" })).toEqual({ maxAttempts: 1, attemptTimeout: 10, deadline: 60 });
  expect(parse({ attemptTimeout: "2.5", deadline: "0.75" })).toEqual({
    maxAttempts: 5,
    attemptTimeout: 2.5,
    deadline: 0.75,
  });
  expect(parse({ maxAttempts: " 7\n" }).maxAttempts).toBe(7);
});

test.each<[keyof RequestSettings, string]>([
  ...["0", "-1", "1.5", "101", "", " ", "five", "1e2", "0x5", "Infinity", "NaN", "true"].map(
    (value) => ["maxAttempts", value] as [keyof RequestSettings, string],
  ),
  ...["attemptTimeout", "deadline"].flatMap((key) =>
    ["0", "0.0", "-1", "", "10s", "1e3", "1,5", ".", "Infinity", "NaN", "999999"].map(
      (value) => [key, value] as [keyof RequestSettings, string],
    ),
  ),
])("%s cannot be %j: refused by name, with what is allowed", (key, value) => {
  let error: unknown;
  try {
    parse({ [key]: value }, "eu");
  } catch (thrown) {
    error = thrown;
  }
  expect(isConfigurationError(error) && error.account).toBe("eu");
  expect(String(error)).toMatch(new RegExp(`twilio:${key} must be a (?:whole )?number .*from [\\d.]+ to \\d+`));
});

test("a wrong value is not repeated: it may be a secret under the wrong name", () => {
  expect(() => parse({ deadline: "my-auth-token" })).toThrow(/^(?!.*my-auth-token)/s);
});

test("every text is either refused or a number within its bounds", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<keyof RequestSettings>("maxAttempts", "attemptTimeout", "deadline"),
      fc.string(),
      (key, value) => {
        try {
          const number = parse({ [key]: value })[key];
          expect(number).toBeGreaterThan(0);
          expect(number).toBeLessThanOrEqual(86_400);
        } catch (error) {
          expect(isConfigurationError(error)).toBe(true);
        }
      },
    ),
  );
});
