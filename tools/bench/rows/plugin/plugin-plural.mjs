import { createRequire } from "node:module";
import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { pluginFile, timeToLine } from "../../processes/start-of-plugin.mjs";
import { summarize } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const require = createRequire(import.meta.url);
const { isRight, serviceSid } = require("../../services.cjs");

const services = 1000;
const delay = 100;
const most = 1.1;

/**
 * @param {string} port of the plugin
 * @returns {Promise<{ milliseconds: number, right: number }>}
 */
function invokeOn(port) {
  const { Client, credentials } = require("@grpc/grpc-js");
  const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
  const { InvokeRequest, InvokeResponse } = require("@pulumi/pulumi/proto/provider_pb");
  const request = new InvokeRequest();
  request.setTok("twilio-conversations:index:getServiceWebhookConfigurations");
  const chatServiceSids = Array.from({ length: services }, (_, index) => serviceSid(index));
  request.setArgs(Struct.fromJavaScript({ chatServiceSids }));
  const bytes = Buffer.from(request.serializeBinary());
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  const asItIs = (/** @type {Buffer} */ message) => message;
  const start = performance.now();
  return new Promise((resolve, reject) =>
    client.makeUnaryRequest(
      "/pulumirpc.ResourceProvider/Invoke",
      asItIs,
      asItIs,
      bytes,
      (/** @type {Error | null} */ error, /** @type {Buffer | undefined} */ answer) => {
        // Reading the answer is not the plugin's work.
        const milliseconds = performance.now() - start;
        client.close();
        if (error || answer === undefined) {
          reject(error);
          return;
        }
        /** @type {any} */
        const result = InvokeResponse.deserializeBinary(answer).getReturn()?.toJavaScript() ?? {};
        const isGood = (/** @type {any} */ { configuration }, /** @type {number} */ index) =>
          configuration && isRight(configuration, index);
        resolve({ milliseconds, right: result.services.filter(isGood).length });
      },
    ),
  );
}

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: `${number(services)} services through the plugin's plural function, ${delay} ms per request, against ${number(services)} / connections × ${delay} ms`,
  goal: "at most 1.10 ×",
  async measure(bench) {
    const emulator = await bench.emulator(services, { delay });
    let connections = 0;
    const call = async () => {
      emulator.clearRequests();
      let measured = { milliseconds: 0, right: 0 };
      const look = async (/** @type {number} */ _pid, /** @type {string} */ port) => {
        measured = await invokeOn(port);
      };
      await timeToLine([pluginFile], look, emulator.environment());
      requireEqual(measured.right, services, "services that were read right");
      requireEqual(emulator.countRequests(), services, "requests");
      connections = emulator.mostConcurrentRequests;
      return measured.milliseconds / ((services / connections) * delay);
    };
    const ratio = summarize((await inTurns({ plugin: call }, bench.rounds(7), bench.say)).plugin);
    return {
      figure: `${number(ratio.median, 3)} ×`,
      spread: spread(ratio, 3),
      holds: ratio.median <= most,
      notes: [`${connections} connections`],
      values: { ratio, connections },
    };
  },
};
