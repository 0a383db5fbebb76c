// What rules find in an audit, what an expectations file says about them, and how every format shows it.
import { ruleIds } from "../../provider/index";
import { audit } from "../../provider/audit/audit";
import type { AuditOptions } from "../../provider/audit/audit-options";
import type { AuditReport } from "../../provider/audit/audit-report";
import { readExpectations } from "../../provider/audit/expectations/read-expectations";
import { formatNames, render } from "../../provider/report/format";
import type { TwilioEmulator } from "../../provider/testing";
import { run } from "../cli/support/run";
import { auditIn } from "./support/audit-in";
import { folderWith } from "./support/folder";
import { stateOf } from "./support/state";
import { sidOf, startTwilio, twilioWith } from "./support/twilio";

const fine = { postWebhookUrl: "https://hooks.acme.io/post", method: "POST", filters: ["onMessageAdded"] };
const tunnel = { ...fine, postWebhookUrl: "https://a1b2.ngrok-free.app/post" };

/** Seven services that nobody has described. */
const undescribed = {
  1: { postWebhookUrl: "https://hooks.acme.io/post", method: "POST" },
  2: { ...fine, filters: ["onMessageAdd"] },
  3: { preWebhookUrl: "https://hooks.acme.io/pre", method: "POST", filters: ["onMessageAdded"] },
  4: tunnel,
  5: { ...fine, postWebhookUrl: "http://hooks.acme.io/post", method: "GET" },
  6: { ...fine, postWebhookUrl: "https://webhook.site/0b8f" },
  7: {},
};

function auditOf(
  twilio: TwilioEmulator,
  options: Partial<AuditOptions> = {},
  expectations?: string,
): Promise<AuditReport> {
  const files = expectations === undefined ? {} : { "e.yaml": expectations };
  const file = expectations === undefined ? {} : { expectationsFile: "e.yaml" };
  return auditIn(twilio, files, { allServices: true, ...file, ...options });
}

/** The findings by the last digit of the SID, `accepted` beside those that are. */
function found({ services }: AuditReport): Record<string, readonly string[]> {
  return Object.fromEntries(
    services.map(({ chatServiceSid, findings }) => [
      chatServiceSid.slice(-1),
      findings.map(({ severity, rule, accepted }) => `${severity} ${rule}${accepted === null ? "" : " accepted"}`),
    ]),
  );
}

