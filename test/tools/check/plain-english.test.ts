import { callEach } from "../support/call-module";

test("a wording that reads as translated is found with its line, and each has a better one", () => {
  const text = [
    "/** What comes of a read. */",
    "/** The result of a read, also where there is none. There is no other. */",
    "It is no URL, lest somebody mends it in the place of the user.",
  ].join("\n");
  expect(callEach("check/plain-english.mjs", "wordingProblems", [[text]])).toEqual([
    [
      { line: 1, found: "/** What c", better: expect.any(String) },
      { line: 2, found: "also where", better: 'write "even if" or "also when"' },
      { line: 3, found: "is no URL", better: 'write "is not a …"' },
      { line: 3, found: "lest", better: expect.any(String) },
      { line: 3, found: "mends", better: 'write "fix"' },
      { line: 3, found: "in the place of", better: 'write "instead of"' },
    ],
  ]);
});
