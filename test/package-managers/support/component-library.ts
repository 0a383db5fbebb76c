import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "../../engine/support/project-files";

const program = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");

exports.Chat = class Chat extends pulumi.ComponentResource {
  constructor(name, chatServiceSid, options) {
    super("acme:index:Chat", name, {}, options);
    const expect = { method: "POST" };
    this.webhook = new ServiceWebhookConfiguration(name + "-webhook", { chatServiceSid, expect }, { parent: this });
    this.postWebhookUrl = this.webhook.postWebhookUrl;
    this.registerOutputs({});
  }
};
`;

/** The files of a component library that brings the package with it, as somebody would publish it. */
export const componentLibrary = (packed: string): Record<string, string> => ({
  "package.json": JSON.stringify({
    name: "acme-chat",
    version: "1.0.0",
    main: "index.js",
    dependencies: { "pulumi-twilio-conversations": packed },
    peerDependencies: { "@pulumi/pulumi": "^3.216.0" },
  }),
  "index.js": program,
});

/**
 * Packs the component library.
 *
 * @returns the dependency on its tarball, as a package.json has it
 */
export function packComponentLibrary(packed: string, folder: string): string {
  const library = join(folder, "library");
  mkdirSync(library);
  writeFiles(library, componentLibrary(packed));
  const { status, stderr } = spawnSync("npm", ["pack", "--pack-destination", folder], {
    cwd: library,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return `file:${join(folder, "acme-chat-1.0.0.tgz").replaceAll("\\", "/")}`;
}
