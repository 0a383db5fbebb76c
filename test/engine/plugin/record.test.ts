import ts from "typescript";
import { run } from "../../cli/support/run";
import { createProject } from "../support";
import { configFor, startTwilio } from "../support/service";
import { createLanguageProject, describeLanguage, pluginConfig } from "./support/language";

jest.setTimeout(240_000);

/** Services whose names and events are hostile, and the program that records them. */
async function recorded(language: string) {
  const twilio = await startTwilio();
  const webhook = {
    postWebhookUrl: "https://hooks.acme.io/'\"#$a",
    method: "POST",
    filters: ['on"\\Odd', "\u{1f600}"],
  } as const;
  const odd = twilio.addService({ friendlyName: '*/ "); exit(1)\n# \u2028', webhook });
  twilio.addService({ friendlyName: "\u{1f600}", webhook: {} });
  const args = ["record", "--all-services", "--language", language];
  const { code, stdout } = await run(args, { environment: twilio.environment() });
  expect(code).toBe(0);
  return { twilio, program: stdout, odd };
}

test("the program in TypeScript that is printed records the services, and stops at a change", async () => {
  const { twilio, program, odd } = await recorded("typescript");
  const { outputText } = ts.transpileModule(program, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const project = await createProject({ program: { "index.js": outputText }, config: configFor(twilio) });
  expect(await project.pulumi("preview")).toMatchObject({ code: 0 });
  twilio.changeWebhook(odd.sid, { method: "GET" });
  const changed = await project.pulumi("preview");
  expect([changed.code, changed.output]).toEqual([expect.any(Number), expect.stringContaining("is not as expected")]);
});

describeLanguage("yaml", "in YAML", () => {
  test("the project that is printed records the services", async () => {
    const { twilio, program } = await recorded("yaml");
    const project = await createLanguageProject("yaml", {
      program: { "Pulumi.yaml": program.replace("name: webhooks", "name: test") },
      config: pluginConfig(twilio),
    });
    const { code, output } = await project.pulumi("preview");
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("to create") as string });
  });
});
