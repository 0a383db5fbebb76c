// The audit with reach, through the command and the function, against a name server and TLS servers on loopback.
import { auditWithin } from "../../provider/audit/audit";
import type { AuditReport } from "../../provider/audit/audit-report";
import type { AuditOptions } from "../../provider/audit/audit-options";
import type { ReachNetwork } from "../../provider/reach/look-at-server";
import { formatNames, render } from "../../provider/report/format";
import type { TwilioEmulator } from "../../provider/testing";
import { repository } from "../report/support/report";
import { startNameServer, type NameServer, type Zone } from "../reach/support/name-server";
import { startTlsServer, type TestServer } from "../reach/support/tls-server";
import { Authority } from "../request/support/certificates";
import { run } from "../cli/support/run";
import { folderWith } from "./support/folder";
import { expectValidReport } from "./support/report-schema";
import { plainSecret, stateOf } from "./support/state";
import { sidOf, twilioWith } from "./support/twilio";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const authority = new Authority("Public Authority");
const zone: Zone = {
  "fine.acme.io": ["203.0.113.1"],
  "soon.acme.io": ["203.0.113.2"],
  "expired.acme.io": ["203.0.113.3"],
  "other.acme.io": ["203.0.113.4"],
  "unknown.acme.io": ["203.0.113.5"],
  "refusing.acme.io": ["203.0.113.9"],
  "inside.acme.io": ["10.0.0.7", "fd00::7"],
  "failing.acme.io": "SERVFAIL",
};

let names: NameServer;
let network: ReachNetwork;
const servers = new Map<string, TestServer>();

beforeAll(async () => {
  names = await startNameServer(zone);
  const identities = {
    "203.0.113.1": authority.issue({ names: ["fine.acme.io"], notAfter: inDays(80) }),
    "203.0.113.2": authority.issue({ names: ["soon.acme.io"], notAfter: inDays(20) }),
    "203.0.113.3": authority.issue({
      names: ["expired.acme.io"],
      notBefore: new Date("2024-01-01T00:00:00Z"),
      notAfter: new Date("2024-03-05T00:00:00Z"),
    }),
    "203.0.113.4": authority.issue({ names: ["www.acme.io"], notAfter: inDays(80) }),
    "203.0.113.5": new Authority("Private Authority").issue({ names: ["unknown.acme.io"], notAfter: inDays(80) }),
  };
  for (const [address, identity] of Object.entries(identities)) {
    servers.set(address, await startTlsServer(identity));
  }
  network = {
    nameServers: [names.address],
    authorities: [authority.cert],
    route: (address) => ({ address: "127.0.0.1", port: servers.get(address)?.port ?? 1 }),
  };
});

afterAll(async () => {
  await Promise.all([names, ...servers.values()].map((server) => server[Symbol.asyncDispose]()));
});

const hook = (host: string) => ({
  postWebhookUrl: `https://${host}/post`,
  method: "POST",
  filters: ["onMessageAdded"],
});

const twoHooks = (post: string) => ({
  ...hook(post),
  preWebhookUrl: "https://fine.acme.io/pre",
  filters: ["onMessageAdd", "onMessageAdded"],
});

async function auditOf(
  twilio: TwilioEmulator,
  options: Partial<AuditOptions> = {},
  expectations?: string,
): Promise<AuditReport> {
  const workDir = folderWith(expectations === undefined ? {} : { "e.yaml": expectations });
  const report = await auditWithin(network, {
    workDir,
    environment: twilio.environment(),
    allServices: true,
    reach: true,
    ...(expectations === undefined ? {} : { expectationsFile: "e.yaml" }),
    ...options,
  });
  expectValidReport(JSON.parse(JSON.stringify(report)));
  return report;
}

/** The findings by the last digit of the SID. */
function found({ services }: AuditReport): Record<string, readonly string[]> {
  return Object.fromEntries(
    services.map(({ chatServiceSid, findings }) => [
      chatServiceSid.slice(-1),
      findings.map(
        ({ severity, rule, property, accepted }) =>
          `${severity} ${rule} ${property}${accepted === null ? "" : " accepted"}`,
      ),
    ]),
  );
}

const all = {
  1: hook("fine.acme.io"),
  2: hook("soon.acme.io"),
  3: hook("expired.acme.io"),
  4: hook("other.acme.io"),
  5: hook("unknown.acme.io"),
  6: hook("inside.acme.io"),
  7: twoHooks("gone.acme.io"),
  8: hook("refusing.acme.io"),
  9: hook("failing.acme.io"),
};