test("Seven services that nobody has described: an audit without a word of configuration finds what is wrong with each, and fails", async () => {
  const twilio = await twilioWith(undescribed);
  const { code, stdout } = await run(["audit", "--all-services"], { environment: twilio.environment() });
  expect(code).toBe(1);
  expect(stdout.replaceAll(twilio.account.accountSid, "AC…").replaceAll("0".repeat(31), "…")).toMatchInlineSnapshot(`
    "VERDICT     SERVICE                             NAME

    untracked   IS…4  Service 4
                source    the default account
                live      post https://a1b2.ngrok-free.app/post, POST, 1 event
                finding   no stack, state or expectations file names it
                warning   tunnel-host: postWebhookUrl leads to a1b2.ngrok-free.app, a developer's tunnel (ngrok)
                            Set a URL of a deployed server

    untracked   IS…7  Service 7
                source    the default account
                live      never configured
                finding   no stack, state or expectations file names it
                note      nothing-configured: the service has no webhook URL, and the account's configuration delivers nothing for it either
                            Set a URL and its events, if someone waits for what happens in this service

    untracked   IS…1  Service 1
                source    the default account
                live      post https://hooks.acme.io/post, POST
                finding   no stack, state or expectations file names it
                error     no-events: filters lists no events, so nothing is delivered to postWebhookUrl
                            List the events to deliver in filters, such as onMessageAdded for postWebhookUrl or onMessageAdd for preWebhookUrl; or clear the URL if nothing should be delivered

    untracked   IS…2  Service 2
                source    the default account
                live      post https://hooks.acme.io/post, POST, 1 event
                finding   no stack, state or expectations file names it
                error     post-url-unused: postWebhookUrl is never called: filters lists pre events only
                            List the post events that it should get, such as those of the same actions:
                            twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS…2 --filters=onMessageAdd --filters=onMessageAdded
                            with the credentials of account AC…
                note      events-without-url: filters lists onMessageAdd, and preWebhookUrl is not set: pre events go nowhere else
                            Set preWebhookUrl if someone waits for it, or leave it out

    untracked   IS…3  Service 3
                source    the default account
                live      pre https://hooks.acme.io/pre, POST, 1 event
                finding   no stack, state or expectations file names it
                error     pre-url-unused: preWebhookUrl is never called: filters lists post events only
                            List the pre events that it should get, such as those of the same actions:
                            twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS…3 --filters=onMessageAdded --filters=onMessageAdd
                            with the credentials of account AC…
                note      events-without-url: filters lists onMessageAdded, and postWebhookUrl is not set: post events go nowhere else
                            Set postWebhookUrl if someone waits for it, or leave it out

    untracked   IS…5  Service 5
                source    the default account
                live      post http://hooks.acme.io/post, GET, 1 event
                finding   no stack, state or expectations file names it
                error     plain-http: postWebhookUrl uses plain http: conversations travel to it in the clear
                            Set the URL with https, once its server answers there:
                            twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS…5 --post-webhook-url=https://hooks.acme.io/post
                            with the credentials of account AC…
                warning   get-method: method is GET: what people write travels in URLs, and so into logs
                            Have the server take POST, then set it:
                            twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS…5 --method=POST
                            with the credentials of account AC…

    untracked   IS…6  Service 6
                source    the default account
                live      post https://webhook.site/0b8f, POST, 1 event
                finding   no stack, state or expectations file names it
                error     request-inspector-host: postWebhookUrl leads to webhook.site (Webhook.site), where requests are kept for others to look at
                            Set a URL of your own server, and delete what the service has kept

    7 services: 7 untracked; rules found 5 errors, 2 warnings, 3 notes
    The audit failed: 5 errors.
    "
  `);
});

test("Rules run on each service that is read and on the account's own configuration, which serves those without their own", async () => {
  const twilio = await twilioWith(undescribed);
  twilio.setAccountWebhook({ postWebhookUrl: "http://hooks.acme.io/all", filters: ["onMessageAdded"], method: "POST" });
  const report = await auditOf(twilio);
  expect(found(report)).toEqual({
    1: ["error no-events", "note shadowed-account"],
    2: ["error post-url-unused", "note events-without-url", "note shadowed-account"],
    3: ["error pre-url-unused", "note events-without-url", "note shadowed-account"],
    4: ["warning tunnel-host"],
    5: ["error plain-http", "warning get-method"],
    6: ["error request-inspector-host"],
    7: [],
  });
  expect(report.accounts[0]?.findings).toMatchObject([{ rule: "plain-http", severity: "error", accepted: null }]);
  expect(report.findingCounts).toEqual({ error: 6, warning: 2, note: 5, accepted: 0 });
  expect(report.outcome).toBe("failed");
});

test("An error alone in the account's own configuration fails the audit", async () => {
  const twilio = await twilioWith({ 1: fine });
  twilio.setAccountWebhook({ postWebhookUrl: "http://hooks.acme.io/all", filters: ["onMessageAdded"] });
  expect((await auditOf(twilio)).outcome).toBe("failed");
  expect((await auditOf(twilio, { failOn: ["violation"] })).outcome).toBe("passed");
});

test("A service that a stack recorded is judged by the rules as well, and what it recorded as a secret is not shown", async () => {
  const twilio = await startTwilio();
  const values = twilio.addService({
    sid: sidOf("1"),
    webhook: { ...tunnel, postWebhookUrl: "https://s3cr3t.ngrok.io/x?token=1" },
  });
  const state = stateOf([{ name: "chat", sid: sidOf("1"), values }]);
  const workDir = folderWith({ "state.json": state });
  const report = await audit({ workDir, environment: twilio.environment(), stateFiles: ["state.json"] });
  expect(found(report)).toEqual({ 1: ["warning tunnel-host", "warning credential-in-url"] });
  expect(JSON.stringify(report)).not.toContain("s3cr3t");
});

