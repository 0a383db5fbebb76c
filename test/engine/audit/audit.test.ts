import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../../provider/audit/audit";
import type { AuditOptions } from "../../../provider/audit/audit-options";
import type { AuditReport } from "../../../provider/audit/audit-report";
import type { TwilioEmulator } from "../../../provider/testing";
import { expectValidReport } from "../../audit/support/report-schema";
import { run } from "../../cli/support/run";
import { createProject, type Project } from "../support";
import { configFor, configuredWebhook, projectFor, startTwilio } from "../support/service";

const webhook = { ...configuredWebhook, filters: [...configuredWebhook.filters] };
const sidOf = (digit: string): string => `IS${digit.repeat(32)}`;
const recorder = 'const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");';

/** The verdicts by resource. */
function verdicts(report: AuditReport): Record<string, string> {
  return Object.fromEntries(
    report.services.map(({ source, verdict, chatServiceSid }) => [
      "resource" in source ? source.resource : chatServiceSid,
      verdict,
    ]),
  );
}

async function auditOf(project: Project, options: AuditOptions): Promise<AuditReport> {
  const report = await audit({ workDir: project.programFolder, environment: project.env, ...options });
  expectValidReport(JSON.parse(JSON.stringify(report)));
  return report;
}

/** A project whose stack has recorded one service, which is as it was. */
async function projectWithChat(twilio: TwilioEmulator, options: { passphrase?: boolean } = {}): Promise<Project> {
  twilio.addService({ sid: sidOf("1"), webhook });
  const program = `${recorder} new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sidOf("1")}" });`;
  const project = await projectFor(twilio, program, options);
  expect((await project.up()).code).toBe(0);
  return project;
}

/** What is in the project's folder: an audit leaves it as it is. */
function contents({ programFolder }: Project): Record<string, string> {
  const files = readdirSync(programFolder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ name }) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(programFolder, name)))
        .digest("hex"),
    ]),
  );
}

test("A real stack is audited: untouched, drifted, violating, gone, with secrets, read by `.get`, and in an account whose credentials are wrong", async () => {
  const twilio = await startTwilio();
  const eu = twilio.addAccount();
  const secretUrl = "https://user:hunter2@hooks.example.com/post";
  const names = ["untouched", "drifted", "violating", "gone", "secret", "got", "elsewhere"];
  names.forEach((name, index) =>
    twilio.addService({
      sid: sidOf(String(index + 1)),
      friendlyName: `The service ${name}`,
      webhook: name === "secret" ? { ...webhook, postWebhookUrl: secretUrl } : webhook,
      accountSid: name === "elsewhere" ? eu.accountSid : twilio.account.accountSid,
    }),
  );
  const project = await projectFor(
    twilio,
    `${recorder}
    for (const [name, digit] of [["untouched", "1"], ["drifted", "2"], ["gone", "4"], ["secret", "5"]]) {
      new ServiceWebhookConfiguration(name, { chatServiceSid: "IS" + digit.repeat(32) });
    }
    new ServiceWebhookConfiguration("violating", {
      chatServiceSid: "${sidOf("3")}",
      expect: { postWebhookUrl: { host: "hooks.example.com" } },
    });
    ServiceWebhookConfiguration.get("got", "${sidOf("6")}");
    new ServiceWebhookConfiguration("elsewhere", { chatServiceSid: "${sidOf("7")}", account: "eu" });
    `,
    { config: configFor(twilio, { account: eu, name: "eu" }) },
  );
  expect((await project.up()).code).toBe(0);
  const before = contents(project);

  const fresh = await auditOf(project, { stacks: ["dev"] });
  expect(fresh.outcome).toBe("passed");
  expect(fresh.counts.ok).toBe(7);

  twilio.changeWebhook(sidOf("2"), { method: "GET" });
  twilio.changeWebhook(sidOf("3"), { postWebhookUrl: "https://evil.example.net/post" });
  twilio.removeService(sidOf("4"));
  twilio.changeWebhook(sidOf("6"), { filters: null });
  await project.setConfig({ "twilio-eu:authToken": { secret: "0123456789abcdef" } });
  const changed = contents(project);
  twilio.clearRequests();

  const report = await auditOf(project, { stacks: ["dev"] });
  expect(verdicts(report)).toEqual({
    untouched: "ok",
    drifted: "drifted",
    violating: "violation",
    gone: "missing",
    secret: "ok",
    got: "drifted",
    elsewhere: "unreadable",
  });
  expect(report.outcome).toBe("incomplete");
  const bySource = (name: string) =>
    report.services.find(({ source }) => "resource" in source && source.resource === name);
  expect(bySource("secret")?.recorded?.postWebhookUrl).toBe("[secret]");
  expect(bySource("secret")?.live?.postWebhookUrl).toBe("[secret]");
  expect(bySource("elsewhere")?.reason).toContain("401");
  expect(bySource("elsewhere")?.account).toBe("eu");
  expect(bySource("got")?.differences).toEqual([{ property: "filters", recorded: webhook.filters, live: null }]);
  expect(JSON.stringify(report)).not.toMatch(/hunter2|0123456789abcdef/);

  // As a command: the same verdicts, and no secret in any form of it. Nothing was written but at the user's wish.
  const formats = ["table", "json", "junit", "sarif", "markdown", "github"];
  for (const format of formats) {
    const { code, stdout, stderr } = await run(["audit", "--stack", "dev", "--format", format], {
      workDir: project.programFolder,
      environment: project.env,
    });
    expect(code).toBe(2);
    expect(stdout).toContain("evil.example.net");
    expect(stdout + stderr).not.toMatch(/hunter2|0123456789abcdef/);
    expect(stdout + stderr).not.toContain(twilio.account.authToken);
  }
  expect(changed).not.toEqual(before);
  expect(contents(project)).toEqual(changed);
});

