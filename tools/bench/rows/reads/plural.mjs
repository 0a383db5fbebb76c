import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const services = 1000;
const delay = 100;
const pageSize = 100;
const most = 1.05;
const mostListed = 1.12;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: `${number(services)} services through the plural function, ${delay} ms per request, against ${number(services)} / connections × ${delay} ms`,
  goal: `at most ${most} ×; ${mostListed} × with the list`,
  async measure(bench) {
    const emulator = await bench.emulator(services, { delay });
    /** @type {number[]} */
    const connections = [];
    const call = (/** @type {boolean} */ listed) => async () => {
      emulator.clearRequests();
      const { milliseconds, right } = await bench.child("plural.cjs", { services, listed }, emulator);
      requireEqual(right, services, "services that were read right");
      requireEqual(emulator.countRequests(), services + (listed ? services / pageSize : 0), "requests");
      connections.push(emulator.mostConcurrentRequests);
      return milliseconds / ((services / emulator.mostConcurrentRequests) * delay);
    };
    const measured = await inTurns({ named: call(false), listed: call(true) }, bench.rounds(7), bench.say);
    const named = summarize(measured.named);
    const listed = summarize(measured.listed);
    return {
      figure: `${number(named.median, 3)} ×; ${number(listed.median, 3)} ×`,
      spread: `${spread(named, 3)}; ${spread(listed, 3)}`,
      holds: named.median <= most && listed.median <= mostListed,
      notes: [`${Math.max(...connections)} connections`],
      values: { named, listed, connections: Math.max(...connections) },
    };
  },
};
