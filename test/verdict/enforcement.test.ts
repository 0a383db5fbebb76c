import { isInvalidInputError } from "../../provider/errors/invalid-input-error";
import { requireEnforcement } from "../../provider/verdict/enforcement";

test("An enforcement level is mandatory unless it is said otherwise, and anything but the three is refused", () => {
  expect(requireEnforcement(undefined)).toBe("mandatory");
  expect(["mandatory", "advisory", "disabled"].map((level) => requireEnforcement(level))).toEqual([
    "mandatory",
    "advisory",
    "disabled",
  ]);
  for (const value of ["Mandatory", "", null, 0, false, ["mandatory"], {}]) {
    expect(() => requireEnforcement(value)).toThrow('enforcement must be "mandatory", "advisory" or "disabled"');
  }
  try {
    requireEnforcement("off", "services.chat.enforcement");
  } catch (error) {
    expect(isInvalidInputError(error) && error.argument).toBe("services.chat.enforcement");
  }
  expect.assertions(10);
});
