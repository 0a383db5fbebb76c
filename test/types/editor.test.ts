import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { knownWebhookFilters } from "../../provider/index";

const file = join(__dirname, "editor-example.ts");
const program = `
import { ServiceWebhookConfiguration } from "../../provider/index";
new ServiceWebhookConfiguration("chat", { chatServiceSid: "IS", expect: { filters: { includes: ["event"] }, key } });
`;
const options: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.Node16,
  target: ts.ScriptTarget.ES2022,
  types: ["node"],
};

const service = ts.createLanguageService({
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === file ? program : ts.sys.fileExists(name) ? readFileSync(name, "utf8") : undefined;
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => __dirname,
});

/** What an editor offers where a word of the program stands. */
function offeredFor(word: string): string[] {
  const found = service.getCompletionsAtPosition(file, program.indexOf(word), undefined);
  return (found?.entries ?? []).map(({ name }) => name);
}

test("An editor completes the known events in an expectation, and the keys that it can have", () => {
  expect(offeredFor("event").sort()).toEqual([...knownWebhookFilters].sort());
  expect(offeredFor("key")).toEqual(
    expect.arrayContaining(["accountSid", "method", "postWebhookUrl", "preWebhookUrl"]),
  );
}, 120_000);