test("With --reach, the command says of each webhook's host what Twilio would meet there", async () => {
  const twilio = await twilioWith(all);
  const environment = twilio.environment();
  const { code, stdout, stderr } = await run(["audit", "--all-services", "--reach"], { environment, network });
  expect(code).toBe(1);
  const told = [...stdout.matchAll(/^ +(?:error|warning) +((?:un|exp)\S+: .*)$/gm)].map(([, text]) => text);
  const ends = inDays(20).toISOString().slice(0, 10);
  expect(told.sort()).toEqual([
    `expiring-certificate: postWebhookUrl leads to soon.acme.io, whose certificate ends on ${ends}`,
    "unreachable-host: postWebhookUrl leads to inside.acme.io, which Twilio cannot reach: name servers know private addresses for it alone (10.0.0.7, fd00::7)",
    "unresolvable-host: postWebhookUrl leads to gone.acme.io, which does not exist: whoever takes the name takes the conversations",
    "untrusted-certificate: postWebhookUrl leads to expired.acme.io, which Twilio does not trust: its certificate expired on 2024-03-05",
    "untrusted-certificate: postWebhookUrl leads to other.acme.io, which Twilio does not trust: its certificate is for another name: DNS:www.acme.io",
    "untrusted-certificate: postWebhookUrl leads to unknown.acme.io, which Twilio does not trust: its certificate's issuer is unknown, or the server does not send the whole chain",
  ]);
  expect(`${stdout}${stderr}`).toContain(
    "reach: not judged, because the look has failed (the name server failed (SERVFAIL)): failing.acme.io",
  );
  expect(`${stdout}${stderr}`).toContain(
    "reach: not judged, because the look has failed (it refused the connection (ECONNREFUSED)): refusing.acme.io",
  );
  expect(stdout).toContain("9 hosts looked at, 2 of them in vain");
});

test("Each host is looked at once, whoever leads to it, and no HTTP request is sent", async () => {
  const fine = servers.get("203.0.113.1");
  const before = [fine?.connections() ?? 0, names.questions.length];
  const twilio = await twilioWith(
    Object.fromEntries(["1", "2", "3", "4"].map((digit) => [digit, twoHooks("fine.acme.io")])),
  );
  twilio.setAccountWebhook(hook("fine.acme.io"));
  const report = await auditOf(twilio);
  expect(report).toMatchObject({ outcome: "passed", reach: { hosts: 1, unknown: 0 }, warnings: [] });
  expect([fine?.connections(), names.questions.length]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 2]);
  expect([...servers.values()].map((server) => server.received())).toEqual([0, 0, 0, 0, 0]);
});

test("Without reach no host is looked at, and the report says so", async () => {
  const before = names.questions.length;
  const report = await auditOf(await twilioWith(all), { reach: false });
  expect(report).toMatchObject({ outcome: "passed", reach: null });
  expect(names.questions.length).toBe(before);
});

test("An account's own configuration is looked at as well", async () => {
  const twilio = await twilioWith({ 1: {} });
  twilio.setAccountWebhook(hook("gone.acme.io"));
  const report = await auditOf(twilio);
  expect(report.accounts[0]?.findings.map(({ rule }) => rule)).toEqual(["unresolvable-host"]);
  expect(report.outcome).toBe("failed");
});

test("Settings by name and by service change these rules, and hosts that no rule asks about are not looked at", async () => {
  const before = names.questions.length;
  const report = await auditOf(
    await twilioWith({ 1: hook("gone.acme.io"), 2: hook("gone.acme.io"), 3: hook("quiet.acme.io") }),
    {},
    `rules:
  friendlyNames:
    "Service 2": { unresolvable-host: note }
  services:
    ${sidOf("3")}: off
`,
  );
  expect(found(report)).toEqual({
    1: ["error unresolvable-host postWebhookUrl"],
    2: ["note unresolvable-host postWebhookUrl"],
    3: [],
  });
  expect(names.questions.slice(before).filter((question) => question.includes("quiet"))).toEqual([]);
});

test("With the rules off nothing is looked at, and a warning says so", async () => {
  const before = names.questions.length;
  const report = await auditOf(await twilioWith(all), { rules: "off" });
  expect(report).toMatchObject({ outcome: "passed", reach: { hosts: 0, unknown: 0 } });
  expect(report.warnings.map(({ message }) => message)).toEqual(["no host was looked at: rules are off"]);
  expect(names.questions.length).toBe(before);
});

const accepting = (rule: string) => `accept:
  - { rule: ${rule}, service: ${sidOf("1")}, reason: moves next week }
`;

