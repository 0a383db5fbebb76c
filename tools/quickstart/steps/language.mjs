import { strict as assert } from "node:assert";
import { join } from "node:path";
import { packageVersion } from "../../package/plugin.mjs";
import { repository } from "../../set-up/repository.mjs";
import { changeWebhook } from "../change-webhook.mjs";

/** @typedef {import("../session.mjs").Session} Session */

/**
 * @param {Session} session
 * @returns {{ project: string, options: string[], folder: string }} the program, the options of commands about its stack, and
 *   where to make that
 */
function programOf(session) {
  assert(session.program);
  const { project, isCompiled } = session.program;
  const { folder, configFile } = session.addProject(project);
  return { project, folder, options: ["--cwd", isCompiled ? folder : project, "--config-file", configFile] };
}

/**
 * The steps of a program in another language.
 *
 * @type {import("./index.mjs").Step[]}
 */
export const languageSteps = [
  {
    title: "The plugin",
    about: [
      "Programs in other languages reach the package by a provider plugin. Installed from npm, one command puts it into",
      "Pulumi's cache: npx -p pulumi-twilio-conversations pulumi-twilio-conversations-plugin install. Here, it does this:",
    ],
    run: async (session) => {
      const folder = join(repository, "provider", "dist", "plugin");
      const name = ["resource", "twilio-conversations", packageVersion()];
      await session.pulumi("plugin", "install", ...name, "--reinstall", "--file", folder);
    },
  },
  {
    title: "A stack of its own",
    about: ["It lives in a temporary folder; the program learns from its config which service to read."],
    run: async (session) => {
      const { folder, options } = programOf(session);
      await session.pulumi("stack", "init", "quickstart", "--cwd", folder);
      await session.pulumi("config", "set", "chatServiceSid", session.chatServiceSid, ...options);
    },
  },
  {
    title: "The gate is open",
    about: [
      "The webhooks are as the program expects: it records them, and the backend that depends on them is released.",
    ],
    run: (session) => session.pulumi("up", "--yes", "--skip-preview", ...programOf(session).options),
  },
  {
    title: "Somebody changes the webhook",
    about: [
      "Not in this program, but at Twilio (here: at the emulator). The gate closes, and nothing of the backend is touched:",
      "look at the two URLs, and at what the message says to do.",
    ],
    run: async (session) => {
      await changeWebhook(session, "https://somebody-else.example.net/after");
      await session.pulumiStopped("up", "--yes", "--skip-preview", ...programOf(session).options);
    },
  },
  {
    title: "The audit finds it, too",
    about: ["It compares what the stack recorded with what is live, whatever language the program is in."],
    run: (session) => session.audit([1], "--stack", "quickstart"),
  },
  {
    title: "The gate opens",
    about: ["The webhook is put right again, and the next release goes through."],
    run: async (session) => {
      await changeWebhook(session, "https://hooks.example.com/after");
      await session.pulumi("up", "--yes", "--skip-preview", ...programOf(session).options);
    },
  },
  {
    title: "Destroy",
    about: ["The stack forgets what it recorded. At Twilio there is nothing to undo."],
    run: (session) => session.pulumi("destroy", "--yes", "--skip-preview", ...programOf(session).options),
  },
];
