import { audit } from "../../provider/audit/audit";
import type { EmulatedService } from "../../provider/testing";
import { auditIn, verdicts, webhook } from "./support/audit-in";
import { stateOf } from "./support/state";
import { sidOf, startTwilio } from "./support/twilio";

test("Five thousand services in fifty pages are each read and judged once", async () => {
  const twilio = await startTwilio();
  const isWrong = (count: number) => count % 100 === 0;
  const added: EmulatedService[] = [];
  for (let count = 0; count < 5_000; count += 1) {
    const method = isWrong(count) ? "GET" : "POST";
    added.push(twilio.addService({ friendlyName: `service ${count}`, webhook: { method } }));
  }
  const seen: number[] = [];
  const report = await auditIn(
    twilio,
    { "e.yaml": "default: { method: POST }" },
    {
      allServices: true,
      expectationsFile: "e.yaml",
      onProgress: ({ phase, done, total }) => phase === "services" && total > 0 && seen.push(done / total),
    },
  );
  expect(report.counts).toEqual({ ok: 0, drifted: 0, violation: 50, missing: 0, unreadable: 0, untracked: 4_950 });
  // In the order of the account's list, with the friendly name and the verdict that belong to each.
  expect(
    report.services.map(({ chatServiceSid, friendlyName, verdict }) => [chatServiceSid, friendlyName, verdict]),
  ).toEqual(
    added.map(({ sid, friendlyName }, count) => [sid, friendlyName, isWrong(count) ? "violation" : "untracked"]),
  );
  expect(twilio.countRequests()).toBe(1 + 50 + 5_000);
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
}, 60_000);

test("One service that cannot be read does not lose the others", async () => {
  const twilio = await startTwilio();
  ["1", "2", "3"].forEach((digit) => twilio.addService({ sid: sidOf(digit), webhook }));
  twilio.setFault(sidOf("2"), { html: true });
  const report = await auditIn(twilio, {}, { allServices: true });
  expect(verdicts(report)).toEqual({ 1: "untracked", 2: "unreadable", 3: "untracked" });
  expect(report.outcome).toBe("incomplete");
});

test("A service that is deleted between the list and its read is left out with a warning, unless something names it", async () => {
  const twilio = await startTwilio();
  ["1", "2", "3"].forEach((digit) => twilio.addService({ sid: sidOf(digit), friendlyName: `s${digit}`, webhook }));
  const goneOnceListed = (...digits: string[]) => ({
    onProgress: ({ phase, total }: { phase: string; total: number }) =>
      phase === "services" && total > 0 && digits.forEach((digit) => twilio.removeService(sidOf(digit))),
  });
  const report = await auditIn(twilio, {}, { allServices: true, failOn: ["missing"], ...goneOnceListed("2") });
  expect(verdicts(report)).toEqual({ 1: "untracked", 3: "untracked" });
  expect([report.outcome, report.problems]).toEqual(["passed", []]);
  expect(report.warnings).toEqual([
    {
      subject: "the default account",
      message: `service ${sidOf("2")} ("s2") was in the list and then not found: it was deleted meanwhile`,
      place: null,
    },
  ]);
  const files = { "e.yaml": `services: { ${sidOf("3")}: { method: POST } }` };
  const options = { expectationsFile: "e.yaml", allServices: true, ...goneOnceListed("3") };
  expect(verdicts(await auditIn(twilio, files, options))).toEqual({ 1: "untracked", 3: "missing" });
});

test("An audit of nothing is no pass: each empty source is a warning, and if there is no service at all, the audit is not complete", async () => {
  const twilio = await startTwilio();
  const files = { "empty.json": stateOf([]), "e.yaml": "default: { method: POST }" };
  for (const options of [
    { stateFiles: ["empty.json"] },
    { allServices: true },
    { stateFiles: ["empty.json"], allServices: true, expectationsFile: "e.yaml" },
  ]) {
    const report = await auditIn(twilio, files, options);
    expect([report.outcome, report.problems]).toEqual([
      "incomplete",
      [{ subject: "audit", message: "no source has a service: nothing was judged", place: null }],
    ]);
    expect(report.warnings).not.toEqual([]);
  }
  twilio.addService({ sid: sidOf("1"), webhook });
  const some = await auditIn(twilio, files, { stateFiles: ["empty.json"], allServices: true });
  expect([some.outcome, some.warnings]).toEqual([
    "passed",
    [{ subject: "state empty.json", message: "it has recorded no service's webhook configuration", place: null }],
  ]);
});

test("A SID is the same service in upper and in lower case, in a file, in a state and at Twilio", async () => {
  const twilio = await startTwilio();
  const [one, two] = ["abc1", "abc2"].map((digits) => twilio.addService({ sid: sidOf(digits), webhook }));
  const upper = (sid: string) => `IS${sid.slice(2).toUpperCase()}`;
  const files = {
    "e.yaml": `default: { method: POST }\nservices: { ${upper(one!.sid)}: { method: GET }, ${upper(two!.sid)}: { method: GET } }`,
    "s.json": stateOf([{ name: "chat", sid: one!.sid, values: one! }]),
  };
  const options = { expectationsFile: "e.yaml", stateFiles: ["s.json"], allServices: true };
  const report = await auditIn(twilio, files, options);
  expect(report.services.map(({ source, verdict }) => [source.kind, verdict])).toEqual([
    ["state", "violation"],
    ["expectations", "violation"],
  ]);
  const alone = await auditIn(twilio, files, { expectationsFile: "e.yaml" });
  expect(verdicts(alone)).toEqual({ 1: "violation", 2: "violation" });
});

