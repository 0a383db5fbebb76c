import { compileExpectation } from "../../provider/expectation/compile-expectation";

const loaded: string[] = [];
jest.mock("re2js", () => {
  loaded.push("re2js");
  return jest.requireActual<object>("re2js");
});
jest.mock("fastest-levenshtein", () => {
  loaded.push("fastest-levenshtein");
  return jest.requireActual<object>("fastest-levenshtein");
});

test("the engine for patterns is loaded with the first pattern, and what finds misspelt words with the first mistake", () => {
  compileExpectation({ postWebhookUrl: { host: "a.example", path: "/x" }, filters: { excludes: ["onMessageAdded"] } });
  expect(loaded).toEqual([]);
  compileExpectation({ postWebhookUrl: { pattern: { source: "a" } } });
  expect(loaded).toEqual(["re2js"]);
  expect(() => compileExpectation({ metod: "GET" })).toThrow('did you mean "method"?');
  expect(loaded).toEqual(["re2js", "fastest-levenshtein"]);
});
