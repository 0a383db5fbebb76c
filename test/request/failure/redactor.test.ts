import fc from "fast-check";
import { redactor } from "../../../provider/request/failure/redactor";
import { formsOf, markedToken } from "../support/secrets";

const username = "AC0123";

test.each(formsOf(username, markedToken).map((form, index) => [index, form]))(
  "form %i of a secret is taken out",
  (_index, form) => {
    const redact = redactor([{ username, password: markedToken }]);
    expect(redact(`before ${form} after`)).toBe("before [secret] after");
  },
);

test("a text without the secret stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const safe = text.replaceAll("S", "");
      expect(redactor([{ username, password: "S3cret" }])(safe)).toBe(safe);
    }),
  );
});

test("no text keeps a form of the secret, however the secret looks and wherever it stands", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), fc.nat(), (password, before, after, choice) => {
      const forms = formsOf(username, password).filter((form) => form !== "");
      const form = forms[choice % forms.length]!;
      const redacted = redactor([{ username, password }])(before + form + after);
      // The mark's own letters may be the secret's, so they are no finding.
      expect(redacted.split("[secret]").some((part) => part.includes(password))).toBe(false);
      expect(redacted).toContain("[secret]");
    }),
  );
});

test("an empty password redacts nothing", () => {
  expect(redactor([{ username, password: "" }])("AC0123:")).toBe("AC0123:");
});

test("several secrets are taken out together", () => {
  const redact = redactor([
    { username: "a", password: "first" },
    { username: "b", password: "second" },
  ]);
  expect(redact("first, second")).toBe("[secret], [secret]");
});

test("half of a surrogate pair in a password is no trouble", () => {
  expect(redactor([{ username, password: "x\ud800y" }])("x\ud800y x%EF%BF%BDy")).toBe("[secret] [secret]");
});

test("a secret that is part of the mark does not upset it", () => {
  expect(redactor([{ username, password: "red" }])("red")).toBe("[secret]");
});
