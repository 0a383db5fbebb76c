import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize, summarizeRatios } from "../../figures/statistics.mjs";
import { temporaryFolder } from "../../processes/temporary-folder.mjs";
import { number, spread } from "../../figures/text.mjs";

const { serviceSid } = createRequire(import.meta.url)("../../services.cjs");

const services = 5_000;
const aliases = 20_000;
const most = 1.5;
const mostSeconds = 2;

const names = Array.from({ length: services }, (_, index) => `  "Service ${index}": { method: POST }`);
const uses = Array.from({ length: aliases }, (_, index) => `  ${serviceSid(services + index)}: *usual`);

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: `an audit of ${number(services)} services by a file with a name for each, against one without it; a file of ${number(aliases)} aliases`,
  goal: "at most 1.5 ×; 2 s",
  async measure(bench) {
    const emulator = await bench.emulator(services);
    const none = await bench.emulator(0);
    const folder = temporaryFolder("expectations-benchmark");
    const files = { names: join(folder.path, "names.yaml"), aliases: join(folder.path, "aliases.yaml") };
    writeFileSync(files.names, ["friendlyNames:", ...names].join("\n"));
    // A wrong last line: the file is read as a whole, and the audit ends there.
    writeFileSync(
      files.aliases,
      ["x-usual: &usual { method: POST }", "services:", ...uses, "default: { metod: POST }"].join("\n"),
    );
    const audit =
      (
        /** @type {object} */ input,
        /** @type {import("../../bench.mjs").TwilioEmulator} */ twilio,
        /** @type {object} */ expected,
      ) =>
      async () => {
        const { milliseconds, ...done } = await bench.child("timed-audit.cjs", input, twilio);
        requireEqual(done, expected, "what the audit came to");
        return milliseconds;
      };
    const all = { outcome: "passed", services };
    try {
      const measured = await inTurns(
        {
          without: audit({}, emulator, { ...all, untracked: services }),
          names: audit({ expectationsFile: files.names }, emulator, { ...all, untracked: 0 }),
          aliases: audit({ expectationsFile: files.aliases }, none, {
            outcome: "incomplete",
            services: 0,
            untracked: 0,
          }),
        },
        bench.rounds(5),
        bench.say,
      );
      const ratio = summarizeRatios(measured.names, measured.without);
      const seconds = summarize(measured.aliases.map((value) => value / 1000));
      return {
        figure: `${number(ratio.median, 2)} ×; ${number(seconds.median, 2)} s`,
        spread: `${spread(ratio, 2)}; ${spread(seconds, 2)} s`,
        holds: ratio.median <= most && seconds.median <= mostSeconds,
        notes: [`without a file ${number(summarize(measured.without).median / 1000, 2)} s`],
        values: { ratio, seconds },
      };
    } finally {
      folder.remove();
    }
  },
};
