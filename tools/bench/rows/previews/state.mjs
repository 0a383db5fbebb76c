import { requireEqual } from "../../bench.mjs";
import { resourceBytes } from "../../figures/state-size.mjs";
import { number } from "../../figures/text.mjs";

const most = 400;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "state per recorded resource, beyond its values and the engine's own fields",
  goal: `at most ${most} bytes`,
  async measure(bench) {
    const emulator = await bench.emulator(1);
    const project = await bench.project("recorded-resources.cjs", {
      ...emulator.environment(),
      BENCHMARK_RESOURCES: "1",
    });
    await project.run("up", "--yes", "--skip-preview");
    const { output } = await project.run("stack", "export");
    const { deployment } = JSON.parse(output);
    const recorded = deployment.resources.filter((/** @type {{ type: string }} */ { type }) =>
      type.endsWith(":ServiceWebhookConfiguration"),
    );
    requireEqual(recorded.length, 1, "recorded resources");
    const { own, values, total } = resourceBytes(recorded[0]);
    return {
      figure: `${number(own)} bytes`,
      spread: "always the same",
      holds: own <= most,
      notes: [
        `of ${number(total)} bytes in all; the values, which the engine keeps as inputs and as outputs, are ${number(values)}`,
      ],
      values: { own, values, total },
    };
  },
};
