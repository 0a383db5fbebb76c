import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize, summarizeRatios } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const warmUp = 2000;
const reads = 8000;
const least = { ofSdk: 1.4, ofHttp: 0.48 };

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "reads per second of processor time, against Twilio's own SDK",
  goal: "at least 1.4 ×, and 48 % of bare node:http",
  async measure(bench) {
    const emulator = await bench.emulator(reads);
    const readWith = (/** @type {string} */ reader) => async () => {
      emulator.clearRequests();
      const { perSecond, right } = await bench.child("reads.cjs", { reader, warmUp, reads }, emulator);
      requireEqual(right, reads, "services that were read right");
      requireEqual(emulator.countRequests({ status: 200 }), warmUp + reads, "requests");
      requireEqual(emulator.countRequests(), warmUp + reads, "requests");
      return perSecond;
    };
    const contenders = { package: readWith("package"), sdk: readWith("sdk"), http: readWith("http") };
    const measured = await inTurns(contenders, bench.rounds(9), bench.say);
    const ratio = summarizeRatios(measured.package, measured.sdk);
    const share = summarizeRatios(measured.package, measured.http);
    const perSecond = {
      package: summarize(measured.package),
      sdk: summarize(measured.sdk),
      http: summarize(measured.http),
    };
    return {
      figure: `${number(ratio.median, 2)} ×`,
      spread: spread(ratio, 2),
      holds: ratio.median >= least.ofSdk && share.median >= least.ofHttp,
      notes: [
        `${number(perSecond.package.median)} reads per second; the SDK ${number(perSecond.sdk.median)}; bare node:http ` +
          `${number(perSecond.http.median)}, of which that is ${number(share.median * 100)} % (${spread(share, 2)})`,
      ],
      values: { ratio, shareOfBareHttp: share, perSecond },
    };
  },
};
