import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "../../provider/audit/audit-report";
import { folderWith } from "../audit/support/folder";
import { expectValidReport } from "../audit/support/report-schema";
import { stateOf } from "../audit/support/state";
import { sidOf, startTwilio } from "../audit/support/twilio";
import { run } from "./support/run";

const webhook = { postWebhookUrl: "https://hooks.acme.io/post", method: "POST", filters: ["onMessageAdded"] };

/** An emulator with a recorded service, and the folder with the state that recorded it. */
async function recordedService() {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), friendlyName: "Support", webhook });
  const workDir = folderWith({ "state.json": stateOf([{ name: "chat", sid: service.sid, values: service }]) });
  const environment = twilio.environment();
  return { twilio, workDir, environment, at: { workDir, environment } };
}

describe("the exit code", () => {
  test("is 0 if nothing fails, 1 if something does, and 2 if something could not be read, whatever else was found", async () => {
    const { twilio, at } = await recordedService();
    expect((await run(["audit", "--state", "state.json"], at)).code).toBe(0);
    twilio.changeWebhook(sidOf("1"), { method: "GET" });
    expect((await run(["audit", "--state", "state.json"], at)).code).toBe(1);
    expect((await run(["audit", "--state", "state.json", "--fail-on", "violation,missing"], at)).code).toBe(0);
    expect(
      (await run(["audit", "--state", "state.json", "--fail-on", "violation", "--fail-on", "drifted"], at)).code,
    ).toBe(1);
    expect((await run(["audit", "--state", "state.json", "--fail-on", "none"], at)).code).toBe(0);
    expect((await run(["audit", "--state", "state.json", "--state", "absent.json"], at)).code).toBe(2);
    twilio.setFault(sidOf("1"), { status: 403 });
    expect((await run(["audit", "--state", "state.json", "--fail-on", "none"], at)).code).toBe(2);
    expect((await run(["audit", "--all-services"], { workDir: at.workDir })).code).toBe(2);
  });

  test("is 130 if it was stopped, and the report has what was found by then", async () => {
    const { twilio, at } = await recordedService();
    twilio.addService({ sid: sidOf("2"), webhook });
    twilio.setFault(sidOf("2"), { hang: true });
    const stop = new AbortController();
    const ended = run(["audit", "--all-services", "--format", "json"], { ...at, signal: stop.signal });
    // The first service, and with it everything but the one that hangs.
    while (twilio.countRequests() < 4) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop.abort();
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    const report = JSON.parse(stdout) as { outcome: string; services: { chatServiceSid: string }[] };
    expectValidReport(report);
    expect(report.outcome).toBe("interrupted");
    expect(report.services.map(({ chatServiceSid }) => chatServiceSid)).toEqual([sidOf("1")]);
  });

  test.each([
    [["audit"], "there is nothing to audit: give at least one of --stack,"],
    [["audit", "--stack"], "argument missing"],
    [["audit", "--stak", "dev"], "Did you mean --stack?"],
    [["audit", "--all-stacks", "--stack", "dev"], "cannot be used with"],
    [["audit", "--all-services", "--format", "jsonn"], 'did you mean "json"?'],
    [["audit", "--all-services", "--concurrency", "0"], "must be a whole number of at least 1"],
    [
      ["audit", "--all-services", "--fail-on", "ok"],
      "Allowed values: missing, violation, drifted, untracked, error, warning, note, none.",
    ],
    [["audit", "--all-services", "--account", "e u"], "account must be a name"],
    [["audit", "--state", "s.json", "--account", "eu"], "accounts are for all services"],
    [["audit", "--expectations", "a.yaml", "--expectations", "b.yaml"], "It can be given only once"],
    [
      ["audit", "--all-services", "--output", "a", "--output", "b"],
      "2 outputs for 1 format: each --output needs a --format of its own",
    ],
    [["audit", "--all-services", "--format", "json", "--format", "table"], "cannot share the standard output"],
    [["audit", "--all-services", "--format", "json", "--format", "sarif", "--output", "a,a"], "to the same file"],
    [["audit", "--all-services", "--format", "json", "--format", "sarif", "--output", "a,./a"], "to the same file"],
    [["audit", "--all-services", "--output", ""], "--output is empty: name a file, or console"],
    [
      ["audit", "--all-services", "--format", "json,sarif", "--output", "console,/dev/stdout"],
      "cannot share the standard output",
    ],
    [["audit", "--all-services", "--format", "json", "--output", "nowhere/a.json"], "there is no such folder"],
    [["audit", "--all-services", "--format", "json", "--output", "."], "is a folder"],
    [
      ["audit", "--service", "hunter2"],
      '--service must be "IS" followed by 32 hexadecimal digits, but it has 7 characters',
    ],
    [["audit", "--expect-host", "hooks.acme.io"], "there is nothing to audit"],
    [["audit", "--all-services", "--expect-host", "https://hooks.acme.io"], "must be a host alone, without protocol"],
    [["audit", "--all-services", "--expect-host", ""], "an expected host must be a host, such as"],
    [["audit", "extra"], "too many arguments"],
    [["adit"], "Did you mean audit?"],
    [[], "Usage: twilio-webhooks"],
    [["completion", "tcsh"], "Allowed choices are bash, zsh, fish"],
  ])("of %j is 2, and says: %s", async (args, message) => {
    const { code, stdout, stderr } = await run(args, { workDir: folderWith() });
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

describe("a question on the command line", () => {
  test("is who else points there: of each service it says whether it leads to an expected host", async () => {
    const { twilio, at, workDir } = await recordedService();
    twilio.addService({ sid: sidOf("2"), webhook: { ...webhook, postWebhookUrl: "https://evil.example.net/post" } });
    const formats = ["table", "json", "junit", "sarif", "markdown", "github", "html"];
    const args = formats.flatMap((format) => ["--format", format, "--output", `report.${format}`]);
    const { code } = await run(["audit", "--all-services", "--expect-host", "*.acme.io", ...args], at);
    expect(code).toBe(1);
    const report = (format: string) => readFileSync(join(workDir, `report.${format}`), "utf8");
    const { services } = JSON.parse(report("json")) as AuditReport;
    expect(services.map(({ chatServiceSid, verdict }) => [chatServiceSid, verdict])).toEqual([
      [sidOf("1"), "ok"],
      [sidOf("2"), "violation"],
    ]);
    for (const format of formats.filter((each) => each !== "json")) {
      expect([format, report(format)]).toEqual([format, expect.stringContaining("--expect-host")]);
    }
  });

  test("may be about services by their SIDs: each is read, or missing, and no other is", async () => {
    const { twilio, at } = await recordedService();
    twilio.addService({ sid: sidOf("2"), webhook });
    const args = ["audit", "--service", ` ${sidOf("2")} `, "--expect-host", "hooks.acme.io"];
    const { code, stdout } = await run(args, at);
    expect(code).toBe(0);
    expect(stdout).toContain("1 service: 1 ok");
    const other = await run([...args, "--service", sidOf("3"), "--account", "default"], at);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain("1 missing, 1 ok");
  });
});

describe("reports", () => {
  test("go to the standard output and to files, each in its format, as they are paired", async () => {
    const { at, workDir } = await recordedService();
    const formats = ["table", "json", "junit", "sarif", "markdown", "github", "html"].flatMap((format) => [
      "--format",
      format,
    ]);
    const outputs = [
      "--output",
      "console,report.json",
      "--output",
      "junit.xml,report.sarif,report.md",
      "--output",
      "-,report.html",
    ];
    const { code, stdout, stderr } = await run(["audit", "--state", "state.json", ...formats, ...outputs], at);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^VERDICT/);
    expectValidReport(JSON.parse(readFileSync(join(workDir, "report.json"), "utf8")));
    expect(readFileSync(join(workDir, "junit.xml"), "utf8")).toContain("<testsuites>");
    expect(readFileSync(join(workDir, "report.sarif"), "utf8")).toContain("2.1.0");
    expect(readFileSync(join(workDir, "report.md"), "utf8")).toContain("| ok |");
    expect(readFileSync(join(workDir, "report.html"), "utf8")).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(readdirSync(workDir).sort()).toEqual([
      "junit.xml",
      "report.html",
      "report.json",
      "report.md",
      "report.sarif",
      "state.json",
    ]);
  });

  test("in files have no colours, and with secrets in them they are for their owner alone", async () => {
    const { at, workDir } = await recordedService();
    const args = ["audit", "--state", "state.json", "--format", "table", "--output", "report.txt"];
    await run(args, { ...at, environment: { ...at.environment, FORCE_COLOR: "1" } });
    expect(readFileSync(join(workDir, "report.txt"), "utf8")).not.toContain("\u001b");
    await run([...args, "--show-secrets"], at);
    expect(statSync(join(workDir, "report.txt")).mode & 0o077).toBe(0);
  });

  test("that cannot be written are an error, and the others are written", async () => {
    const { at, workDir } = await recordedService();
    // No file system takes a name as long as that; all else is found out before the audit begins.
    const outputs = `${"x".repeat(250)}.json,good.json`;
    const args = ["audit", "--state", "state.json", "--format", "json", "--format", "json", "--output", outputs];
    const { code, stderr } = await run(args, at);
    expect(code).toBe(2);
    expect(stderr).toMatch(/x\.json could not be written: the name is too long \(ENAMETOOLONG\)/);
    expect(readdirSync(workDir)).toEqual(["good.json", "state.json"]);
  });

  test.each([
    ["e.yaml", "e.yaml is what the audit reads (e.yaml): a report would overwrite it"],
    ["./e.yaml", "would overwrite it"],
    ["symlink.yaml", "would overwrite it"],
    ["hardlink.yaml", "would overwrite it"],
    ["same/e.yaml", "would overwrite it"],
    ["state.json", "state.json is what the audit reads (state.json): a report would overwrite it"],
    ["Pulumi.yaml", "Pulumi.yaml is a file of the Pulumi project: a report would overwrite it"],
    ["Pulumi.dev.yaml", "a report would overwrite it"],
  ])("are not written over what the audit reads: %s", async (output, message) => {
    const { twilio, at, workDir } = await recordedService();
    writeFileSync(join(workDir, "e.yaml"), "default: { method: POST }\n");
    symlinkSync("e.yaml", join(workDir, "symlink.yaml"));
    linkSync(join(workDir, "e.yaml"), join(workDir, "hardlink.yaml"));
    symlinkSync(".", join(workDir, "same"));
    const args = ["--state", "state.json", "--expectations", "e.yaml", "--format", "json", "--output", output];
    const { code, stderr } = await run(["audit", ...args], at);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(readFileSync(join(workDir, "e.yaml"), "utf8")).toBe("default: { method: POST }\n");
    expect(twilio.requests).toEqual([]);
  });

  test("are not written to the same file, by whichever names it has", async () => {
    const { at, workDir } = await recordedService();
    symlinkSync("report.json", join(workDir, "link.json"));
    const formats = ["--format", "json", "--format", "sarif", "--output", "report.json,link.json"];
    const { code, stderr } = await run(["audit", "--state", "state.json", ...formats], at);
    expect([code, stderr]).toEqual([2, expect.stringContaining("to the same file: report.json and link.json")]);
  });

  test("that are for programs alone leave the outcome on the standard error, where a job's log has it", async () => {
    const { twilio, at } = await recordedService();
    const audit = (...args: string[]) => run(["audit", "--state", "state.json", ...args], at);
    expect((await audit("--format", "json")).stderr).toBe("1 service: 1 ok\nThe audit passed.\n");
    twilio.changeWebhook(sidOf("1"), { method: "GET" });
    const outcome = "1 service: 1 drifted; rules found 1 warning\nThe audit failed: 1 drifted.\n";
    expect((await audit("--format", "json", "--quiet")).stderr).toBe(outcome);
    expect(await audit("--format", "table", "--output", "report.txt")).toEqual({
      code: 1,
      stdout: "",
      stderr: outcome,
    });
    expect((await audit("--format", "markdown")).stderr).toBe("");
  });

  test("name files from the repository's root, wherever in it the audit runs", async () => {
    const { twilio, at, workDir } = await recordedService();
    const infra = join(workDir, "infra");
    mkdirSync(infra);
    mkdirSync(join(workDir, ".git"));
    writeFileSync(join(infra, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(join(infra, "e.yaml"), "default: { method: GET }\n");
    twilio.addService({ sid: sidOf("2"), webhook });
    const audit = async (expectations: string, format: string) => {
      const args = ["audit", "--all-services", "--expectations", expectations, "--fail-on", "untracked"];
      return (await run([...args, "--format", format], { ...at, workDir: infra })).stdout;
    };
    for (const name of ["e.yaml", "./e.yaml", "../infra/e.yaml", join(infra, "e.yaml")]) {
      expect(await audit(name, "github")).toContain(" file=infra/e.yaml,line=1,");
      expect(await audit(name, "sarif")).toMatch(/"uri": "infra\/e.yaml",\s+"uriBaseId": "%SRCROOT%"/);
    }
    writeFileSync(join(infra, "e.yaml"), "default: { method: POST }\n");
    expect(await audit("e.yaml", "sarif")).toContain('"uri": "infra/Pulumi.yaml"');
  });

  test("to a full device are an error", async () => {
    const { at } = await recordedService();
    const { code, stderr } = await run(["audit", "--state", "state.json", "--output", "/dev/full"], at);
    expect(stderr).toMatch(/^error: \/dev\/full could not be written: no space is left on the device \(ENOSPC\)\n/);
    expect(code).toBe(2);
  });

  test("of a wrong expectations file name its problems in every format, and nothing is asked", async () => {
    const { twilio, at, workDir } = await recordedService();
    writeFileSync(join(workDir, "e.yaml"), "default:\n  metod: GET\n  method: PUT\n");
    const audit = (format: string) =>
      run(["audit", "--all-services", "--expectations", "e.yaml", "--format", format], at);
    const table = await audit("table");
    expect(table.code).toBe(2);
    expect(table.stdout).toMatchInlineSnapshot(`
     "not read: e.yaml:2:3: default.metod is not a known property; did you mean "method"?
     not read: e.yaml:3:3: default.method must be "GET", "POST" or null; it is "PUT"
     0 services
     The audit is not complete: not everything could be read, and what could not be read never counts as ok.
     "
    `);
    expect((await audit("github")).stdout).toMatch(/^::error file=e.yaml,line=2,col=3,/);
    expect((await audit("junit")).stdout).toContain("e.yaml:3:3");
    expect(twilio.requests).toEqual([]);
  });
});

describe("on a terminal", () => {
  test("there are colours and a progress bar, which is gone at the end; in a pipe there is neither", async () => {
    const { at } = await recordedService();
    const shown = await run(["audit", "--state", "state.json"], { ...at, columns: 80 });
    expect(shown.stdout).toContain("\u001b[32mok\u001b[39m");
    // Where there are no stacks, nothing is said of stacks.
    expect(shown.stderr).not.toContain("stacks");
    expect(shown.stderr).toContain("\rReading services [========================] 1 of 1\u001b[K");
    expect(shown.stderr).toMatch(/\r\u001b\[K$/);
    const piped = await run(["audit", "--state", "state.json"], at);
    expect(piped.stdout).not.toContain("\u001b");
    expect(piped.stderr).toBe("");
  });

  test.each([
    [{ NO_COLOR: "1" }, false],
    [{ NO_COLOR: "" }, true],
    [{ TERM: "dumb" }, false],
    [{ FORCE_COLOR: "0" }, false],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ])("%j decides about the colours", async (variables: Record<string, string>, hasColours) => {
    const { at } = await recordedService();
    const { stdout } = await run(["audit", "--state", "state.json"], {
      ...at,
      environment: { ...at.environment, ...variables },
      columns: 80,
    });
    expect(stdout.includes("\u001b[32m")).toBe(hasColours);
  });

  test("the table fits the window, and elsewhere as many columns as COLUMNS says", async () => {
    const { twilio, at } = await recordedService();
    twilio.changeWebhook(sidOf("1"), { postWebhookUrl: `https://hooks.example.com/${"x".repeat(200)}` });
    const longest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));
    const args = ["audit", "--state", "state.json"];
    const env = { ...at.environment, NO_COLOR: "1" };
    expect(longest((await run(args, { ...at, environment: env, columns: 60 })).stdout)).toBeLessThanOrEqual(60);
    expect(longest((await run(args, { ...at, environment: { ...env, COLUMNS: "70" } })).stdout)).toBeLessThanOrEqual(
      70,
    );
    expect(longest((await run(args, { ...at, environment: env })).stdout)).toBeGreaterThan(200);
  });

  test("--quiet shows what fails, and always the outcome", async () => {
    const { twilio, at } = await recordedService();
    const quiet = () => run(["audit", "--state", "state.json", "--quiet"], { ...at, columns: 80 });
    expect(await quiet()).toEqual({ code: 0, stdout: "1 service: 1 ok\nThe audit passed.\n", stderr: "" });
    twilio.removeService(sidOf("1"));
    expect((await quiet()).stdout).toMatch(/missing[^]*\n1 service: 1 missing\nThe audit failed: 1 missing.\n$/);
  });

  test("--quiet shows warnings", async () => {
    const { at, workDir } = await recordedService();
    writeFileSync(
      join(workDir, "e.yaml"),
      'friendlyNames:\n  "Sup*": { method: POST }\n  "Nobody*": { method: POST }\n',
    );
    for (const format of ["table", "markdown"]) {
      const args = ["audit", "--state", "state.json", "--expectations", "e.yaml", "--quiet", "--format", format];
      const { code, stdout } = await run(args, at);
      expect([code, stdout]).toEqual([0, expect.stringContaining("Nobody*")]);
    }
  });
});

test("secrets stay masked, and --show-secrets shows them", async () => {
  const { twilio, at } = await recordedService();
  twilio.changeWebhook(sidOf("1"), { postWebhookUrl: "https://user:hunter2@hooks.example.com/" });
  for (const format of ["table", "json", "junit", "sarif", "markdown", "github", "html"]) {
    const args = ["audit", "--state", "state.json", "--format", format];
    const masked = await run(args, at);
    expect(masked.stdout).toContain("[secret]");
    expect(masked.stdout).not.toContain("hunter2");
    const shown = await run([...args, "--show-secrets"], at);
    expect(shown.stdout).toContain("hunter2");
    expect(shown.stdout + masked.stdout).not.toContain(twilio.account.authToken);
  }
});

test("--account names the accounts, and default the one without a name", async () => {
  const { twilio, at } = await recordedService();
  const eu = twilio.addAccount();
  twilio.addService({ sid: sidOf("2"), accountSid: eu.accountSid, webhook });
  const environment = { ...at.environment, ...twilio.environment({ account: eu, name: "eu" }) };
  const sids = async (...accounts: string[]) => {
    const args = ["audit", "--all-services", "--format", "json", ...accounts.flatMap((name) => ["--account", name])];
    const { stdout } = await run(args, { ...at, environment });
    return (JSON.parse(stdout) as { services: { chatServiceSid: string }[] }).services.map(({ chatServiceSid }) =>
      chatServiceSid.slice(-1),
    );
  };
  expect(await sids()).toEqual(["1"]);
  expect(await sids("eu")).toEqual(["2"]);
  expect(await sids("default", "eu")).toEqual(["1", "2"]);
});

test("the help has every option, examples and the exit codes", async () => {
  const { code, stdout } = await run(["audit", "--help"], { columns: 100 });
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: twilio-webhooks audit [options]

    Reports the services whose webhooks break an expectation, differ from what a stack recorded, or are
    wrong whatever is expected, and services that do not exist. It only reads, from Twilio and from
    Pulumi's backend. Sources can be combined; at least one is required.

    Options:
      --stack <name>          a stack of the current project, or a fully qualified stack name
                              (repeatable)
      --all-stacks            all stacks of the backend that Pulumi is logged in to
      --state <file>          a state file, as pulumi stack export writes it (repeatable)
      --expectations <file>   a YAML or JSON file that says what webhooks must be
      --all-services          all services of the accounts
      --service <sid>         a service: it is looked for in the accounts, unless a stack or a state has
                              recorded it (repeatable)
      --expect-host <host>    a host to which all webhooks must lead, as hooks.example.com or
                              *.example.com; of several, to any (repeatable)
      --account <name>        a named account, or default, for --all-services, --service and
                              --expectations (repeatable)
      --format <format>       the format of the report (repeatable; default: table) (choices: "table",
                              "json", "junit", "sarif", "markdown", "github", "html")
      --output <file>         where the report of each --format goes, in the same order: a file, or
                              console (repeatable, or separated by commas)
      --fail-on <causes>      the verdicts and severities that fail (repeatable, or separated by commas;
                              default: violation,missing,drifted,error) (choices: "missing",
                              "violation", "drifted", "untracked", "error", "warning", "note", "none")
      --rules <which>         the rules for what is wrong whatever is expected: recommended (the
                              default), or off (choices: "recommended", "off")
      --reach                 look at each webhook host as Twilio would meet it: its name, its addresses
                              and its certificate
      --concurrency <number>  the maximum number of services read at the same time in each account
      --show-secrets          show secrets, and URLs that carry a credential, in plain text
      --profile <name>        a profile of the Twilio CLI, whose credentials stand for the default
                              account's in the environment
      --quiet                 show only failures, warnings and the outcome, and no progress
      -h, --help              show this help

    Examples:
      $ twilio-webhooks audit --stack dev                       compare what a stack recorded with what is live
      $ twilio-webhooks audit --all-stacks --quiet              only failures, in all stacks of the backend
      $ twilio-webhooks audit --all-services --account default --account eu --expectations expectations.yaml
      $ twilio-webhooks audit --all-services --expect-host hooks.example.com    which services lead elsewhere
      $ twilio-webhooks audit --state state.json --format json | jq .counts
      $ twilio-webhooks audit --all-services --format html --output webhooks.html    a page to look at
      $ twilio-webhooks audit --stack prod --format table --format junit --format sarif \\
          --output console,junit.xml,webhooks.sarif             for CI

    Exit codes:
      0  everything was read, and nothing fails
      1  everything was read, and something fails: a verdict, or what a rule finds
      2  the audit is not complete, a report could not be written, or the command line is invalid
      130  stopped by Ctrl-C; the report has what was found by then

    Credentials: a stack's own config (twilio:…, or twilio-eu:… for the account eu); for everything else the environment
    (TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET; with _EU for the account eu), or
    --profile; if the environment has none, the active profile of the Twilio CLI.
    "
  `);
  expect((await run(["--help"])).stdout).toContain("completion");
  expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
