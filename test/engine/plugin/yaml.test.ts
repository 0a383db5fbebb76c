import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { servePlugin } from "../../plugin/support/engine";
import { createProject } from "../support";
import { engineFolders } from "../support/engine-folders";
import { sid, startTwilio } from "../support/service";
import {
  addHost,
  createLanguageProject,
  describeLanguage,
  exampleFiles,
  pluginConfig,
  pluginFolder,
} from "./support/language";
import { childrenOf, isRunning, until } from "./support/processes";
import { yamlExamplesInOne } from "./support/schema-examples";
import { expectFailingReads, expectGate, expectPromises, problemsIn, startProgram } from "./support/promises";

const tools = join(__dirname, "..", "..", "..", "tools");

const program = `
name: test
runtime: yaml
config:
  chatServiceSid: { type: string }
  euServiceSid: { type: string }
  euAccountSid: { type: string }
  euAuthToken: { type: string, secret: true }
  baseUrl: { type: string }
  hiddenSid: { type: string, secret: true }
  hiddenUrl: { type: string, secret: true }
variables:
  read:
    fn::invoke:
      function: twilio-conversations:getServiceWebhookConfiguration
      arguments: { chatServiceSid: "\${chatServiceSid}" }
  verified:
    fn::invoke:
      function: twilio-conversations:verifyServiceWebhookConfiguration
      arguments:
        chatServiceSid: \${chatServiceSid}
        expect: { preWebhookUrl: { set: false }, delivers: [onMessageAdded] }
        rules: { get-method: error }
resources:
  chat:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties: { chatServiceSid: "\${chatServiceSid}" }
  eu:
    type: pulumi:providers:twilio-conversations
    properties:
      accountSid: \${euAccountSid}
      authToken: \${euAuthToken}
      baseUrl: \${baseUrl}
  eu-chat:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties:
      chatServiceSid: \${euServiceSid}
      expect: { delivers: [onMessageAdded] }
      rules: { nothing-configured: error }
      enforcement: advisory
    options: { provider: "\${eu}" }
  hidden:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties:
      chatServiceSid: \${hiddenSid}
      expect: { postWebhookUrl: { equals: "\${hiddenUrl}" } }
  stash:
    type: pulumi:index:Stash
    properties: { input: "\${chatServiceSid}" }
  late:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties:
      chatServiceSid:
        fn::select: [0, ["\${chatServiceSid}", "\${stash.id}"]]
  after-stash:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties: { chatServiceSid: "\${chatServiceSid}", after: ["\${stash.id}"] }
outputs:
  none: \${chat.preWebhookUrl}
  hidden: \${hidden.postWebhookUrl}
  late: \${late.postWebhookUrl}
  read: \${read.postWebhookUrl}
  method: \${eu-chat.method}
  passed: \${verified.passed}
`;

