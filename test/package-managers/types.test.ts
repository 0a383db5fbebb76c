import { createLayout } from "./support";
import { npm } from "./support/installers";
import { packageJson } from "./support/life";
import { Commands } from "../engine/support/command";
import { lowestSdk, newestSdk } from "./support/sdk-versions";
import { lowestTypeScript, newestTypeScript } from "./support/typescript-versions";
import { writeFiles } from "../engine/support/project-files";

// Every line is used by the compiler: one wrong type here, and it would have to complain.
const program = `
import * as pulumi from "@pulumi/pulumi";
import {
  getServiceWebhookConfiguration, getServiceWebhookConfigurationOutput, isTwilioApiError, ServiceWebhookConfiguration, WebhookFilter,
  WebhookGate,
} from "pulumi-twilio-conversations";
import { startEmulator, webhookConfiguration } from "pulumi-twilio-conversations/testing";
import { handler } from "pulumi-twilio-conversations/dynamic-provider";

const chatServiceSid = new pulumi.Config().require("chatServiceSid");
const chat = new ServiceWebhookConfiguration("chat", {
  chatServiceSid,
  expect: { postWebhookUrl: { protocol: "https", host: pulumi.output("hooks.example.com") }, method: ["POST", null] },
  enforcement: "advisory",
});
new WebhookGate("gate", { services: { chat: { chatServiceSid: chat.chatServiceSid, expect: { filters: ["onMessageAdded"] } } } });
export const url: pulumi.Output<string | null> = chat.postWebhookUrl;
export const filters: pulumi.Output<WebhookFilter[] | null> = getServiceWebhookConfigurationOutput({ chatServiceSid }).filters;
export const method: "GET" | "POST" | null = webhookConfiguration({ method: "POST" }).method;
export async function read(): Promise<string | null> {
  const twilio = await startEmulator();
  try {
    return (await getServiceWebhookConfiguration({ chatServiceSid })).postWebhookUrl;
  } catch (error) {
    return isTwilioApiError(error) ? error.message : null;
  } finally {
    await twilio.stop();
  }
}
export const provider: pulumi.dynamic.ResourceProvider = handler();
`;

const mistakes = `
import * as pulumi from "@pulumi/pulumi";
import { ServiceWebhookConfiguration } from "pulumi-twilio-conversations";
const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: "IS" });
export const url: pulumi.Output<string> = chat.postWebhookUrl;
export const filters: pulumi.Output<number[] | null> = chat.filters;
new ServiceWebhookConfiguration("other", { chatServiceSid: "IS", enforcement: "mandatry", expect: { method: "POST" } });
`;

const classic = { module: "commonjs", moduleResolution: "node" };

// The ways in which programs have their modules found: as Pulumi's own template says, as Node.js does, and as bundlers do.
const settings = {
  "typescript-lowest": [classic],
  "typescript-newest": [
    { ...classic, ignoreDeprecations: "6.0" },
    { module: "nodenext" },
    { module: "esnext", moduleResolution: "bundler" },
  ],
} as const;

test("The types hold in a user's program, from the lowest TypeScript and SDK to the newest", async () => {
  const { layout, packed } = await createLayout();
  for (const sdk of [lowestSdk, newestSdk]) {
    await layout.install(
      {
        "package.json": packageJson(sdk, packed, {
          devDependencies: {
            // Of the time of the lowest TypeScript; the newest takes it too.
            "@types/node": "14.18.63",
            "typescript-lowest": `npm:typescript@${lowestTypeScript}`,
            "typescript-newest": `npm:typescript@${newestTypeScript}`,
          },
        }),
        "program.ts": program,
        "mistakes.ts": mistakes,
      },
      npm("install"),
    );
    for (const [compiler, resolutions] of Object.entries(settings)) {
      const projects = resolutions.map((resolution, index) => {
        const own = { strict: true, noEmit: true, target: "es2018", skipLibCheck: true, types: ["node"] };
        const tsconfig = { compilerOptions: { ...resolution, ...own }, files: ["program.ts", "mistakes.ts"] };
        return [`${compiler}-${index}.json`, JSON.stringify(tsconfig)] as const;
      });
      writeFiles(layout.root, Object.fromEntries(projects));
      const names = projects.map(([name]) => name);
      // The newest reads the types once for all settings.
      const which = names.length === 1 ? ["-p"] : ["--build", "--force"];
      const tsc = [`node_modules/${compiler}/bin/tsc`, ...which, ...names, "--pretty", "false"];
      const { stdout } = await new Commands().run(process.execPath, tsc, layout.root, layout.env);
      const complaints = stdout
        .split("\n")
        .filter((line) => /^\S/.test(line))
        .map((line) => line.replace(/,\d+\): error .*/, ")"));
      const each = ["mistakes.ts(5)", "mistakes.ts(6)", "mistakes.ts(7)"];
      expect([sdk, compiler, complaints]).toEqual([sdk, compiler, names.flatMap(() => each)]);
    }
  }
});
