import { redactError } from "../../provider/text/redact-error";

test("a secret is taken out of an error's message, stack and own texts, and nothing else is changed", () => {
  const error = Object.assign(new Error("service IS1 is not there"), { argument: "IS1", status: 404 });
  error.stack = "Error: IS1\n    at IS1";
  expect(redactError(error, "IS1")).toBe(error);
  expect([error.message, error.stack, error.argument, error.status]).toEqual([
    "service [secret] is not there",
    "Error: [secret]\n    at [secret]",
    "[secret]",
    404,
  ]);
});

test("without a secret, and for what is not an error, nothing is changed", () => {
  const error = new Error("IS1");
  expect(redactError(error, undefined).message).toBe("IS1");
  expect(redactError("IS1", "IS1")).toBe("IS1");
});
