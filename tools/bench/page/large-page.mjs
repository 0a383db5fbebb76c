// A report of many services as an HTML page, for the rows that measure one.
import { statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../../browser/find-browser.mjs";
import { runProgram } from "../../set-up/run-program.mjs";
import { temporaryFolder } from "../processes/temporary-folder.mjs";

const require = createRequire(import.meta.url);
const { serviceSid } = require("../services.cjs");

export const pageServices = 5000;

const hosts = ["chat.shop.acme.io", "bots.acme.io", "crm.acme.io", "events.eu.acme.io"];
const events = ["onMessageAdded", "onConversationAdded", "onParticipantAdded", "onMessageUpdated", "onDeliveryUpdated"];

/**
 * As in a real fleet, hosts and events differ, and most services are in order: of a hundred, one leads to a tunnel, one has
 * no events, one is not as recorded, and four have no webhook of their own.
 *
 * @param {number} index
 */
function webhookOf(index) {
  const host = index % 100 === 7 ? "4f1c-203-0-113-7.ngrok-free.app" : hosts[index % hosts.length];
  const listed = events.filter((_, place) => place === 0 || (index >> place) % 2 === 0);
  return index % 25 === 3
    ? {}
    : {
        preWebhookUrl: index % 3 === 0 ? `https://bots.acme.io/twilio/before` : null,
        postWebhookUrl: `https://${host}/twilio/after/${index}`,
        filters: index % 100 === 11 ? [] : index % 3 === 0 ? ["onMessageAdd", ...listed] : listed,
        method: "POST",
      };
}

/**
 * The worst fleet: of each service something is wrong, by turns a finding of a rule and a violation of an expectation.
 *
 * @param {number} index
 */
function wrongWebhookOf(index) {
  const host = index % 2 === 0 ? `${index % 40}f1c-203-0-113-7.ngrok-free.app` : "bots.acme.io";
  return { postWebhookUrl: `https://${host}/twilio/after/${index}`, filters: events.slice(0, 2), method: "POST" };
}

/** The expectations of that fleet. */
const expectations = {
  default: { postWebhookUrl: { protocol: "https", host: ["hooks.acme.io", "*.ngrok-free.app"] }, method: "POST" },
};

/**
 * Makes the page, opens it in a browser as often as `measure` asks, and leaves nothing behind.
 *
 * @template Result
 * @param {import("../bench.mjs").Bench} bench
 * @param {{ isWorst?: boolean }} fleet whether something is wrong with each service
 * @param {(page: { bytes: number, open: () => Promise<import("playwright-core").Page> }) => Promise<Result>} measure
 * @returns {Promise<Result>}
 * @throws {Error} where there is no browser
 */
export async function withLargePage(bench, { isWorst = false }, measure) {
  const executablePath = await findBrowser();
  if (executablePath === undefined) {
    throw new Error("there is no browser");
  }
  const folder = temporaryFolder("page-benchmark");
  const browser = await chromium.launch({ executablePath });
  try {
    const file = await makePage(bench, folder.path, isWorst);
    return await measure({
      bytes: statSync(file).size,
      open: async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.goto(pathToFileURL(file).href);
        return page;
      },
    });
  } finally {
    await browser.close();
    folder.remove();
  }
}

/**
 * @param {import("../bench.mjs").Bench} bench
 * @param {string} folder
 * @param {boolean} isWorst
 * @returns {Promise<string>} the page's file
 */
async function makePage(bench, folder, isWorst) {
  const emulator = await bench.emulator(0);
  const type = "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration";
  emulator.setAccountWebhook({
    postWebhookUrl: "https://crm.acme.io/all",
    filters: ["onMessageAdded"],
    method: "POST",
  });
  const resources = Array.from({ length: pageServices }, (_, index) => {
    const { sid, webhook } = emulator.addService({
      sid: serviceSid(index),
      friendlyName: `Support line ${index}`,
      webhook: isWorst ? wrongWebhookOf(index) : webhookOf(index),
    });
    const changed =
      !isWorst && index % 100 === 23 ? { postWebhookUrl: "https://chat.shop.acme.io/twilio/before-the-move" } : {};
    const urn = `urn:pulumi:prod::shop::${type}::line-${index}`;
    return { urn, type, custom: true, id: sid, outputs: { ...webhook, ...changed, chatServiceSid: sid } };
  });
  writeFileSync(join(folder, "prod.json"), JSON.stringify({ version: 3, deployment: { resources } }));
  const command = join(
    dirname(require.resolve("pulumi-twilio-conversations/package.json")),
    "bin",
    "twilio-webhooks.js",
  );
  writeFileSync(join(folder, "expectations.json"), JSON.stringify(expectations));
  const expected = isWorst ? ["--expectations", "expectations.json"] : [];
  const args = [
    "audit",
    "--state",
    "prod.json",
    "--all-services",
    ...expected,
    "--format",
    "html",
    "--output",
    "report.html",
  ];
  const env = { PATH: process.env["PATH"], ...emulator.environment() };
  const { code, output } = await runProgram(process.execPath, [command, ...args], { cwd: folder, env });
  if (code !== 1) {
    throw new Error(`the audit ended with exit code ${code}: ${output}`);
  }
  return join(folder, "report.html");
}
