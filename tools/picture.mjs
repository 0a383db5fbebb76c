// `npm run picture`: takes the README's pictures of the HTML report anew. `npm run picture -- FOLDER` puts them elsewhere.
import { join } from "node:path";
import { installPackages } from "./set-up/packages.mjs";
import { repository } from "./set-up/repository.mjs";

const say = (/** @type {string} */ line) => console.error(line);

try {
  await installPackages(say);
  // Loaded only now: these need the packages.
  const [{ build }, { findBrowser }, { exampleReport }, { takePictures }] = await Promise.all([
    import("./build.mjs"),
    import("./browser/find-browser.mjs"),
    import("./picture/example-report.mjs"),
    import("./picture/take-pictures.mjs"),
  ]);
  await build({ log: say });
  const browser = await findBrowser({ log: say });
  if (browser === undefined) {
    throw new Error("There is no browser here. Install Chrome or Chromium, and try again.");
  }
  await takePictures(await exampleReport(), process.argv[2] ?? join(repository, "docs", "pictures"), browser);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