test("What reach finds can be accepted; an acceptance is not idle while nobody looks, or the look fails", async () => {
  const twilio = await twilioWith({ 1: hook("gone.acme.io"), 2: hook("fine.acme.io") });
  const accepted = await auditOf(twilio, {}, accepting("unresolvable-host"));
  expect(accepted).toMatchObject({ outcome: "passed", warnings: [], findingCounts: { error: 0, accepted: 1 } });
  expect(found(accepted)).toMatchObject({ 1: ["error unresolvable-host postWebhookUrl accepted"] });

  const unasked = await auditOf(twilio, { reach: false }, accepting("unresolvable-host"));
  expect(unasked.warnings).toEqual([]);
  const idle = await auditOf(twilio, {}, accepting("untrusted-certificate"));
  expect(idle.warnings.map(({ message }) => message)).toEqual([
    "nothing was found that the acceptance of untrusted-certificate is about",
  ]);
  const failing = await twilioWith({ 1: hook("failing.acme.io"), 2: hook("fine.acme.io") });
  const unseen = await auditOf(failing, {}, accepting("unresolvable-host"));
  expect(unseen.warnings.map(({ subject }) => subject)).toEqual(["reach"]);
});

test("Rules of reach in a file are no error without reach, and a misspelt one is", async () => {
  const twilio = await twilioWith({ 1: hook("fine.acme.io") });
  const fine = await auditOf(twilio, { reach: false }, "rules: { expiring-certificate: error }\n");
  expect(fine.outcome).toBe("passed");
  const misspelt = await auditOf(twilio, { reach: false }, "rules: { expired-certificate: error }\n");
  expect(misspelt.problems.map(({ message }) => message).join()).toContain("did you mean");
});

test("--fail-on warning makes a certificate that ends soon fail, and by default it does not", async () => {
  const twilio = await twilioWith({ 1: hook("soon.acme.io") });
  expect((await auditOf(twilio)).outcome).toBe("passed");
  expect((await auditOf(twilio, { failOn: ["warning"] })).outcome).toBe("failed");
});

test("If every look fails the audit is not complete: what was asked for was not done", async () => {
  const report = await auditOf(await twilioWith({ 1: hook("refusing.acme.io"), 2: hook("failing.acme.io") }));
  expect(report).toMatchObject({ outcome: "incomplete", reach: { hosts: 2, unknown: 2 } });
  expect(report.problems.map(({ subject }) => subject)).toEqual(["reach", "reach"]);
});

test("Behind a proxy a warning says that hosts were looked at past it", async () => {
  const twilio = await twilioWith({ 1: hook("fine.acme.io") });
  const environment = { ...twilio.environment(), HTTPS_PROXY: "http://user:s3cr3t@proxy.acme.io:3128" };
  const report = await auditOf(twilio, { environment });
  expect(report.warnings).toEqual([
    {
      subject: "reach",
      message: "hosts were looked at directly, and not through the proxy of HTTPS_PROXY",
      place: null,
    },
  ]);
});

test("The host of a URL that is secret stands in no format, found wrong or not judged", async () => {
  const other = { ...hook("x"), postWebhookUrl: "https://other.acme.io:8443/s3cr3tpath" };
  const twilio = await twilioWith({
    1: { ...hook("x"), postWebhookUrl: "https://user:s3cr3tpw@gone-s3cr3t.acme.io/post" },
    2: other,
    3: { ...hook("x"), postWebhookUrl: "https://failing.acme.io/post?token=s3cr3ttoken" },
    4: hook("fine.acme.io"),
  });
  const recorded = stateOf([
    {
      name: "chat",
      sid: sidOf("2"),
      values: other,
      outputs: { postWebhookUrl: plainSecret(other.postWebhookUrl) },
    },
  ]);
  const report = await auditOf(twilio, { workDir: folderWith({ "s.json": recorded }), stateFiles: ["s.json"] });
  expect(report.services.flatMap(({ findings }) => findings.map(({ rule }) => rule)).sort()).toEqual([
    "credential-in-url",
    "credential-in-url",
    "unresolvable-host",
    "untrusted-certificate",
  ]);
  for (const format of formatNames) {
    const text = render(format, report, { repository, width: 200, colours: false, quiet: false });
    expect(text).not.toMatch(/s3cr3t|failing|other\.acme|www\.acme/);
  }
});

test("Progress is told of hosts, and an audit that is stopped while it looks keeps what it has seen", async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  const report = await auditOf(await twilioWith(all), {
    signal: stop.signal,
    onProgress: ({ phase, done, total }) => {
      if (phase === "hosts") {
        seen.push(`${done} of ${total}`);
        stop.abort(new Error("enough"));
      }
    },
  });
  expect(seen[0]).toBe("1 of 9");
  expect(report.outcome).toBe("interrupted");
  expect(report.reach?.hosts).toBeGreaterThan(0);
  expect(report.services).toHaveLength(9);
});

test("No variable of the environment changes where is looked, or what is trusted", async () => {
  const twilio = await twilioWith({ 1: hook("unknown.acme.io") });
  const saved = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
  try {
    expect(found(await auditOf(twilio))).toEqual({ 1: ["error untrusted-certificate postWebhookUrl"] });
  } finally {
    if (saved === undefined) {
      delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    } else {
      process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = saved;
    }
  }
});