test.each<[failOn: AuditOptions["failOn"], outcome: string]>([
  [undefined, "passed"],
  [["warning"], "failed"],
  [["note"], "failed"],
  [["error"], "passed"],
  [[], "passed"],
])("With --fail-on %j a warning makes the audit %s", async (failOn, outcome) => {
  const report = await auditOf(await twilioWith({ 1: tunnel }), { failOn });
  expect(report.outcome).toBe(outcome);
});

test("A severity that fails stands for the worse ones, too", async () => {
  const twilio = await twilioWith({ 5: { ...fine, postWebhookUrl: "http://hooks.acme.io/post" } });
  const report = await auditOf(twilio, { failOn: ["note"] });
  expect(report.failOn).toEqual(["error", "warning", "note"]);
  expect(report.outcome).toBe("failed");
});

test("--rules off switches them off, whatever the file says", async () => {
  const twilio = await twilioWith(undescribed);
  const file = `rules: { "tunnel-host": error, services: { ${sidOf("1")}: recommended } }`;
  const report = await auditOf(twilio, { rules: "off" }, file);
  expect(Object.values(found(report)).flat()).toEqual([]);
  const { code } = await run(["audit", "--all-services", "--rules", "off"], { environment: twilio.environment() });
  expect(code).toBe(0);
});

test("A file sets rules for all, by friendly name on top of that, and by service on top of both", async () => {
  const file = `
rules:
  tunnel-host: error
  friendlyNames:
    "Sandbox *": { tunnel-host: off }
    "Sandbox 2": { tunnel-host: note }
  services:
    ${sidOf("3").toUpperCase().replace("IS", "IS")}: { tunnel-host: warning }
    ${sidOf("5")}: off
`;
  const services = { 1: tunnel, 2: tunnel, 3: tunnel, 4: tunnel, 5: tunnel };
  const twilio = await twilioWith(services, (digit) => (digit === "4" ? "Production" : `Sandbox ${digit}`));
  expect(found(await auditOf(twilio, {}, file))).toEqual({
    1: [],
    2: [],
    3: ["warning tunnel-host"],
    4: ["error tunnel-host"],
    5: [],
  });
});

const accept = (lines: string) =>
  `accept:\n  - ${lines
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .join("\n    ")}\n`;

test("What a file accepts counts as passed, with its reason, for a service or by friendly name", async () => {
  const twilio = await twilioWith({ 5: undescribed[5], 6: undescribed[6], 4: undescribed[4] });
  const file = `
accept:
  - { rule: plain-http, service: ${sidOf("5")}, reason: inside a VPN, until: 2999-12-31 }
  - { rule: request-inspector-host, friendlyName: "Service *", reason: a test of the week }
`;
  const report = await auditOf(twilio, {}, file);
  expect(found(report)).toEqual({
    4: ["warning tunnel-host"],
    5: ["error plain-http accepted", "warning get-method"],
    6: ["error request-inspector-host accepted"],
  });
  expect(report.services[1]?.findings[0]?.accepted).toEqual({
    reason: "inside a VPN",
    until: "2999-12-31",
    place: { file: "e.yaml", line: 3, column: 5 },
  });
  expect(report.findingCounts).toEqual({ error: 0, warning: 2, note: 0, accepted: 2 });
  expect(report.warnings).toEqual([]);
  expect(report.outcome).toBe("passed");
});

test("Of several acceptances of the same, the first of the file gives its reason, and none of them is idle", async () => {
  const twilio = await twilioWith({ 4: tunnel });
  const entry = (whose: string, reason: string) => `  - { rule: tunnel-host, ${whose}, reason: ${reason} }\n`;
  const report = await auditOf(
    twilio,
    {},
    `accept:\n${entry('friendlyName: "Service *"', "one")}${entry(`service: ${sidOf("4")}`, "two")}${entry('friendlyName: "Service 4"', "three")}`,
  );
  expect(report.services[0]?.findings.map(({ accepted }) => accepted?.reason)).toEqual(["one"]);
  expect(report.warnings).toEqual([]);
});

