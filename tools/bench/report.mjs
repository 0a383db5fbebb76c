import { createRequire } from "node:module";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { tableOf } from "./figures/table.mjs";

const require = createRequire(import.meta.url);

/** @param {string} name */
const versionOf = (name) => String(require(`${name}/package.json`).version);

/**
 * @param {import("./measure.mjs").RowResult[]} results
 * @param {{ engine: import("../engine/index.mjs").Engine, json: boolean }} options
 * @returns {string}
 */
export function report(results, { engine, json }) {
  const circumstances = {
    date: new Date().toISOString().slice(0, 10),
    versions: {
      "pulumi-twilio-conversations": versionOf("pulumi-twilio-conversations"),
      node: process.version,
      pulumi: engine.version,
      "@pulumi/pulumi": versionOf("@pulumi/pulumi"),
      twilio: versionOf("twilio"),
    },
    machine: {
      platform: `${process.platform} ${process.arch}`,
      processors: availableParallelism(),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      // Above the number of processors, others were at work too, and the figures say less.
      loadAverage: loadavg().map((each) => Number(each.toFixed(1))),
    },
  };
  if (json) {
    return JSON.stringify({ ...circumstances, rows: results }, null, 2);
  }
  const { date, versions, machine } = circumstances;
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    tableOf(results),
    "",
    `${date}; ${names.join(", ")}`,
    `${machine.platform}, ${machine.processors} processors, ${machine.memoryGiB} GiB, load average ${machine.loadAverage.join(" ")}`,
  ].join("\n");
}