test("An audit that is stopped gives at once what it has learnt", async () => {
  const twilio = await startTwilio();
  ["1", "2", "3"].forEach((digit) => twilio.addService({ sid: sidOf(digit), webhook }));
  twilio.setFault(sidOf("3"), { hang: true });
  const stop = new AbortController();
  const report = await auditIn(
    twilio,
    {},
    {
      allServices: true,
      signal: stop.signal,
      onProgress: ({ phase, done }) => phase === "services" && done === 2 && stop.abort(),
    },
  );
  expect(verdicts(report)).toEqual({ 1: "untracked", 2: "untracked" });
  expect(report.outcome).toBe("interrupted");
  expect(report.problems).toEqual([
    { subject: "audit", message: "it was stopped: 1 service was not read", place: null },
  ]);
});

test("A state file that cannot be understood is a problem of its own, and the others are audited", async () => {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), webhook });
  const files = {
    "good.json": Buffer.from(
      `\ufeff${JSON.stringify(stateOf([{ name: "a", sid: service.sid, values: service }]))}`,
      "utf16le",
    ),
    "text.json": "secret text that is no JSON",
    "other.json": { name: "package" },
    "future.json": { version: 99, deployment: {} },
    "odd.json": stateOf([
      { name: "a", sid: "nothing", values: service },
      { name: "b", sid: service.sid, values: service, outputs: { filters: 3 } },
      { name: "c", sid: service.sid, values: service, outputs: { expect: { metod: 1 } } },
    ]),
  };
  const report = await auditIn(twilio, files, { stateFiles: [...Object.keys(files), "absent.json"] });
  expect(report.problems.map(({ subject, message }) => `${subject} ${message}`)).toEqual([
    "state absent.json could not be read: there is no such file",
    "state future.json is an exported state of an unknown version: the known versions are 3 and 4",
    'state other.json is not an exported state, which is an object with "version" and "deployment"',
    "state text.json is not valid JSON",
  ]);
  expect(report.services.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ["ok", null],
    ["unreadable", "the state has no service SID for it"],
    ["unreadable", "the state's filters is a number"],
    ["unreadable", expect.stringContaining('expect.metod is not a known property; did you mean "method"?')],
  ]);
});

test.each<[string, object, string]>([
  ["no options at all", [], "the options of an audit must be an object, not a list"],
  [
    "a misspelt option",
    { allServices: true, expectationFile: "e.yaml" },
    'unknown option "expectationFile"; did you mean "expectationsFile"?',
  ],
  ["one stack that is no list", { stacks: "prod" }, "stacks must be a list of stack names, not a string"],
  ["a stack that is no name", { stacks: ["dev", null] }, "stacks must be a list of stack names, but item 2 is null"],
  [
    "an empty name of a state",
    { stateFiles: [""] },
    "stateFiles must be a list of file names, but item 1 is an empty string",
  ],
  ["a word for a flag", { allStacks: "yes" }, "allStacks must be true or false, not a string"],
  ["several files", { expectationsFile: ["e.yaml"] }, "expectationsFile must be the name of a file"],
  ["one account that is no list", { allServices: true, accounts: "eu" }, "accounts must be a list of account names"],
  ["one verdict that is no list", { allServices: true, failOn: "missing" }, "failOn must be a list of verdicts"],
  ["a number for a flag", { allServices: true, showSecrets: 1 }, "showSecrets must be true or false, not 1"],
  ["a folder that is none", { allServices: true, workDir: 7 }, "workDir must be the name of a folder, not 7"],
  ["variables that are none", { allServices: true, environment: "X=1" }, "environment must be an object"],
  [
    "a controller for its signal",
    { allServices: true, signal: new AbortController() },
    "signal must be an AbortSignal",
  ],
  ["a listener that is none", { allServices: true, onProgress: {} }, "onProgress must be a function"],
  ["no source", {}, "there is nothing to audit"],
  ["all stacks and one by name", { allStacks: true, stacks: ["dev"] }, "cannot be combined"],
  ["accounts that nothing is asked of", { stateFiles: ["s.json"], accounts: ["eu"] }, "accounts are for all services"],
  ["an account of no such name", { allServices: true, accounts: ["e u"] }, "account must be a name"],
  ["no concurrency", { allServices: true, concurrency: 0 }, "concurrency must be a whole number"],
  ["a verdict that is none", { allServices: true, failOn: ["drift" as "drifted"] }, 'did you mean "drifted"?'],
])("%s is refused before anything is read", async (_what, options, message) => {
  const outcome = audit(options);
  await expect(outcome).rejects.toThrow(message);
  await expect(outcome).rejects.toMatchObject({ name: "InvalidInputError" });
});
