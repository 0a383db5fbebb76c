import { createRequire } from "node:module";
import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize, summarizeRatios } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const require = createRequire(import.meta.url);
const { serviceSid, webhookOf } = require("../../services.cjs");

const stacks = 60;
const most = 0.6;

const type = "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration";

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: `an audit of all ${stacks} stacks of a backend, against one audit after another, each of one stack`,
  goal: `at most ${most} ×`,
  async measure(bench) {
    const { audit } = require("pulumi-twilio-conversations/audit");
    const emulator = await bench.emulator(stacks);
    const project = await bench.project("empty.cjs");
    const names = Array.from({ length: stacks }, (_, index) => `stack-${index}`);
    project.replaceStack(
      names.map((name, index) => {
        const id = serviceSid(index);
        const url = `https://conversations.twilio.com/v1/Services/${id}/Configuration/Webhooks`;
        const outputs = { ...webhookOf(index), chatServiceSid: id, accountSid: emulator.account.accountSid, url };
        return {
          name,
          resources: [{ urn: `urn:pulumi:${name}::benchmark::${type}::chat`, type, custom: true, id, outputs }],
        };
      }),
    );
    const given = {
      workDir: project.programFolder,
      environment: { ...project.environment, ...emulator.environment() },
    };
    const milliseconds = async (/** @type {object[]} */ sources) => {
      const start = performance.now();
      let ok = 0;
      for (const source of sources) {
        ok += (await audit({ ...given, ...source })).counts.ok;
      }
      requireEqual(ok, stacks, "services that are as they were recorded");
      return performance.now() - start;
    };
    const { all, each } = await inTurns(
      {
        all: () => milliseconds([{ allStacks: true }]),
        each: () => milliseconds(names.map((name) => ({ stacks: [name] }))),
      },
      bench.rounds(3),
      bench.say,
    );
    const ratio = summarizeRatios(all, each);
    return {
      figure: `${number(ratio.median, 2)} ×`,
      spread: spread(ratio, 2),
      holds: ratio.median <= most,
      notes: [`one after another ${number(summarize(each).median / 1000, 1)} s`],
      values: { ratio },
    };
  },
};