test("An acceptance that has ended accepts nothing any more, and says so", async () => {
  const file = accept(`rule: plain-http\nservice: ${sidOf("5")}\nreason: inside a VPN\nuntil: 2020-02-29`);
  const report = await auditOf(await twilioWith({ 5: undescribed[5] }), {}, file);
  expect(found(report)[5]?.[0]).toBe("error plain-http");
  expect(report.outcome).toBe("failed");
  expect(report.warnings).toEqual([
    {
      subject: "e.yaml",
      message: "the acceptance of plain-http ended on 2020-02-29: it is judged again",
      place: { file: "e.yaml", line: 2, column: 5 },
    },
  ]);
});

test("An acceptance that matches nothing is a warning, unless not everything was read", async () => {
  const file = accept(`rule: plain-http\nfriendlyName: Gone *\nreason: it was there`);
  const twilio = await twilioWith({ 1: fine });
  expect((await auditOf(twilio, {}, file)).warnings).toMatchObject([
    { message: "nothing was found that the acceptance of plain-http is about", place: { line: 2 } },
  ]);
  twilio.setFault(sidOf("1"), { status: 403 });
  expect((await auditOf(twilio, {}, file)).warnings).toEqual([]);
});

test("A verdict that is accepted counts as passed, and hides no other verdict that fails", async () => {
  const twilio = await startTwilio();
  const recorded = twilio.addService({ sid: sidOf("1"), webhook: fine });
  const file = `services: { ${sidOf("1")}: { postWebhookUrl: https://hooks.acme.io/other } }\n${accept(
    `verdict: violation\nservice: ${sidOf("1")}\nreason: it moves next week`,
  )}`;
  const workDir = folderWith({
    "e.yaml": file,
    "s.json": stateOf([{ name: "chat", sid: sidOf("1"), values: recorded }]),
  });
  const auditBoth = () =>
    audit({ workDir, environment: twilio.environment(), stateFiles: ["s.json"], expectationsFile: "e.yaml" });
  const accepted = await auditBoth();
  expect(accepted.services[0]).toMatchObject({ verdict: "violation", accepted: { reason: "it moves next week" } });
  expect(accepted.outcome).toBe("passed");
  twilio.changeWebhook(sidOf("1"), { filters: ["onMessageRemoved"] });
  const drifted = await auditBoth();
  expect(drifted.services[0]).toMatchObject({ verdict: "drifted", accepted: null });
  expect(drifted.outcome).toBe("failed");
});

test("A pattern of the rules that no friendly name matches is a warning", async () => {
  const twilio = await twilioWith({ 1: fine });
  const file = 'rules: { friendlyNames: { "Prod *": { tunnel-host: error }, "Service *": { get-method: error } } }';
  expect((await auditOf(twilio, {}, file)).warnings).toEqual([
    {
      subject: "e.yaml",
      message: 'no service\'s friendly name matches "Prod *"',
      place: { file: "e.yaml", line: 1, column: 27 },
    },
  ]);
  expect((await auditOf(twilio, { rules: "off" }, file)).warnings).toEqual([]);
});

test("A SID under rules that none of the audited services has is a warning, whichever source they are of", async () => {
  const twilio = await twilioWith({ a: fine, b: fine });
  const state = stateOf([{ name: "chat", sid: sidOf("a"), values: fine }]);
  const rules = (sids: readonly string[]) =>
    `default: { method: POST }\nrules:\n  services:\n${sids.map((sid) => `    ${sid}: off\n`).join("")}`;
  const warningsOf = async (options: Partial<AuditOptions>) => {
    const workDir = folderWith({ "e.yaml": rules([sidOf("A"), sidOf("b"), sidOf("c")]), "s.json": state });
    const environment = twilio.environment();
    return (await audit({ workDir, environment, expectationsFile: "e.yaml", ...options })).warnings.map(
      ({ message, place }) => `${place?.line ?? ""} ${message}`,
    );
  };
  const at = (line: number) => `${line} the service that rules.services names here is not among those of the audit`;
  expect(await warningsOf({ allServices: true })).toEqual([at(6)]);
  expect(await warningsOf({ stateFiles: ["s.json"] })).toEqual([at(5), at(6)]);
  expect(await warningsOf({ stateFiles: ["s.json"], rules: "off" })).toEqual([]);
});

