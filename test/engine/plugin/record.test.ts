import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { TwilioEmulator } from "../../../provider/testing";
import { run } from "../../cli/support/run";
import { createProject, type Project } from "../support";
import { configFor, startTwilio } from "../support/service";
import { compiled } from "./support/compiled-go";
import { createLanguageProject, describeLanguage, pluginConfig } from "./support/language";

jest.setTimeout(240_000);

const oddSid = `IS${"1".repeat(32)}`;

/** Services whose names and events are hostile, and the program that records them. */
async function recorded(language: string) {
  const twilio = await startTwilio();
  const webhook = {
    postWebhookUrl: "https://hooks.acme.io/'\"#$a",
    method: "POST",
    filters: ['on"\\Odd', "\u{1f600}"],
  } as const;
  twilio.addService({ sid: oddSid, friendlyName: '*/ "); exit(1)\n# \u2028', webhook });
  twilio.addService({ sid: `IS${"2".repeat(32)}`, friendlyName: "\u{1f600}", webhook: {} });
  const args = ["record", "--all-services", "--language", language];
  const { code, stdout } = await run(args, { environment: twilio.environment() });
  expect(code).toBe(0);
  return { twilio, program: stdout };
}

/** The program records the services while they are as they were, and stops at a change. */
async function expectRecord(project: Project, twilio: TwilioEmulator): Promise<void> {
  const { code, output } = await project.pulumi("preview");
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("to create") as string });
  twilio.changeWebhook(oddSid, { method: "GET" });
  const changed = await project.pulumi("preview");
  expect(changed.code).not.toBe(0);
  expect(changed.output).toContain("is not as expected");
}

test("the program in TypeScript that is printed records the services, and stops at a change", async () => {
  const { twilio, program } = await recorded("typescript");
  const { outputText } = ts.transpileModule(program, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  await expectRecord(await createProject({ program: { "index.js": outputText }, config: configFor(twilio) }), twilio);
});

describeLanguage("yaml", "in YAML", () => {
  test("the project that is printed records the services, and stops at a change", async () => {
    const { twilio, program } = await recorded("yaml");
    const files = { "Pulumi.yaml": program.replace("name: webhooks", "name: test") };
    const config = pluginConfig(twilio);
    await expectRecord(await createLanguageProject("yaml", { program: files, config }), twilio);
  });
});

describeLanguage("python", "in Python", () => {
  test("the program that is printed records the services, and stops at a change", async () => {
    const { twilio, program } = await recorded("python");
    const files = { "Pulumi.yaml": "name: test\nruntime: python\n", "__main__.py": program };
    const config = pluginConfig(twilio);
    await expectRecord(await createLanguageProject("python", { program: files, config }), twilio);
  });
});

describeLanguage("go", "in Go", () => {
  test("the program that is printed, which is compiled before the tests, records the services, and stops at a change", async () => {
    const { twilio, program } = await recorded("go");
    expect(program).toBe(readFileSync(join(__dirname, "programs", "recorded.go"), "utf8"));
    const { files, prepare } = compiled("recorded", { "Pulumi.yaml": "name: test\nruntime: go\n" });
    const project = await createLanguageProject("go", { program: files, config: pluginConfig(twilio) });
    await prepare(project);
    await expectRecord(project, twilio);
  });
});
