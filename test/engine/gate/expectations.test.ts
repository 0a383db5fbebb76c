import { diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";
import { gated, good, hijacked, imports } from "./support/gated";

test.each([
  ["undefined", "expect"],
  ["{ postWebhookUrl: pulumi.output(undefined) }", "expect.postWebhookUrl"],
  ["Promise.resolve({ postWebhookUrl: undefined })", "expect.postWebhookUrl"],
  ["{ method: [] }", "expect.method"],
  ["null", "expect"],
])("An expectation that is none is an error that names the key, never a pass: expect: %s", async (expectation, key) => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, gated({ expect: expectation, more: `enforcement: "advisory"` }));
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toContain(`has a problem: expect is not a valid expectation: ${key} `);
  expect(diagnosticsOf(preview.output)).not.toMatch(/^\s+at /m);
});

test("An enforcement level that is none, or that is about nothing, is an error", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, gated({ more: `enforcement: "Mandatory"` }));
  expect(diagnosticsOf((await project.preview()).output)).toContain(
    'enforcement must be "mandatory", "advisory" or "disabled"',
  );
  project.writeProgram({
    "index.js": `${imports} new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}", enforcement: "mandatory" });`,
  });
  expect(diagnosticsOf((await project.preview()).output)).toContain("enforcement has no effect without expect");
});

describe("An expected value that is not known in preview", () => {
  const program = (expectation: string) =>
    gated({
      before: `
        const service = new pulumi.Stash("service", { input: "https://hooks.example.com/post" });
        const url = pulumi.all([service.id, service.output]).apply(([, output]) => output);`,
      expect: expectation,
    });

  test("defers its condition: the others are still checked, and the update checks it all", async () => {
    const twilio = await startTwilio();
    const project = await projectFor(twilio, program(`{ postWebhookUrl: url, method: "POST" }`));
    expect((await project.preview()).code).toBe(0);
    twilio.changeWebhook(sid, { method: "GET", postWebhookUrl: hijacked });
    const preview = await project.preview();
    expect(preview.code).not.toBe(0);
    expect(diagnosticsOf(preview.output)).toContain("not known yet, so not checked: expect.postWebhookUrl");
    twilio.changeWebhook(sid, { method: "POST" });
    expect((await project.preview()).code).toBe(0);
    const up = await project.up();
    expect(up.code).not.toBe(0);
    expect(diagnosticsOf(up.output)).toContain("is not as expected");
    twilio.changeWebhook(sid, { postWebhookUrl: good });
    expect((await project.up()).code).toBe(0);
  });

  test("may be the whole expectation, or part of a condition", async () => {
    const twilio = await startTwilio();
    const project = await projectFor(
      twilio,
      `${program("url.apply((postWebhookUrl) => ({ postWebhookUrl }))")}
      const part = { postWebhookUrl: { host: [url.apply(() => "evil.example.com")], protocol: "https" } };
      new ServiceWebhookConfiguration("part", { chatServiceSid: "${sid}", expect: part }, { dependsOn: chat });`,
    );
    expect((await project.preview()).code).toBe(0);
    const up = await project.up();
    expect(up.code).not.toBe(0);
    expect(diagnosticsOf(up.output)).toContain("ServiceWebhookConfiguration (part)");
    expect(JSON.stringify(await project.exportState())).toContain("::chat");
  });
});

test("A secret expectation never shows, in the message, the diff or the state; the message says which condition failed", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { preWebhookUrl: "https://hooks.example.com/pre?token=livesecret" });
  const expectation = `{
    preWebhookUrl: "https://hooks.example.com/pre?token=plainsecret",
    postWebhookUrl: { host: pulumi.secret("hooks.opensesame.example"), protocol: "https" },
  }`;
  const project = await projectFor(twilio, gated({ expect: expectation }));
  const preview = await project.preview("--diff");
  expect(preview.code).not.toBe(0);
  expect(preview.output).toContain("postWebhookUrl");
  expect(preview.output).toContain("preWebhookUrl");
  project.writeProgram({ "index.js": gated({ expect: expectation, more: `enforcement: "advisory"` }) });
  expect((await project.preview("--diff")).code).toBe(0);
  expect((await project.up()).code).toBe(0);
  twilio.changeWebhook(sid, { filters: null });
  expect((await project.refresh("--diff")).code).toBe(0);
  await project.exportState();
  expect((await project.preview("--diff")).code).toBe(0);
  await project.pulumi("stack", "output", "--json");
  for (const secret of ["opensesame", "plainsecret", "livesecret"]) {
    expect(project.transcript).not.toContain(secret);
  }
  expect(JSON.stringify(await project.exportState())).toContain('"protocol":"https"');
});

test("A secret expectation never shows where it holds either: what is live is then secret too", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/opensesame" });
  const secretUrl = `pulumi.secret("https://hooks.example.com/opensesame")`;
  const secretPattern = `{ source: pulumi.secret("opensesame$") }`;
  const program = (url: string, more = "") =>
    `${gated({ expect: `{ postWebhookUrl: ${url} }`, more })}
    const { getServiceWebhookConfigurationOutput, assertServiceWebhookConfigurationOutput } = require("pulumi-twilio-conversations");
    const live = getServiceWebhookConfigurationOutput({ chatServiceSid: "${sid}" });
    exports.asserted = assertServiceWebhookConfigurationOutput(live, { postWebhookUrl: { pattern: ${secretPattern} } }).postWebhookUrl;
    exports.method = chat.method;`;
  const project = await projectFor(twilio, program(secretUrl));
  expect((await project.preview("--diff")).code).toBe(0);
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ postWebhookUrl: "[secret]", asserted: "[secret]", method: "POST" });
  const condition = `{ host: pulumi.secret("*.EXAMPLE.com"), pattern: { source: "nomatch" } }`;
  project.writeProgram({ "index.js": program(condition, `enforcement: "advisory"`) });
  expect(diagnosticsOf((await project.preview()).output)).toContain("[secret]");
  await project.preview("--diff");
  await project.exportState();
  expect(project.transcript).not.toContain("https://hooks.example.com/opensesame");
});

test("What additionalSecretOutputs names shows neither in the state nor in a violation", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/opensesame" });
  const options = `{ additionalSecretOutputs: ["postWebhookUrl"] }`;
  const project = await projectFor(twilio, gated({ options, more: `enforcement: "advisory"` }));
  expect(diagnosticsOf((await project.preview()).output)).toContain("[secret]");
  await project.preview("--diff");
  expect((await project.up()).code).toBe(0);
  await project.exportState();
  expect(project.transcript).not.toContain("opensesame");
});
