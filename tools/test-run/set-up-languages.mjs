// Jest runs this before the tests of programs in other languages than TypeScript.
import { findEngine } from "../engine/index.mjs";
import { findLanguage } from "../languages/index.mjs";
import setUpEngine from "./set-up-engine.mjs";

/** @type {import("../languages/recipe.mjs").Language[]} */
const languages = ["yaml", "python", "go"];

export default async function setUpLanguages() {
  await setUpEngine();
  if (process.env["NO_ENGINE"] !== undefined) {
    return;
  }
  const engine = await findEngine({ log: () => {} });
  const log = (/** @type {string} */ line) => console.error(line);
  /** @type {Record<string, import("../languages/index.mjs").FoundLanguage>} */
  const found = {};
  for (const language of languages) {
    found[language] = await findLanguage(language, engine, { env: process.env, log });
  }
  process.env["LANGUAGES"] = JSON.stringify(found);
}
