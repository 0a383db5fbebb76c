// The public API of the package as text, one report for each entry point, below test/package/public-api.
// `npm run public-api` writes them anew.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "../set-up/repository.mjs";
import { packageFolder } from "./published-package.mjs";

const { Extractor, ExtractorConfig } = createRequire(import.meta.url)("@microsoft/api-extractor");
const reports = join(repository, "test", "package", "public-api");

/** @returns {[name: string, types: string][]} the entry points that have types */
function entryPoints() {
  const { exports } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  return Object.entries(exports).flatMap(([path, { types }]) =>
    types === undefined ? [] : [[path === "." ? "index" : path.slice(2), join(packageFolder, types)]],
  );
}

/**
 * @param {string} name
 * @param {string} types
 * @param {string} temporary
 */
function configurationFor(name, types, temporary) {
  const silent = { logLevel: "none", addToApiReportFile: false };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: packageFolder,
      mainEntryPointFilePath: types,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            strict: true,
            target: "es2022",
            module: "node16",
            skipLibCheck: true,
            types: ["node"],
            typeRoots: [join(repository, "node_modules", "@types")],
          },
          files: [types],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: reports,
        reportTempFolder: temporary,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: { default: { logLevel: "error" } },
        extractorMessageReporting: {
          default: silent,
          "ae-forgotten-export": { logLevel: "warning", addToApiReportFile: true },
        },
        tsdocMessageReporting: { default: silent },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(packageFolder, "package.json"),
  });
}

/**
 * Compares the public API with its reports.
 *
 * @param {object} [options]
 * @param {boolean} [options.write] whether reports that differ are written anew (default: false)
 * @returns {Promise<void>}
 * @throws {Error} that names the entry points whose API is not what its report says
 */
export async function checkPublicApi({ write = false } = {}) {
  const temporary = mkdtempSync(join(tmpdir(), "public-api-"));
  mkdirSync(reports, { recursive: true });
  try {
    const points = entryPoints();
    const changed = points.filter(([name, types]) => {
      const { apiReportChanged } = Extractor.invoke(configurationFor(name, types, temporary), {
        localBuild: write,
        messageCallback: (/** @type {{ logLevel: string, handled: boolean }} */ message) => {
          message.handled = message.logLevel !== "error";
        },
      });
      return apiReportChanged;
    });
    const known = points.map(([name]) => `${name}.api.md`);
    const surplus = readdirSync(reports).filter((file) => !known.includes(file));
    if (write) {
      surplus.forEach((file) => rmSync(join(reports, file)));
    } else if (changed.length + surplus.length > 0) {
      throw new Error(
        `The public API is not what test/package/public-api says: ${[...changed.map(([name]) => name), ...surplus].join(", ")}.\n` +
          "If it is meant to change, run npm run public-api, and review and commit the reports.",
      );
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await checkPublicApi({ write: true });
}