test("Where a stack's secrets cannot be decrypted, the services that have some are unreadable, and the others are judged", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: sidOf("1"), webhook });
  twilio.addService({
    sid: sidOf("2"),
    webhook: { ...webhook, postWebhookUrl: "https://hooks.example.com/?token=hunter2" },
  });
  const project = await createProject({
    program: {
      "index.js": `${recorder}
      new ServiceWebhookConfiguration("open", { chatServiceSid: "${sidOf("1")}" });
      new ServiceWebhookConfiguration("secret", { chatServiceSid: "${sidOf("2")}" });
      `,
    },
    env: twilio.environment(),
    passphrase: true,
  });
  expect((await project.up()).code).toBe(0);
  expect(verdicts(await auditOf(project, { stacks: ["dev"] }))).toEqual({ open: "ok", secret: "ok" });

  const { PULUMI_CONFIG_PASSPHRASE: _passphrase, ...withoutPassphrase } = project.env;
  for (const environment of [withoutPassphrase, { ...project.env, PULUMI_CONFIG_PASSPHRASE: "wrong" }]) {
    const report = await auditOf(project, { stacks: ["dev"], environment });
    expect(verdicts(report)).toEqual({ open: "ok", secret: "unreadable" });
    const secret = report.services.find(({ verdict }) => verdict === "unreadable");
    // With a wrong passphrase, other than with none, the CLI gives no reason: it exports each secret as null.
    expect(secret?.reason).toMatch(
      /^what is recorded is encrypted and could not be decrypted: postWebhookUrl(?: \(.*passphrase.*\))?$/,
    );
    expect(JSON.stringify(report)).not.toContain("hunter2");
  }

  // The same for a state that was exported without its secrets, and as it is recorded with them.
  const file = join(project.programFolder, "state.json");
  writeFileSync(file, JSON.stringify(await project.exportState()));
  const locked = await auditOf(project, { stateFiles: ["state.json"] });
  expect(verdicts(locked)).toEqual({ open: "ok", secret: "unreadable" });
  writeFileSync(file, JSON.stringify(await project.exportState({ showSecrets: true })));
  expect(verdicts(await auditOf(project, { stateFiles: ["state.json"] }))).toEqual({ open: "ok", secret: "ok" });
});

test("Credentials that cannot be decrypted in a stack's config are not replaced by those of the environment", async () => {
  const twilio = await startTwilio();
  const project = await projectWithChat(twilio, { passphrase: true });
  twilio.clearRequests();
  const environment = { ...project.env, ...twilio.environment(), PULUMI_CONFIG_PASSPHRASE: "wrong" };
  const report = await auditOf(project, { stacks: ["dev"], environment });
  expect(verdicts(report)).toEqual({ chat: "unreadable" });
  expect(report.services[0]?.reason).toContain("twilio:authToken in the stack config could not be decrypted");
  expect(twilio.requests).toEqual([]);
});

test("All stacks of the backend are audited, each with its own config; of another project's config it is said that it is out of reach", async () => {
  const twilio = await startTwilio();
  const eu = twilio.addAccount();
  twilio.addService({ sid: sidOf("1"), webhook });
  twilio.addService({ sid: sidOf("2"), webhook, accountSid: eu.accountSid });
  const program = `${recorder}
  new ServiceWebhookConfiguration("chat", { chatServiceSid: new (require("@pulumi/pulumi").Config)("app").require("sid") });`;
  const shop = await projectFor(twilio, program, { name: "shop", config: { "app:sid": sidOf("1") } });
  expect((await shop.up()).code).toBe(0);
  // A second project on the same backend, of which a stack has the same name and another account.
  const desk = await createProject({
    name: "desk",
    program: { "index.js": program },
    config: { ...configFor(twilio, { account: eu }), "app:sid": sidOf("2") },
    env: { PULUMI_BACKEND_URL: shop.env["PULUMI_BACKEND_URL"] ?? "" },
  });
  expect((await desk.up()).code).toBe(0);

  const own = await auditOf(shop, { allStacks: true });
  expect(own.services.map(({ source, verdict }) => ["stack" in source && source.stack, verdict])).toEqual([
    ["organization/desk/dev", "unreadable"],
    ["organization/shop/dev", "ok"],
  ]);
  expect(own.services[0]?.reason).toContain("there are no Twilio credentials");
  expect(own.warnings).toMatchObject([
    {
      subject: "stack organization/desk/dev",
      message: expect.stringContaining("it belongs to the project desk,") as string,
    },
  ]);

  // With the environment's credentials it is read; and a service in two stacks is judged for each.
  const environment = { ...shop.env, ...twilio.environment({ account: eu }) };
  const both = await auditOf(shop, { stacks: ["dev", "organization/desk/dev"], environment });
  expect(both.counts.ok).toBe(2);
  expect(both.accounts.map(({ accountSid }) => accountSid).sort()).toEqual(
    [twilio.account.accountSid, eu.accountSid].sort(),
  );
});

