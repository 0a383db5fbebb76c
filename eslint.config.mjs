import js from "@eslint/js";
import jest from "eslint-plugin-jest";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

export default defineConfig(
  globalIgnores(["**/dist/", "**/node_modules/", "**/.work/", ".mutants/", "coverage/", "docs-site/", "reports/"]),
  js.configs.recommended,
  {
    rules: {
      // Texts come from strangers: control characters are what is looked for.
      "no-control-regex": "off",
      "no-unused-vars": "off",
    },
  },
  {
    files: ["**/*.ts"],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `return node.problem(…)` ends a function and says why, in one line.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-empty-function": ["error", { allow: ["arrowFunctions"] }],
      // Characters as people see them are never counted here, code points are.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string", "CompiledExpectation"] }],
      // Programs in JavaScript give what the types forbid.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // A type says more than an exclamation mark.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // A literal beside `string` tells a reader which value has a meaning of its own.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      // The compiler looks for these already.
      "@typescript-eslint/no-unused-vars": "off",
      // What is not an Error is passed on as it came.
      "@typescript-eslint/only-throw-error": ["error", { allowThrowingUnknown: true, allowThrowingAny: true }],
      "@typescript-eslint/prefer-promise-reject-errors": [
        "error",
        { allowThrowingUnknown: true, allowThrowingAny: true },
      ],
      // An empty setting is one that is not set.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // Interfaces of Pulumi and Node.js ask for promises where there is nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // An expectation made of another one, by its constructor.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // Methods of interfaces, which their makers write as arrow functions.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["provider/**/*.ts"],
    // What a program does not use is not loaded (docs/performance.md).
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["test/**/*.ts"],
    extends: [jest.configs["flat/recommended"]],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(\\.\\./)+provider$",
              message: "This is the built package, maybe of older sources: write provider/index.",
            },
          ],
        },
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-require-imports": "off",
      // What is parsed in a test is looked at by its expectation.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-misused-spread": "off",
      // A property of many values says what holds for which of them.
      "jest/no-conditional-expect": "off",
      "jest/no-standalone-expect": ["error", { additionalTestBlockFunctions: ["testInBrowser"] }],
      "jest/expect-expect": ["error", { assertFunctionNames: ["expect*", "fc.assert", "**.assert"] }],
    },
  },
  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js"],
    // tools/tsconfig.json has the compiler look for undefined names.
    rules: { "no-undef": "off" },
  },
);
