import { configNamespace, environmentSuffix, requireAccountName } from "../../provider/credentials/account-name";
import { isInvalidInputError } from "../../provider/errors/invalid-input-error";

test.each(["eu", "EU", "eu-west", "eu_west-2", "a", "a1"])("%s is an account's name", (name) => {
  expect(requireAccountName(name)).toBe(name);
});

test("no name means the default account", () => {
  expect(requireAccountName(undefined)).toBeUndefined();
});

test.each([
  "",
  "1a",
  "-eu",
  "eu-",
  "eu--west",
  "eu west",
  "eu\n",
  "a.b",
  "é",
  1,
  null,
  ["eu"],
  { toString: () => "eu" },
])("%j is no account's name, and the refusal says what one looks like", (name) => {
  let refusal: unknown;
  try {
    requireAccountName(name);
  } catch (error) {
    refusal = error;
  }
  expect(isInvalidInputError(refusal)).toBe(true);
  expect(refusal).toMatchObject({
    argument: "account",
    message:
      'account must be a name of letters and digits, with single "-" or "_" between them, such as "eu" or "eu-west"\n' +
      "  Leave it out for the default account.",
  });
});

test("no account is named conversations: its namespace would be that of the default account in other languages", () => {
  expect(() => requireAccountName("conversations")).toThrow('account must not be "conversations"');
});

test("an account has a namespace in the config and an ending of variables, and the default one has none of its own", () => {
  expect([configNamespace("eu-West"), environmentSuffix("eu-West_2-b")]).toEqual(["twilio-eu-West", "_EU_WEST_2_B"]);
  expect([configNamespace(undefined), environmentSuffix(undefined)]).toEqual(["twilio", ""]);
});
