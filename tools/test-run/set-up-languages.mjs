// Jest runs this before the tests of programs in other languages than TypeScript.
import { join } from "node:path";
import { findEngine } from "../engine/index.mjs";
import { findCSharpSdk, findDotnet } from "../languages/csharp.mjs";
import { compileGoProgram } from "../languages/go-program.mjs";
import { findLanguage } from "../languages/index.mjs";
import { asOneGoFile, schemaExamples } from "../languages/schema-examples.mjs";
import { repository } from "../set-up/repository.mjs";
import setUpEngine from "./set-up-engine.mjs";

/** @type {import("../languages/recipe.mjs").Language[]} */
const languages = ["yaml", "python", "go"];

/** The programs in Go that the tests run: they are compiled outside of the tests, whose time is limited. */
const goPrograms = {
  promises: join(repository, "test", "engine", "plugin", "programs", "promises.go"),
  recorded: join(repository, "test", "engine", "plugin", "programs", "recorded.go"),
  "gate-deployment-go": join(repository, "examples", "gate-deployment-go", "main.go"),
};

export default async function setUpLanguages() {
  await setUpEngine();
  if (process.env["NO_ENGINE"] !== undefined) {
    return;
  }
  const engine = await findEngine({ log: () => {} });
  const log = (/** @type {string} */ line) => console.error(line);
  const options = { env: process.env, log };
  /** @type {Record<string, import("../languages/index.mjs").FoundLanguage & { programs?: Record<string, string>, program?: string }>} */
  const found = {};
  for (const language of languages) {
    found[language] = await findLanguage(language, engine, options);
  }
  // After the others: Go has compiled most of it then.
  found["csharp"] = await findCSharpSdk(options);
  found["dotnet"] = await findDotnet(options);
  if (found["go"]?.sdk !== undefined) {
    /** @type {Record<string, string>} */
    const programs = {};
    for (const [name, source] of Object.entries(goPrograms)) {
      // The examples of the schema are compiled beside one of them: each program has to be linked.
      const more = name === "promises" ? { more: asOneGoFile(schemaExamples("go")) } : {};
      programs[name] = await compileGoProgram(name, source, found["go"].sdk, { ...options, ...more });
    }
    found["go"].programs = programs;
  }
  process.env["LANGUAGES"] = JSON.stringify(found);
}
