import {
  startEmulator,
  type ConnectionOptions,
  type EmulatedServiceArgs,
  type EmulatorOptions,
  type TwilioEmulator,
} from "../../../provider/testing";
import type { Config } from "./config";
import { createProject, type Project, type ProjectOptions } from "./index";

export const sid = "IS0123456789abcdef0123456789abcdef";
export const otherSid = "ISfedcba9876543210fedcba9876543210";

export const configuredWebhook = {
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.example.com/post",
  filters: ["onMessageAdded", "onConversationAdded"],
  method: "POST",
} as const satisfies EmulatedServiceArgs["webhook"] & object;

const emulators = new Set<TwilioEmulator>();

afterAll(async () => {
  await Promise.all([...emulators].map((emulator) => emulator.stop()));
});

/** An emulator with one configured service, stopped after the last test of the file. */
export async function startTwilio(options?: EmulatorOptions): Promise<TwilioEmulator> {
  const emulator = await startEmulator(options);
  emulators.add(emulator);
  emulator.addService({ sid, webhook: { ...configuredWebhook, filters: [...configuredWebhook.filters] } });
  return emulator;
}

/** A project whose stack config points at the emulator, its token as a secret. */
export function projectFor(
  emulator: TwilioEmulator,
  program: string | ProjectOptions["program"],
  options: Omit<ProjectOptions, "program"> = {},
): Promise<Project> {
  return createProject({
    ...options,
    program: typeof program === "string" ? { "index.js": program } : program,
    config: { ...configFor(emulator), ...options.config },
  });
}

/** The stack config that points a program at the emulator. */
export function configFor(emulator: TwilioEmulator, connection?: ConnectionOptions): Config {
  return Object.fromEntries(
    Object.entries(emulator.pulumiConfig(connection)).map(([key, { value, secret }]) => [
      key,
      secret ? { secret: value } : value,
    ]),
  );
}

/** The lines that the CLI's diagnostics hold, without the progress above and the counts below them. */
export function diagnosticsOf(output: string): string {
  const start = output.lastIndexOf("Diagnostics:\n");
  if (start < 0) {
    return "";
  }
  return output.slice(start).split(/\n(?:Outputs|Resources|Policies):\n/)[0] ?? "";
}

/** A resource that sets a service's webhook, as a program's own would: it stands for any that people use for it. */
export const webhookSetter = `
const pulumi = require("@pulumi/pulumi");

const post = async ({ baseUrl, user, word, sid, postWebhookUrl }) => {
  const answer = await fetch(baseUrl + "/v1/Services/" + sid + "/Configuration/Webhooks", {
    method: "POST",
    headers: { Authorization: "Basic " + Buffer.from(user + ":" + word).toString("base64") },
    body: new URLSearchParams({ PostWebhookUrl: postWebhookUrl }),
  });
  if (!answer.ok) throw new Error("the webhook was not set: " + answer.status);
  return { id: sid, outs: { sid, postWebhookUrl } };
};

exports.WebhookSetter = class WebhookSetter extends pulumi.dynamic.Resource {
  constructor(name, args, options) {
    const config = new pulumi.Config("twilio");
    super(
      { create: post, update: (id, olds, news) => post(news) },
      name,
      { ...args, baseUrl: config.require("baseUrl"), user: config.require("accountSid"), word: config.requireSecret("authToken") },
      options,
    );
  }
};
`;
