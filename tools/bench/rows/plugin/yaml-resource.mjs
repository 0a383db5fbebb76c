import { requireEqual } from "../../bench.mjs";
import { comparePreviews } from "../../previews/preview-ratio.mjs";
import { yamlProject } from "../../previews/yaml-project.mjs";

const { serviceSid } = (await import("../../services.cjs")).default;
const most = 1.1;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "pulumi preview of a program in YAML, 1 recorded resource, against one of a provider that does nothing",
  goal: `at most ${most.toFixed(2)} ×`,
  async measure(bench) {
    const emulator = await bench.emulator(1);
    const preview = async (/** @type {object} */ resource, /** @type {number} */ requests) => {
      const project = await yamlProject(bench, { resources: { it: resource } }, emulator);
      await project.run("up", "--yes", "--skip-preview");
      return async () => {
        emulator.clearRequests();
        const seconds = await project.preview("2 unchanged");
        requireEqual(emulator.countRequests({ status: 200 }), requests, "requests of a preview");
        return seconds;
      };
    };
    const recorded = "twilio-conversations:ServiceWebhookConfiguration";
    const previews = {
      ours: await preview({ type: recorded, properties: { chatServiceSid: serviceSid(0) } }, 1),
      theirs: await preview({ type: "nothing:Thing", properties: { value: serviceSid(0) } }, 0),
    };
    return comparePreviews(bench, previews, { rounds: 15, most });
  },
};
