// What installs packages of its own, or runs every command of the documents, takes long and has commands of its own:
// npm run test:layouts, npm run test:documents.
const apart = ["<rootDir>/test/layouts/", "<rootDir>/test/docs/(shell-blocks|console-blocks|unit-test-guide)"];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testPathIgnorePatterns: ["/node_modules/", "/\\.work/", ...(process.env.TEST_APART === undefined ? apart : [])],
  modulePathIgnorePatterns: ["<rootDir>/test/\\.work/"],
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } }],
  },
};
