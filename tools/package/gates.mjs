// Checks of the package as it is published.
/** @type {import("../test-run/gates.mjs").Gate[]} */
export const packageGates = [
  {
    title: "the package can be used as its package.json says (publint)",
    run: async () => (await import("./publint.mjs")).runPublint(),
  },
  {
    title: "TypeScript finds in the package what Node.js finds (are-the-types-wrong)",
    run: async () => (await import("./are-the-types-wrong.mjs")).runAreTheTypesWrong(),
  },
  {
    title: "the public API is what test/package/public-api says",
    run: async () => (await import("./public-api.mjs")).checkPublicApi(),
  },
];
