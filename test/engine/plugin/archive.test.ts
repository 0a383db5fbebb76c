import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProject } from "../support";
import { sid, startTwilio } from "../support/service";
import { addHost, describeLanguage, pluginConfig, pluginFolder } from "./support/language";

const tools = join(__dirname, "..", "..", "..", "tools");
const { version } = JSON.parse(readFileSync(join(pluginFolder, "schema.json"), "utf8")) as { version: string };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plugin-archives-"));
  const script = `
    const { writePluginArchives } = await import(process.argv[1]);
    await writePluginArchives(process.argv[2]);`;
  const module = join(tools, "package", "plugin-archives.mjs");
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script, module, folder], {
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A plain HTTP server with the archives, closed after the test. */
async function serveArchives(asked: string[]) {
  const server = createServer(({ url = "" }, response) => {
    const name = decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
    asked.push(name);
    if (readdirSync(folder).includes(name)) {
      response.end(readFileSync(join(folder, name)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: close };
}

test("A release has an archive for each system that Pulumi names", () => {
  const systems = ["linux", "darwin", "windows"].flatMap((system) => [`${system}-amd64`, `${system}-arm64`]);
  expect(readdirSync(folder).sort()).toEqual(
    systems.map((each) => `pulumi-resource-twilio-conversations-v${version}-${each}.tar.gz`).sort(),
  );
});

describeLanguage("yaml", "A program that names the pluginDownloadURL", () => {
  test("gets the plugin from there by itself, and reads", async () => {
    const asked: string[] = [];
    await using archives = await serveArchives(asked);
    const twilio = await startTwilio();
    const program = `
name: test
runtime: yaml
resources:
  chat:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties: { chatServiceSid: ${sid} }
    options: { version: ${version}, pluginDownloadURL: "${archives.url}" }
`;
    const project = await createProject({ program: { "Pulumi.yaml": program }, config: pluginConfig(twilio) });
    addHost(project, "yaml");
    project.env["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] = "false";
    const preview = await project.preview("--diff");
    expect(preview.output).toContain("https://hooks.example.com/post");
    expect(preview.code).toBe(0);
    expect(asked).toEqual([expect.stringMatching(/^pulumi-resource-twilio-conversations-v.+\.tar\.gz$/)]);
  });
});
