import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { repository } from "../set-up/repository.mjs";
import { startEmulatedTwilio } from "./emulated-twilio.mjs";
import { CommandFailedError, Session } from "./session.mjs";
import { steps } from "./steps/index.mjs";
import { languageSteps } from "./steps/language.mjs";

/**
 * @param {string} text
 * @returns {string}
 */
function heading(text) {
  return process.stdout.isTTY && !process.env["NO_COLOR"] ? styleText("bold", text) : text;
}

/** @param {Session} session */
function introduce(session) {
  const { emulator, chatServiceSid } = session;
  session.say(heading("\nQuickstart: a Twilio Conversations service's webhook configuration in a Pulumi program"));
  session.say(
    emulator
      ? `\nTwilio is played by an emulator on this machine, ${emulator.baseUrl}, with made-up credentials.`
      : `\nTwilio itself is asked for ${chatServiceSid}, with your environment's TWILIO_* variables; reading only.`,
  );
  const program = session.program?.project ?? "examples/reference-outputs/index.ts: the root Pulumi.yaml points at it";
  session.say(
    `The program is ${program}. No login, stack or config\n` +
      "of yours is touched. Each command that runs is shown after a $, and this is the environment it runs in:",
  );
  session.say(
    `\n${session
      .exportLines()
      .map((line) => `  ${line}`)
      .join("\n")}`,
  );
}

/**
 * @param {Session} session
 * @returns {Promise<void>}
 */
async function playSteps(session) {
  const list = session.program ? languageSteps : steps(session.emulator === undefined);
  for (const [index, { title, about, run }] of list.entries()) {
    session.say(heading(`\n\n== ${index + 1} of ${list.length}: ${title} ==`));
    session.say(about.join("\n"));
    await run(session);
  }
}

/** @param {Session} session */
function conclude(session) {
  session.say(heading("\n\nThat was all of it, on a real engine. The temporary stack is gone again."));
  session.say(`The last audit's report, to look at in a browser: ${join(repository, "reports", "quickstart.html")}`);
  session.say("Next: README.md shows the three uses and the configuration.");
  if (session.emulator !== undefined) {
    session.say("  npm run emulator                    an emulator that stays, for programs of your own");
    session.say("  npm run quickstart -- --live IS…    the same with your own service, reading only");
  }
}

/**
 * The service or the program of one quickstart.
 *
 * @typedef {object} Play
 * @property {string | undefined} [live] the service to read at Twilio; at the emulator if it is not given
 * @property {import("./prepare-language.mjs").LanguageProgram} [program] the program in another language
 */

/**
 * @param {import("../engine/index.mjs").Engine} engine
 * @param {Play} what
 * @returns {Promise<Session>}
 */
async function openSession(engine, { live, program }) {
  if (live !== undefined) {
    return new Session({ engine, chatServiceSid: live });
  }
  const { emulator, chatServiceSid } = await startEmulatedTwilio();
  try {
    return new Session({ engine, chatServiceSid, emulator, program });
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

/**
 * Plays the whole quickstart and leaves nothing behind, however it ends.
 *
 * @param {import("../engine/index.mjs").Engine} engine
 * @param {Play} what
 * @returns {Promise<number>} an exit code
 */
export async function play(engine, what) {
  const session = await openSession(engine, what);
  let exitCode = 0;
  const stop = (/** @type {number} */ code) => {
    if (exitCode === 0) {
      exitCode = code;
      console.error("\nInterrupted: tidying up.");
      void session.interrupt();
    }
  };
  process.on("SIGINT", () => stop(130));
  process.on("SIGTERM", () => stop(143));
  process.on("SIGHUP", () => stop(129));
  // Nobody reads any more: the terminal was closed, or the output went to a program that has ended.
  process.stdout.on("error", () => stop(1));
  process.stderr.on("error", () => stop(1));
  try {
    mkdirSync(join(repository, "reports"), { recursive: true });
    introduce(session);
    await playSteps(session);
    conclude(session);
  } catch (error) {
    if (!(error instanceof CommandFailedError)) {
      throw error;
    }
    if (exitCode === 0) {
      exitCode = 1;
      console.error(`\nThe quickstart stops here: ${error.message}`);
    }
  } finally {
    await session.end();
  }
  return exitCode;
}
