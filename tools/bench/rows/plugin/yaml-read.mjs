import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { timeToAnswer } from "../../processes/start-of-plugin.mjs";
import { summarize, summarizeRatios } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";
import { yamlProject } from "../../previews/yaml-project.mjs";

const { serviceSid, webhookOf } = (await import("../../services.cjs")).default;
const most = 1.1;

/** How often the engine starts the plugin in a preview: once for its schema, and once for what the program asks of it. */
const starts = 2;

const read = {
  variables: {
    live: {
      "fn::invoke": {
        function: "twilio-conversations:getServiceWebhookConfiguration",
        arguments: { chatServiceSid: serviceSid(0) },
      },
    },
  },
  outputs: { postWebhookUrl: "${live.postWebhookUrl}" },
};

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "pulumi preview of a program in YAML, one function read, against the same without it and the plugin's two starts",
  goal: `at most ${number(most, 2)} ×`,
  async measure(bench) {
    const emulator = await bench.emulator(1);
    const { postWebhookUrl } = webhookOf(0);
    const ours = await yamlProject(bench, read, emulator);
    const theirs = await yamlProject(bench, { outputs: { postWebhookUrl } }, emulator);
    const expected = `postWebhookUrl: ${JSON.stringify(postWebhookUrl)}`;
    const measured = await inTurns(
      {
        ours: async () => {
          emulator.clearRequests();
          const seconds = await ours.preview(expected);
          requireEqual(emulator.countRequests({ status: 200 }), 1, "requests of a preview");
          return seconds;
        },
        theirs: () => theirs.preview(expected),
        start: async () => (await timeToAnswer()) / 1000,
      },
      bench.rounds(15),
      bench.say,
    );
    const floor = measured.theirs.map((seconds, round) => seconds + starts * Number(measured.start[round]));
    const ratio = summarizeRatios(measured.ours, floor);
    const medians = [measured.ours, measured.theirs, measured.start].map((each) => summarize(each).median);
    const [withRead = 0, without = 0, start = 0] = medians;
    return {
      figure: `${number(ratio.median, 3)} ×`,
      spread: spread(ratio, 3),
      holds: ratio.median <= most,
      notes: [
        `${number(withRead, 2)} s against ${number(without, 2)} s and ${number(start, 2)} s for each of ${starts} starts`,
      ],
      values: { ratio, seconds: medians },
    };
  },
};