test("A verdict for which the audit does not fail hides none for which it does", async () => {
  const twilio = await startTwilio();
  const recorded = twilio.addService({ sid: sidOf("1"), webhook: fine });
  const workDir = folderWith({
    "e.yaml": `services: { ${sidOf("1")}: { postWebhookUrl: https://hooks.acme.io/other } }`,
    "s.json": stateOf([{ name: "chat", sid: sidOf("1"), values: recorded }]),
  });
  twilio.changeWebhook(sidOf("1"), { filters: ["onMessageRemoved"] });
  const auditBoth = (failOn: AuditOptions["failOn"]) =>
    audit({ workDir, environment: twilio.environment(), stateFiles: ["s.json"], expectationsFile: "e.yaml", failOn });
  expect(await auditBoth(["drifted"])).toMatchObject({ outcome: "failed", services: [{ verdict: "drifted" }] });
  expect(await auditBoth(["missing"])).toMatchObject({ outcome: "passed", services: [{ verdict: "violation" }] });
});

test("The reason of an acceptance shows neither the audit's credentials nor a secret that it is about", async () => {
  const postWebhookUrl = "https://user:hunter2secret@hooks.acme.io/post";
  const twilio = await twilioWith({ 1: { ...fine, postWebhookUrl } });
  twilio.setAccountWebhook({ postWebhookUrl, filters: ["onMessageAdded"], method: "POST" });
  const token = twilio.environment()["TWILIO_AUTH_TOKEN"] ?? "";
  const reason = `reason: knows ${postWebhookUrl} and ${token}`;
  const report = await auditOf(
    twilio,
    {},
    [
      "accept:",
      `  - { rule: credential-in-url, service: ${sidOf("1")}, ${reason} }`,
      `  - { verdict: untracked, service: ${sidOf("1")}, ${reason} }`,
      `  - { rule: credential-in-url, account: default, ${reason} }`,
    ].join("\n"),
  );
  const shown = "knows [secret] and [secret]";
  const repository = { workDir: "/work", root: "/work", projectFile: "/work/Pulumi.yaml" };
  expect(report.services[0]).toMatchObject({
    accepted: { reason: shown },
    findings: [{ accepted: { reason: shown } }],
  });
  expect(report.accounts[0]?.findings).toMatchObject([{ accepted: { reason: shown } }]);
  for (const format of formatNames) {
    expect(render(format, report, { colours: false, width: undefined, quiet: false, repository })).not.toMatch(
      new RegExp(`hunter2secret|${token}`),
    );
  }
});

test("A finding of an account's own configuration is accepted by the account's name", async () => {
  const twilio = await twilioWith({ 1: fine });
  twilio.setAccountWebhook({ postWebhookUrl: "http://hooks.acme.io/all", filters: ["onMessageAdded"] });
  const report = await auditOf(twilio, {}, accept("rule: plain-http\naccount: default\nreason: inside a VPN"));
  expect(report.accounts[0]?.findings).toMatchObject([{ rule: "plain-http", accepted: { reason: "inside a VPN" } }]);
  expect(report.outcome).toBe("passed");
});

