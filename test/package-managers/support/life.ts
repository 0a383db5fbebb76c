import type { TwilioEmulator } from "../../../provider/testing";
import { diagnosticsOf, sid } from "../../engine/support/service";
import type { Layout } from "./index";

/** The Pulumi.yaml of every layout. */
export const pulumiYaml = (options: Record<string, unknown> = {}): string =>
  JSON.stringify({ name: "test", runtime: { name: "nodejs", options } });

/** The package.json of a program that depends on the SDK and on the package. */
export const packageJson = (sdk: string, packed: string, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    name: "layout",
    private: true,
    dependencies: { "@pulumi/pulumi": sdk, "pulumi-twilio-conversations": packed },
    ...more,
  });

/** What a program does in every language mode: read, record, and gate. */
const body = `
const read = getServiceWebhookConfigurationOutput({ chatServiceSid: "${sid}" });
const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });
const gate = new WebhookGate("gate", {
  services: { chat: { chatServiceSid: "${sid}", expect: { method: "POST", preWebhookUrl: null } } },
});
`;

const imported = "{ getServiceWebhookConfigurationOutput, ServiceWebhookConfiguration, WebhookGate }";

export const commonJs = `
const ${imported} = require("pulumi-twilio-conversations");
${body}
exports.read = read.postWebhookUrl;
exports.recorded = chat.postWebhookUrl;
exports.guarded = gate.services.chat.method;
exports.node = process.version;
exports.sdk = require("@pulumi/pulumi/package.json").version;
`;

/** Works as TypeScript and as an ES module. */
export const importing = `
import ${imported} from "pulumi-twilio-conversations";
${body}
const { postWebhookUrl } = read;
const { postWebhookUrl: recorded } = chat;
const guarded = gate.services["chat"]?.method;
const node = process.version;
export { postWebhookUrl as read, recorded, guarded, node };
`;

const changed = "https://hooks.example.com/changed";

/** Takes a stack through update, refresh and a closed gate, and expects of each what it is for. */
export async function liveThrough(layout: Layout, twilio: TwilioEmulator): Promise<Record<string, unknown>> {
  const up = await layout.up();
  expect(diagnosticsOf(up.output)).toBe("");
  expect(up.code).toBe(0);
  const outputs = await layout.stackOutputs();
  expect(outputs).toMatchObject({
    read: "https://hooks.example.com/post",
    recorded: "https://hooks.example.com/post",
    guarded: "POST",
  });
  twilio.changeWebhook(sid, { postWebhookUrl: changed });
  const refresh = await layout.refresh();
  expect(refresh.output).toContain("[diff: ~postWebhookUrl]");
  const state = await layout.exportState();
  const recorded = state.deployment.resources?.filter(({ type }) => type.endsWith("ServiceWebhookConfiguration")) ?? [];
  // What a refresh reads must become the inputs too, or the next preview would put the old values back.
  expect(new Set(recorded.map(({ inputs }) => inputs?.["postWebhookUrl"]))).toEqual(new Set([changed]));
  twilio.changeWebhook(sid, { method: "GET" });
  const closed = await layout.preview();
  expect(diagnosticsOf(closed.output)).toContain("is not as expected");
  expect(closed.code).not.toBe(0);
  return outputs;
}

/** The same with a preview before it and a destroy after it: for the oldest and the newest of what the package runs on. */
export async function liveThroughAll(layout: Layout, twilio: TwilioEmulator): Promise<Record<string, unknown>> {
  const preview = await layout.preview("--diff");
  expect(diagnosticsOf(preview.output)).toBe("");
  expect(preview.output).toContain('postWebhookUrl: "https://hooks.example.com/post"');
  const outputs = await liveThrough(layout, twilio);
  const destroy = await layout.destroy();
  expect(destroy.output).toMatch(/- \d+ deleted/);
  expect(destroy.code).toBe(0);
  return outputs;
}
