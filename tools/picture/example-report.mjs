// The report that the README shows: of services at the emulator, in which this and that is wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runProgram } from "../set-up/run-program.mjs";

const require = createRequire(import.meta.url);

const message = ["onMessageAdded", "onMessageUpdated", "onMessageRemoved"];
const conversation = ["onConversationAdded", "onConversationRemoved", "onConversationStateUpdated"];
const chat = { postWebhookUrl: "https://chat.example.com/twilio/events", method: "POST" };

/** @type {readonly { name: string, webhook: object, recorded?: object, isEu?: boolean }[]} */
const services = [
  {
    name: "Support",
    webhook: { ...chat, filters: [...conversation, ...message, "onDeliveryUpdated"] },
    recorded: {},
  },
  {
    name: "Sales",
    webhook: { ...chat, postWebhookUrl: "https://chat.examp1e.org/twilio/events", filters: message },
    recorded: { postWebhookUrl: chat.postWebhookUrl },
  },
  {
    name: "Returns",
    webhook: { ...chat, postWebhookUrl: "https://4f1c-203-0-113-7.ngrok-free.app/events", filters: message },
  },
  {
    name: "Order bot",
    webhook: {
      preWebhookUrl: "https://bots.example.com/moderate",
      postWebhookUrl: "https://bots.example.com/learn",
      method: "POST",
      filters: ["onMessageAdd", "onMessageUpdate", "onConversationAdd", ...message, "onParticipantAdded"],
    },
    recorded: {},
  },
  { name: "Deliveries", webhook: { ...chat, filters: [] }, recorded: {} },
  { name: "Newsletter", webhook: {}, recorded: {} },
  { name: "Praxis Köln", webhook: {}, isEu: true },
];

const expectations = `rules: { placeholder-host: off, nothing-configured: off, shadowed-account: off }
friendlyNames:
  Returns:
    postWebhookUrl: { protocol: https, host: "*.example.com" }
`;

/** @param {number} index */
const sidOf = (index) => `IS${(index + 1).toString(16).padStart(2, "0").repeat(16)}`;

/** @returns {Promise<string>} the page */
export async function exampleReport() {
  // Loaded only now: the package has to be built first.
  const { startEmulator } = require("pulumi-twilio-conversations/testing");
  /** @type {import("pulumi-twilio-conversations/testing").TwilioEmulator} */
  const emulator = await startEmulator();
  const folder = mkdtempSync(join(tmpdir(), "twilio-picture-"));
  try {
    const eu = emulator.addAccount();
    emulator.setAccountWebhook({
      postWebhookUrl: "https://crm.example.net/conversations",
      filters: ["onConversationAdded", "onParticipantAdded", "onMessageAdded"],
      method: "POST",
    });
    emulator.setAccountWebhook({ target: "flex", filters: ["onMessageAdded", "onParticipantAdded"] }, eu.accountSid);
    const resources = services.flatMap(({ name, webhook, recorded, isEu = false }, index) => {
      const account = isEu ? { accountSid: eu.accountSid } : {};
      const made = emulator.addService({ sid: sidOf(index), friendlyName: name, webhook, ...account });
      return recorded === undefined ? [] : [resource(name, { ...made.webhook, ...recorded }, made.sid)];
    });
    writeFileSync(join(folder, "prod.json"), JSON.stringify({ version: 3, deployment: { resources } }));
    writeFileSync(join(folder, "expectations.yaml"), expectations);
    return await audit(folder, { ...emulator.environment(), ...emulator.environment({ account: eu, name: "eu" }) });
  } finally {
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {object} recorded
 * @param {string} chatServiceSid
 */
function resource(name, recorded, chatServiceSid) {
  const type = "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration";
  const resourceName = name.toLowerCase().replaceAll(" ", "-");
  return {
    urn: `urn:pulumi:prod::shop::${type}::${resourceName}`,
    type,
    custom: true,
    id: chatServiceSid,
    outputs: { ...recorded, chatServiceSid },
  };
}

/**
 * @param {string} folder
 * @param {Record<string, string>} variables
 * @returns {Promise<string>}
 */
async function audit(folder, variables) {
  const packageFile = require.resolve("pulumi-twilio-conversations/package.json");
  const command = join(dirname(packageFile), "bin", "twilio-webhooks.js");
  const sources = ["--state", "prod.json", "--all-services", "--account", "default", "--account", "eu"];
  const report = ["--expectations", "expectations.yaml", "--format", "html", "--output", "report.html"];
  const { code, output } = await runProgram(process.execPath, [command, "audit", ...sources, ...report], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...variables },
  });
  if (code !== 1) {
    throw new Error(`The audit ended with exit code ${code}:\n${output}`);
  }
  return readFileSync(join(folder, "report.html"), "utf8");
}