test.each<[text: string, problems: readonly string[]]>([
  [
    "rules: strict",
    ['1:1 rules must be "recommended", "off" or an object of rules and their severities; it is "strict"'],
  ],
  ["rules: { tunel-host: off }", ['1:10 rules.tunel-host is not a rule; did you mean "tunnel-host"?']],
  ["rules: { tunnel-host: no }", ['1:10 rules.tunnel-host must be "error", "warning", "note" or "off"; it is "no"']],
  [
    "rules: { services: {} }",
    ["1:10 rules.services must be an object with at least one entry; it is empty, or a list"],
  ],
  [
    "rules: { services: { ISx: off } }",
    ["1:22 rules.services has a key that is not a service SID, which is IS and 32 hexadecimal digits"],
  ],
  [
    `rules: { services: { ${sidOf("a")}: { plain-http: error }, ${sidOf("A")}: off } }`,
    ["1:81 rules.services duplicates the service at line 1: the case of a SID's digits does not matter"],
  ],
  ['rules: { friendlyNames: { "a *": { x: off } } }', ['1:36 rules.friendlyNames["a *"].x is not a rule']],
  ["accept: {}", ["1:1 accept must be a list with at least one entry; it is an object"]],
  ["accept: []", ["1:1 accept must be a list with at least one entry; it is an empty list"]],
  [
    "accept: [x]",
    ["1:10 accept[0] must be an object with a rule or a verdict, whose it is, and a reason; it is a string"],
  ],
  [
    "accept: [{ rule: get-metod, verdict: ok, service: x }]",
    [
      "1:10 accept[0] must have either a rule or a verdict",
      "1:10 accept[0] must have a reason: a text that says why this may be so",
      "1:42 accept[0].service is not a service SID, which is IS and 32 hexadecimal digits",
    ],
  ],
  [
    "accept: [{ rule: get-metod, friendlyName: x, reason: y }]",
    [`1:12 accept[0].rule must be one of ${ruleIds.join(", ")}; it is "get-metod"; did you mean "get-method"?`],
  ],
  [
    "accept: [{ verdict: unreadable, friendlyName: x, reason: y }]",
    ['1:12 accept[0].verdict must be one of missing, violation, drifted, untracked; it is "unreadable"'],
  ],
  [
    "accept: [{ verdict: drifted, account: eu, reason: ' ' }]",
    [
      "1:30 accept[0].account goes with a rule only: accounts have no verdicts",
      "1:43 accept[0].reason must be a text that says why this may be so; it is blank",
    ],
  ],
  [
    "accept: [{ rule: no-events, reason: y, until: 2026-02-30, untill: 1 }]",
    [
      "1:10 accept[0] must say whose finding it accepts: a service, a friendlyName or an account, and one of them",
      "1:40 accept[0].until must be the last day on which it counts, such as 2026-12-31",
      '1:59 accept[0].untill is not a property of an acceptance; did you mean "until"?',
    ],
  ],
])("%j is refused, with each mistake by its place", (text, problems) => {
  const reading = readExpectations(text, "e.yaml");
  expect(
    "problems" in reading && reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
  ).toEqual(problems);
});

test("A file of rules or acceptances alone names no service: the audit wants a source", async () => {
  const twilio = await twilioWith({ 1: fine });
  const report = await auditOf(twilio, { allServices: false }, "rules: { tunnel-host: error }");
  expect(report.problems).toMatchObject([
    { message: "names no service, and there is no source of services to judge by it: name one" },
  ]);
});