test("Stacks are read at once, progress names those that are being read, and one that cannot be read does not keep the others from it", async () => {
  const twilio = await startTwilio();
  const project = await projectWithChat(twilio);
  // Copies of the stack: each of them made by the CLI would take seconds.
  const stateFile = (stack: string) => join(project.folder, "state", ".pulumi", "stacks", "test", `${stack}.json`);
  const state = readFileSync(stateFile("dev"), "utf8");
  const copies = ["copy-1", "copy-2", "copy-3", "copy-4"];
  const nameOf = (stack: string) => `organization/test/${stack}`;
  for (const stack of copies) {
    writeFileSync(stateFile(stack), state.replaceAll(nameOf("dev"), nameOf(stack)));
  }
  const seen: (readonly string[])[] = [];
  const report = await auditOf(project, {
    allStacks: true,
    environment: { ...project.env, ...twilio.environment() },
    onProgress: ({ phase, current = [] }) => {
      if (phase === "stacks" && seen.push(current) === 1) {
        // A stack that is listed already is damaged.
        writeFileSync(stateFile("copy-4"), "{");
      }
    },
  });
  expect(Math.max(...seen.map(({ length }) => length))).toBe(5);
  expect([...new Set(seen.flat())].sort()).toEqual([...copies, "dev"].map(nameOf));
  expect(seen.at(-1)).toEqual([]);
  expect(report.services.map(({ source, verdict }) => ["stack" in source && source.stack, verdict])).toEqual(
    ["copy-1", "copy-2", "copy-3", "dev"].map((stack) => [nameOf(stack), "ok"]),
  );
  expect(report.problems).toMatchObject([{ subject: `stack ${nameOf("copy-4")}`, place: null }]);
  expect(report.outcome).toBe("incomplete");
});

test("A stack that is not there, a backend that does not answer, a CLI that is not there: each leaves the audit incomplete", async () => {
  const twilio = await startTwilio();
  const project = await projectWithChat(twilio);
  const problemsOf = async (options: AuditOptions) => {
    const report = await auditOf(project, options);
    expect(report.outcome).toBe("incomplete");
    return report.problems.map(({ subject, message }) => `${subject}: ${message}`);
  };
  expect(await problemsOf({ stacks: ["dev", "prod"] })).toEqual(["stack prod: no stack named 'prod' found"]);
  const away = { ...project.env, PULUMI_BACKEND_URL: "https://127.0.0.1:9", PULUMI_ACCESS_TOKEN: "pul-0123456789" };
  const [unreachable = ""] = await problemsOf({ allStacks: true, environment: away });
  expect(unreachable).toMatch(/^all stacks: /);
  expect(unreachable).not.toContain("pul-0123456789");
  expect(await problemsOf({ stacks: ["dev"], environment: { ...project.env, PATH: project.folder } })).toEqual([
    "stack dev: the Pulumi CLI was not found: put `pulumi` on the PATH",
  ]);
});

test("A stack and its account together show which services nobody records, and a file says what is expected of them; a secret without a value is judged, if the passphrase is right", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: sidOf("1"), friendlyName: "support-de", webhook });
  twilio.addService({ sid: sidOf("2"), friendlyName: "support-en", webhook: { ...webhook, method: "GET" } });
  twilio.addService({ sid: sidOf("3"), friendlyName: "sandbox", webhook });
  // The only secret of the stack has no value: an export with a wrong passphrase looks the same.
  const project = await createProject({
    program: {
      "index.js": `${recorder}
      const options = { additionalSecretOutputs: ["preWebhookUrl"] };
      new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sidOf("1")}" }, options);`,
    },
    env: twilio.environment(),
    passphrase: true,
  });
  expect((await project.up()).code).toBe(0);
  project.writeProgram({ "expectations.yaml": 'friendlyNames:\n  "support-*": { method: POST }\n' });
  // The emulator has one service more from `startTwilio`.
  const report = await auditOf(project, { stacks: ["dev"], allServices: true, expectationsFile: "expectations.yaml" });
  expect(report.services.map(({ friendlyName, verdict }) => [friendlyName, verdict])).toEqual([
    ["support-de", "ok"],
    [null, "untracked"],
    ["support-en", "violation"],
    ["sandbox", "untracked"],
  ]);
  expect(report.services[2]?.violations[0]?.place).toEqual({ file: "expectations.yaml", line: 2, column: 3 });
  const wrong = { ...project.env, PULUMI_CONFIG_PASSPHRASE: "wrong" };
  expect(verdicts(await auditOf(project, { stacks: ["dev"], environment: wrong }))).toEqual({ chat: "unreadable" });
});
