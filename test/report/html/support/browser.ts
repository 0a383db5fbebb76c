import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const finder = join(__dirname, "..", "..", "..", "..", "tools", "browser", "find-browser.mjs");
const browserFile = spawnSync(process.execPath, [finder], { encoding: "utf8" }).stdout.trim();

/** A test in a browser: skipped by its name where there is none. */
export const testInBrowser = browserFile === "" ? test.skip : test;

/** A page that was opened from disk, and everything that it complained of or asked for. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors, warnings, and what its Content-Security-Policy refused. */
  readonly complaints: string[];
  /** The addresses that were asked for, besides its own. */
  readonly requests: string[];
}

/** One browser for the tests of a file. */
export class BrowserForTests {
  readonly #folder = mkdtempSync(join(tmpdir(), "html-report-"));
  #browser: Browser | undefined;
  #files = 0;

  /** Writes a page to a file, and opens it from there. */
  async open(
    html: string,
    { hash = "", ...options }: BrowserContextOptions & { hash?: string } = {},
  ): Promise<OpenedPage> {
    this.#browser ??= await chromium.launch({ executablePath: browserFile });
    this.#files += 1;
    const file = join(this.#folder, `${this.#files}.html`);
    writeFileSync(file, html);
    const page = await this.#browser.newPage(options);
    const [complaints, requests]: [string[], string[]] = [[], []];
    page.on("console", (line) => complaints.push(line.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    const url = pathToFileURL(file).href;
    page.on("request", (request) => {
      if (!request.url().startsWith(url)) {
        requests.push(request.url());
      }
    });
    await page.goto(`${url}${hash}`);
    return { page, complaints, requests };
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
