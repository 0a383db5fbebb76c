import { readFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../provider/audit/audit";
import { diagnosticsOf, projectFor, sid, startTwilio } from "./support/service";

function exampleFiles(example: string, files: readonly string[]): Record<string, string> {
  const folder = join(__dirname, "..", "..", "examples", example);
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

test("The example reference-outputs, in TypeScript, gives the live values to another resource", async () => {
  const twilio = await startTwilio();
  const program = exampleFiles("reference-outputs", ["index.ts", "tsconfig.json"]);
  const project = await projectFor(twilio, program, { config: { chatServiceSid: sid } });
  const up = await project.up();
  expect(diagnosticsOf(up.output)).not.toContain("error");
  expect(await project.stackOutputs()).toEqual({
    preWebhookUrl: null,
    postWebhookUrl: "https://hooks.example.com/post",
    firesOnNewMessages: true,
  });
  const stash = (await project.exportState()).deployment.resources?.find(({ type }) => type === "pulumi:index:Stash");
  expect(stash?.outputs?.["output"]).toEqual({
    listenOn: "https://hooks.example.com/post",
    method: "POST",
    events: ["onMessageAdded", "onConversationAdded"],
  });
});

test("The example gate-deployment releases nothing while a webhook leads elsewhere", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, {
    preWebhookUrl: "https://hooks.example.com/pre",
    postWebhookUrl: "https://hooks.example.net/post",
  });
  const project = await projectFor(
    twilio,
    exampleFiles("gate-deployment", ["index.ts", "chat-backend.ts", "tsconfig.json"]),
    {
      config: { chatServiceSid: sid, postWebhookUrl: "https://hooks.example.com/post" },
    },
  );
  const closed = await project.up();
  expect(closed.code).not.toBe(0);
  expect(diagnosticsOf(closed.output)).toContain("is not as expected");
  expect(closed.output).not.toContain("chat-backend-service");
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/post" });
  const open = await project.up();
  expect(diagnosticsOf(open.output)).toBe("");
  expect(open.output).toContain("chat-backend-route");
  expect(await project.stackOutputs()).toEqual({ guarded: sid });
});

test("The example audit-stacks records several services, and its expectations tell the good ones from the others", async () => {
  const twilio = await startTwilio();
  const good = {
    preWebhookUrl: "https://hooks.example.com/before",
    postWebhookUrl: "https://eu.hooks.example.com/after",
    filters: ["onMessageAdded"],
  };
  const { sid: care } = twilio.addService({ friendlyName: "Customer care", webhook: good });
  twilio.addService({ friendlyName: "Customer care (old)", webhook: { ...good, filters: [] } });
  twilio.addService({
    friendlyName: "Sandbox of Ada",
    webhook: { postWebhookUrl: "https://ada.ngrok.io/", filters: ["onMessageAdded"] },
  });
  const files = exampleFiles("audit-stacks", ["index.ts", "tsconfig.json", "expectations.yaml"]);
  const project = await projectFor(twilio, files, {
    config: { services: JSON.stringify({ care, support: sid }) },
    env: twilio.environment(),
  });
  expect((await project.up()).code).toBe(0);
  const report = await audit({
    stacks: ["dev"],
    allServices: true,
    expectationsFile: "expectations.yaml",
    workDir: project.programFolder,
    environment: project.env,
  });
  expect(report.problems).toEqual([]);
  expect(Object.fromEntries(report.services.map(({ friendlyName, verdict }) => [friendlyName ?? "", verdict]))).toEqual(
    {
      "Customer care": "ok",
      "": "ok",
      "Customer care (old)": "violation",
      "Sandbox of Ada": "ok",
    },
  );
  const found = report.services.flatMap(({ friendlyName, findings }) =>
    findings.map(({ rule, severity, accepted }) => [friendlyName, rule, severity, accepted?.reason]),
  );
  expect(found).toContainEqual(["Customer care (old)", "no-events", "error", undefined]);
  expect(found).toContainEqual(["Sandbox of Ada", "tunnel-host", "error", "developers try their changes there"]);
});
