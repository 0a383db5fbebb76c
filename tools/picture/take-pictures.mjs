import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/**
 * Takes a picture of the top of a page, in light and in dark.
 *
 * @param {string} html
 * @param {string} folder where `report-light.png` and `report-dark.png` go
 * @param {string} executablePath the browser's
 * @returns {Promise<void>}
 */
export async function takePictures(html, folder, executablePath) {
  const temporary = mkdtempSync(join(tmpdir(), "twilio-picture-"));
  const browser = await chromium.launch({ executablePath });
  try {
    const file = join(temporary, "report.html");
    writeFileSync(file, html);
    mkdirSync(folder, { recursive: true });
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width: 1240, height: 930 },
        deviceScaleFactor: 1.5,
      });
      await page.goto(pathToFileURL(file).href);
      await page.screenshot({ path: join(folder, `report-${colorScheme}.png`) });
    }
  } finally {
    await browser.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}
