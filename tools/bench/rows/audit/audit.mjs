import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize } from "../../figures/statistics.mjs";
import { temporaryFolder } from "../../processes/temporary-folder.mjs";
import { number, spread } from "../../figures/text.mjs";

const services = 10_000;
const first = 1000;
const most = 1.3;

const expectations = {
  default: { postWebhookUrl: { protocol: "https", host: "hooks.acme-co.com" }, method: "POST" },
};

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: `audit of ${number(services)} services, most memory in use against that after ${number(first)}`,
  goal: "at most 1.3 ×",
  async measure(bench) {
    const emulator = await bench.emulator(services);
    const folder = temporaryFolder("audit-benchmark");
    const expectationsFile = join(folder.path, "expectations.json");
    writeFileSync(expectationsFile, JSON.stringify(expectations));
    /** @type {{ early: number[], most: number[] }} */
    const megabytes = { early: [], most: [] };
    try {
      const { ratio: ratios } = await inTurns(
        {
          ratio: async () => {
            emulator.clearRequests();
            const done = await bench.child("audit.cjs", { expectationsFile }, emulator);
            requireEqual([done.services, done.outcome], [services, "passed"], "services audited, and the outcome");
            // The services, the pages of their list, and the account's own settings.
            requireEqual(emulator.countRequests(), services + services / 100 + 1, "requests");
            const seen = /** @type {{ done: number, bytes: number }[]} */ (done.seen);
            const early = seen.find((each) => each.done >= first)?.bytes ?? Number.NaN;
            const peak = Math.max(...seen.map(({ bytes }) => bytes));
            megabytes.early.push(early / 1e6);
            megabytes.most.push(peak / 1e6);
            return peak / early;
          },
        },
        bench.rounds(3),
        bench.say,
      );
      const ratio = summarize(ratios);
      const early = summarize(megabytes.early);
      const peak = summarize(megabytes.most);
      return {
        figure: `${number(ratio.median, 2)} ×`,
        spread: spread(ratio, 2),
        holds: ratio.median <= most,
        notes: [`${number(early.median, 1)} MB after ${number(first)} services, ${number(peak.median, 1)} MB at most`],
        values: { ratio, megabytes: { early, most: peak } },
      };
    } finally {
      folder.remove();
    }
  },
};
