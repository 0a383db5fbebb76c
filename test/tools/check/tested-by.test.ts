import { callEach } from "../support/call-module";

const code = "export const answer = 42;\n";
const tests = [
  "url/parse-url.test.ts",
  "url/readable-url.property.test.ts",
  "engine/policy.test.ts",
  "errors/errors.test.ts",
];

test("a module's test is found by its name, its folder or the line that names it; types and index files need none", () => {
  const calls: [string, string][] = [
    ["url/parse-url.ts", code],
    ["other/parse-url.ts", code],
    ["url/readable-url.ts", code],
    ["errors/branding.ts", code],
    ["policy/options.ts", `// Tested by test/engine/policy.test.ts\n${code}`],
    ["policy/types.ts", `import type { A } from "./a";\nexport interface B { a: A }\nexport type { A };`],
    ["policy/index.ts", code],
  ];
  expect(
    callEach(
      "check/tested-by.mjs",
      "testProblem",
      calls.map((call) => [...call, tests]),
    ),
  ).toEqual(calls.map(() => null));
});

test("a module without any of these is named, and so is one whose line names a test that is not there", () => {
  const calls = [
    ["url/other.ts", code, tests],
    ["url/other.ts", `// Tested by test/url/gone.test.ts\n${code}`, tests],
  ];
  expect(callEach("check/tested-by.mjs", "testProblem", calls)).toEqual([
    'provider/url/other.ts: no test has its name, and it has no line "// Tested by test/….test.ts"',
    'provider/url/other.ts: "Tested by" names test/url/gone.test.ts, which is not there',
  ]);
});
