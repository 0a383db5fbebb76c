import { auditIn, verdicts, webhook } from "../support/audit-in";
import { stateOf } from "../support/state";
import { sidOf, startTwilio } from "../support/twilio";

describe("expectations", () => {
  test("of a file apply by SID, then by friendly name, then the default one; and alone", async () => {
    const twilio = await startTwilio();
    for (const [digit, friendlyName] of [
      ["1", "support-de"],
      ["2", "support-en"],
      ["3", "sales"],
      ["4", null],
    ] as const) {
      twilio.addService({ sid: sidOf(digit), friendlyName, webhook: { method: "POST" } });
    }
    const file = [
      "default: { method: GET }",
      `services: { ${sidOf("1")}: { method: POST }, ${sidOf("9")}: { method: POST } }`,
      "friendlyNames:",
      '  "support-*": { method: POST }',
      '  "s*": { method: [GET] }',
      '  "nobody-*": { method: POST }',
    ].join("\n");
    const report = await auditIn(twilio, { "e.yaml": file }, { expectationsFile: "e.yaml", allServices: true });
    expect(verdicts(report)).toEqual({ 1: "ok", 2: "ok", 3: "violation", 4: "violation", 9: "missing" });
    const [, , , sales, unnamed] = report.services;
    expect(report.services.map(({ source }) => source.kind)).toEqual([
      "expectations",
      "expectations",
      "account",
      "account",
      "account",
    ]);
    expect(sales?.violations[0]).toMatchObject({ of: "file", place: { file: "e.yaml", line: 5, column: 3 } });
    expect(unnamed?.violations[0]).toMatchObject({ place: { file: "e.yaml", line: 1, column: 1 } });
    expect(report.warnings).toEqual([
      {
        subject: "e.yaml",
        message: 'no service\'s friendly name matches "nobody-*"',
        place: { file: "e.yaml", line: 6, column: 3 },
      },
    ]);
    expect(report.outcome).toBe("failed");
  });

  test("by default alone do not make a service known: it is untracked where it meets them", async () => {
    const twilio = await startTwilio();
    twilio.addService({ sid: sidOf("1"), webhook: { method: "POST" } });
    const options = { expectationsFile: "e.yaml", allServices: true };
    const report = await auditIn(twilio, { "e.yaml": "default: { method: POST }" }, options);
    expect(verdicts(report)).toEqual({ 1: "untracked" });
    expect(report.outcome).toBe("passed");
    const strict = await auditIn(
      twilio,
      { "e.yaml": "default: { method: POST }" },
      { ...options, failOn: ["untracked"] },
    );
    expect(strict.outcome).toBe("failed");
  });

  test("by friendly name choose among the recorded services too, and without any among the account's", async () => {
    const twilio = await startTwilio();
    const [one] = ["1", "2"].map((digit) =>
      twilio.addService({ sid: sidOf(digit), friendlyName: `support-${digit}`, webhook: { method: "POST" } }),
    );
    const files = {
      "e.yaml": '{"friendlyNames": {"support-*": {"method": "GET"}}}',
      "s.json": stateOf([{ name: "a", sid: sidOf("1"), values: one! }]),
    };
    const both = await auditIn(twilio, files, { expectationsFile: "e.yaml", stateFiles: ["s.json"] });
    expect(verdicts(both)).toEqual({ 1: "violation" });
    expect(both.services[0]?.friendlyName).toBe("support-1");
    const alone = await auditIn(twilio, files, { expectationsFile: "e.yaml" });
    expect(verdicts(alone)).toEqual({ 1: "violation", 2: "violation" });
  });

  test("of a wrong file are all named with line and column, and no request leaves", async () => {
    const twilio = await startTwilio();
    const file = ["default:", "  metod: GET", "services:", "  ISx:", "    postWebhookUrl: { host: a b, path: x }"].join(
      "\n",
    );
    const report = await auditIn(twilio, { "e.yaml": file }, { expectationsFile: "e.yaml", allServices: true });
    expect(report.problems.map(({ place, message }) => [place?.line, place?.column, message.slice(0, 30)])).toEqual([
      [2, 3, "default.metod is not a known p"],
      [4, 3, "is not a service SID, which is"],
      [5, 23, "services.ISx.postWebhookUrl.ho"],
      [5, 34, "services.ISx.postWebhookUrl.pa"],
    ]);
    expect(report.outcome).toBe("incomplete");
    expect(twilio.requests).toEqual([]);
  });

  test("by friendly name that choose no service at all are a problem, and no pass", async () => {
    const twilio = await startTwilio();
    const service = twilio.addService({ sid: sidOf("1"), friendlyName: "support", webhook });
    const files = { "e.yaml": 'friendlyNames: { "sandbox-*": { method: POST } }' };
    const report = await auditIn(twilio, files, { expectationsFile: "e.yaml" });
    expect(report.problems).toEqual([
      {
        subject: "e.yaml",
        message: "its patterns match no service's friendly name: nothing was judged by it",
        place: { file: "e.yaml", line: null, column: null },
      },
    ]);
    expect(report.outcome).toBe("incomplete");
    // Another source makes it no better, whether or not that has services.
    const states = {
      ...files,
      "empty.json": stateOf([]),
      "other.json": stateOf([{ name: "a", sid: sidOf("1"), values: service }]),
    };
    for (const more of [{ allServices: true }, { stateFiles: ["empty.json"] }, { stateFiles: ["other.json"] }]) {
      const both = await auditIn(twilio, states, { expectationsFile: "e.yaml", ...more });
      expect([both.outcome, both.problems]).toEqual(["incomplete", report.problems]);
      expect(both.warnings).toContainEqual(expect.objectContaining({ subject: "e.yaml" }));
    }
  });

  test("by friendly name choose among the account's services if the other sources have recorded none", async () => {
    const twilio = await startTwilio();
    twilio.addService({ sid: sidOf("1"), friendlyName: "support", webhook: { method: "GET" } });
    const files = { "e.yaml": "friendlyNames: { support: { method: POST } }", "empty.json": stateOf([]) };
    const report = await auditIn(twilio, files, { expectationsFile: "e.yaml", stateFiles: ["empty.json"] });
    expect(verdicts(report)).toEqual({ 1: "violation" });
    expect(report.outcome).toBe("failed");
  });

  test("by friendly name are not said to match nobody where the names could not be read", async () => {
    const twilio = await startTwilio();
    twilio.addService({ sid: sidOf("1"), friendlyName: "support", webhook });
    const files = { "e.yaml": 'friendlyNames: { "support": { method: POST } }' };
    const options = { expectationsFile: "e.yaml", allServices: true };
    const without = await auditIn(twilio, files, { ...options, environment: {} });
    twilio.failNext(2, { status: 403 });
    const refused = await auditIn(twilio, files, options);
    for (const { outcome, warnings } of [without, refused]) {
      expect([outcome, warnings]).toEqual(["incomplete", []]);
    }
  });

  test("that nothing could be judged by are a problem, and no pass", async () => {
    const twilio = await startTwilio();
    const report = await auditIn(twilio, { "e.yaml": "default: { method: POST }" }, { expectationsFile: "e.yaml" });
    expect(report.outcome).toBe("incomplete");
    const absent = await auditIn(twilio, {}, { expectationsFile: "none.yaml" });
    expect(absent.problems).toMatchObject([
      { subject: "none.yaml", message: "could not be read: there is no such file" },
    ]);
  });
});