describeLanguage("yaml", "A program in YAML", () => {
  test("reads, records, keeps secrets, shows a drift as a difference, refreshes, and fails with one message", async () => {
    const started = await startProgram({ language: "yaml", files: { "Pulumi.yaml": program } });
    await expectPromises(started, null);
    await expectFailingReads(started);
  });

  test("is stopped if ignoreChanges would have a recorded demand judged, and one who imports a service by its gate", async () => {
    const twilio = await startTwilio();
    const guarded = (options: string) => `
name: test
runtime: yaml
resources:
  chat:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties:
      chatServiceSid: ${sid}
      expect: { postWebhookUrl: { host: [hooks.example.com] } }
    options: ${options}
  backend:
    type: pulumi:index:Stash
    properties: { input: released }
    options: { dependsOn: ["\${chat}"] }
`;
    const project = await createLanguageProject("yaml", {
      program: { "Pulumi.yaml": guarded(`{ import: ${sid} }`) },
      config: pluginConfig(twilio),
    });
    const file = join(project.programFolder, "Pulumi.yaml");
    const imported = readFileSync(file, "utf8");
    twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.net/" });
    const closed = await project.up();
    expect(problemsIn(closed.output)).toEqual([expect.stringContaining("is not as expected")]);
    twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/" });
    expect(problemsIn((await project.up()).output)).toEqual([]);
    writeFileSync(file, imported.replace(`import: ${sid}`, "ignoreChanges: [expect]").replace("released", "again"));
    const kept = await project.up("--continue-on-error");
    expect(problemsIn(kept.output)).toEqual([expect.stringContaining('ignoreChanges has "expect": what is recorded')]);
    expect(kept.output).not.toContain("backend");

    // Of what is read, ignoreChanges keeps what is recorded.
    writeFileSync(file, imported.replace(`import: ${sid}`, "ignoreChanges: [postWebhookUrl]"));
    twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/other", method: "GET" });
    const partly = await project.up();
    expect(problemsIn(partly.output)).toEqual([]);
    const recorded = JSON.stringify(await project.exportState());
    expect(recorded).toContain('"method":"GET"');
    expect(recorded).not.toContain("/other");
    const replaced = await project.up(
      "--replace",
      "urn:pulumi:dev::test::twilio-conversations:index:ServiceWebhookConfiguration::chat",
    );
    expect(problemsIn(replaced.output)).toEqual([]);
  });

  test("is served by a plugin that runs already, as in a debugger, with PULUMI_DEBUG_PROVIDERS", async () => {
    const twilio = await startTwilio();
    const plugin = await servePlugin({});
    const project = await createProject({
      program: exampleFiles("gate-deployment-yaml", ["Pulumi.yaml"]),
      config: { ...pluginConfig(twilio), chatServiceSid: sid },
      env: { PULUMI_DEBUG_PROVIDERS: `twilio-conversations:${plugin.port}` },
    });
    addHost(project, "yaml");
    const closed = await project.preview();
    plugin.close();
    expect(problemsIn(closed.output)).toEqual([expect.stringContaining("is not as expected (3 violations)")]);
  });

  test("is told which explicit provider is not complete, and not to change its stack config", async () => {
    const twilio = await startTwilio();
    const project = await createLanguageProject("yaml", {
      program: {
        "Pulumi.yaml": `
name: test
runtime: yaml
resources:
  eu: { type: pulumi:providers:twilio-conversations, properties: { accountSid: ${twilio.account.accountSid} } }
  chat:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties: { chatServiceSid: ${sid} }
    options: { provider: "\${eu}" }
`,
      },
      config: pluginConfig(twilio),
    });
    const { output } = await project.preview();
    expect(output).toContain('in the provider "eu" are not complete: accountSid is set, but authToken is missing');
    expect(output).not.toContain("pulumi config");
  });

  test("is stopped by its gate while a webhook leads elsewhere: the example gate-deployment-yaml", async () => {
    await expectGate("yaml", exampleFiles("gate-deployment-yaml", ["Pulumi.yaml"]));
  });

  test("finds the plugin that `pulumi plugin install` has put in the plugin cache, and does all that the examples in its schema do", async () => {
    const twilio = await startTwilio();
    twilio.setAccountWebhook({ postWebhookUrl: "https://hooks.example.com/account" });
    const project = await createProject({
      program: { "Pulumi.yaml": yamlExamplesInOne() },
      config: pluginConfig(twilio),
    });
    addHost(project, "yaml");
    const { version } = JSON.parse(readFileSync(join(pluginFolder, "schema.json"), "utf8")) as { version: string };
    const name = ["plugin", "install", "resource", "twilio-conversations", version, "--reinstall", "--file"];
    expect(await project.pulumi(...name, pluginFolder)).toMatchObject({ code: 0 });
    const { output } = await project.preview();
    expect(problemsIn(output)).toEqual([]);
    expect(output).toContain("+ 3 to create");
    for (const line of [
      /^ +webhook *: "https:\/\/hooks.example.com\/post"/m,
      /^ +liveWebhook *: "https:\/\/hooks.example.com\/post"/m,
      /^ +accountWebhook *: "https:\/\/hooks.example.com\/account"/m,
      /^ +passed *: true/m,
    ]) {
      expect(output).toMatch(line);
    }
  });

  test("is shown by the quickstart: its gate is open, closes and opens again, an audit finds why, and nothing stays behind", async () => {
    const temporary = mkdtempSync(join(tmpdir(), "quickstart-test-"));
    const quickstart = spawn(process.execPath, [join(tools, "quickstart.mjs"), "--language", "yaml"], {
      env: { ...process.env, PATH: [...engineFolders(), process.env["PATH"]].join(delimiter), TMPDIR: temporary },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = await text(quickstart.stdout);
    const [, open, closed, audited, opened] = output.split(/== [3-7] of 7: .* ==/);
    expect(open).toContain("chat-backend created");
    expect(closed).toContain("is not as expected");
    expect(closed).not.toContain("chat-backend");
    expect(audited).toMatch(/^violation +IS/m);
    expect(opened).toContain("unchanged");
    expect(output).toContain("The temporary stack is gone again.");
    expect(readdirSync(temporary)).toEqual([]);
    rmSync(temporary, { recursive: true });
  });

  test("leaves no plugin behind if the engine is killed while it reads", async () => {
    const twilio = await startTwilio();
    twilio.setFault(sid, { hang: true });
    const project = await createLanguageProject("yaml", {
      program: exampleFiles("gate-deployment-yaml", ["Pulumi.yaml"]),
      config: { ...pluginConfig(twilio), chatServiceSid: sid },
    });
    const pulumi = join(engineFolders()[0] ?? "", "pulumi");
    const engine = spawn(pulumi, ["preview", "--non-interactive"], {
      cwd: project.programFolder,
      env: project.env,
      stdio: "ignore",
    });
    await until(() => twilio.countRequests() > 0);
    const [plugin = 0] = childrenOf(engine.pid ?? 0, "pulumi-resource-twilio-conversations");
    expect(isRunning(plugin)).toBe(true);
    engine.kill("SIGKILL");
    await until(() => !isRunning(plugin));
    expect(isRunning(plugin)).toBe(false);
  });
});