describe("Every format", () => {
  const repository = { workDir: "/work", root: "/work", projectFile: "/work/Pulumi.yaml" };
  const shown = async () => {
    const twilio = await twilioWith({ 4: undescribed[4], 5: undescribed[5], 6: undescribed[6] });
    twilio.setAccountWebhook({ postWebhookUrl: "http://hooks.acme.io/all", filters: ["onMessageAdded"] });
    const file = accept(`rule: request-inspector-host\nfriendlyName: Service 6\nreason: a test of the week`);
    const report = await auditOf(twilio, {}, file);
    return (format: (typeof formatNames)[number]) =>
      render(format, report, { colours: false, width: undefined, quiet: false, repository });
  };

  test.each(formatNames)(
    "%s shows what rules find of services and accounts, and what is accepted with its reason",
    async (format) => {
      const text = (await shown())(format);
      expect(text).toContain("tunnel-host");
      expect(text).toContain("a1b2.ngrok-free.app, a developer's tunnel (ngrok)");
      expect(text.match(/plain-http/g)?.length).toBeGreaterThan(1);
      expect(text).toContain("a test of the week");
    },
  );

  test("sarif has a rule for each, with help and severity, and suppresses what is accepted", async () => {
    const log = JSON.parse((await shown())("sarif")) as {
      runs: { tool: { driver: { rules: Record<string, unknown>[] } }; results: Record<string, unknown>[] }[];
    };
    const [{ tool, results }] = log.runs as [(typeof log.runs)[number]];
    const described = tool.driver.rules.filter(({ helpUri }) => helpUri !== undefined);
    expect(described.map(({ id }) => id)).toEqual([...ruleIds]);
    expect(described.find(({ id }) => id === "tunnel-host")).toMatchObject({
      name: "TunnelHost",
      defaultConfiguration: { level: "warning" },
      helpUri: expect.stringMatching(/docs\/rules\.md#tunnel-host$/) as string,
      properties: { "problem.severity": "warning" },
    });
    for (const { ruleId, ruleIndex } of results) {
      expect(tool.driver.rules[Number(ruleIndex)]).toMatchObject({ id: ruleId });
    }
    expect(results.find(({ ruleId }) => ruleId === "request-inspector-host")).toMatchObject({
      level: "error",
      suppressions: [{ kind: "external", status: "accepted", justification: "a test of the week (by e.yaml:2:5)" }],
    });
    expect(results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(1);
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(new Set(prints).size).toBe(prints.length);
  });

  test("junit fails the test of a service with an error, and skips what is accepted", async () => {
    const text = (await shown())("junit");
    expect(text).toMatch(/<testcase name="IS0+5 \(Service 5\)"[^>]*><failure type="plain-http"/);
    expect(text).toMatch(
      /<testcase name="IS0+6 \(Service 6\): request-inspector-host \(postWebhookUrl\)"[^>]*><skipped>a test of the week/,
    );
    expect(text).toMatch(/<testcase name="IS0+6 \(Service 6\)"[^>]*\/>/);
    expect(text).toMatch(/<testcase name="its own configuration"[^>]*><failure type="plain-http"/);
  });

  test("github annotates errors first, and what is accepted as a notice", async () => {
    const levels = (await shown())("github")
      .trim()
      .split("\n")
      .map((line) => /^::(\w+)/.exec(line)?.[1]);
    expect(levels).toEqual(
      [...levels].sort((a = "", b = "") => "error warning notice".indexOf(a) - "error warning notice".indexOf(b)),
    );
    expect((await shown())("github")).toMatch(
      /::notice file=e\.yaml,line=2,col=5,title=accepted%3A request-inspector-host/,
    );
  });
});

test("An expectations file demands delivery, by the account's settings where a service has none, and what was not read does not pass", async () => {
  const twilio = await twilioWith({ 1: fine, 2: {}, 3: { ...fine, filters: ["onMessageAdd"] } });
  const demand = "default: { delivers: [onMessageAdded] }";
  const verdicts = async () =>
    Object.fromEntries(
      (await auditOf(twilio, { rules: "off" }, demand)).services.map((service) => [
        service.chatServiceSid.slice(-1),
        service,
      ]),
    );
  twilio.setAccountWebhook({ target: "flex", filters: ["onMessageAdded"] });
  const judged = await verdicts();
  expect(judged["2"]?.violations).toEqual([]);
  expect(judged["3"]).toMatchObject({
    verdict: "violation",
    violations: [{ property: "delivers", missing: ["onMessageAdded"], delivery: { by: "service" } }],
  });
  expect(judged["3"]?.remediation.join()).toContain("--filters=onMessageAdd --filters=onMessageAdded");
  twilio.setFault(twilio.account.accountSid, { status: 403 });
  const unread = await verdicts();
  expect(unread["1"]?.violations).toEqual([]);
  expect(unread["2"]).toMatchObject({
    verdict: "unreadable",
    violations: [],
    reason: expect.stringContaining(
      "`delivers` depends on its account's webhook configuration, which could not be read: ",
    ),
  });
});
