import fc from "fast-check";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { audit } from "../../provider/audit";
import { exitCodeOf } from "../../provider/audit/audit-report";
import { readExpectations } from "../../provider/audit/expectations/read-expectations";
import { expectationsText } from "../../provider/audit/snapshot/expectations-text";
import { takeSnapshot } from "../../provider/audit/snapshot/take-snapshot";
import type { TwilioEmulator } from "../../provider/testing";
import { folderWith } from "./support/folder";
import { plainSecret, stateOf } from "./support/state";
import { sidOf, startTwilio } from "./support/twilio";

const urls = [
  null,
  "",
  "https://hooks.acme.io/post",
  "http://hooks.acme.io",
  "HTTPS://Hooks.Acme.io:443/",
  "https://hooks.acme.io:8443/a/../b?x=1#f",
  "https://user:hunter22@hooks.acme.io/secret-path",
  "https://hooks.acme.io/post?token=hunter22",
  "https://hooks.acme.io/a;jsessionid=hunter22?x=1",
  "https://hooks.acme.io/%zz/*?key=hunter22",
  "https://user:hunter22@ho\\st/",
  "https://hooks.acme.io\\@evil.io/",
  "https://ho st/",
  "https://h\u00f6oks.acme.io/\u00e9",
  "https://\uff48ooks.acme.io/",
  "hooks.acme.io/post",
  "ftp://hooks.acme.io/",
  " https://hooks.acme.io/",
  "https://hooks.acme.io/'\"#: {}[],&*!|>%@`",
  "https://hooks.acme.io/: #\n- x",
  "https://0x7f.1/",
  "https://[::1]/x",
  `https://hooks.acme.io/${"a".repeat(9_000)}`,
  "\u0000\u001b[31m",
  "::error::x",
];
const events = [
  "onMessageAdded",
  "onMessageAdd",
  "onSomethingNew",
  "",
  " ",
  "null",
  "a: b",
  "\u2028",
  "##vso[x]",
  "~",
  "'",
];

const anyText = fc.oneof(fc.constantFrom(...urls.filter((url) => url !== null)), fc.string({ unit: "binary" }));
const settings = fc.record({
  preWebhookUrl: fc.oneof(fc.constantFrom(...urls), anyText),
  postWebhookUrl: fc.oneof(fc.constantFrom(...urls), fc.webUrl({ withQueryParameters: true, withFragments: true })),
  filters: fc.oneof(
    fc.constant(null),
    fc.array(fc.oneof(fc.constantFrom(...events), fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 5 }),
  ),
  method: fc.constantFrom("GET" as const, "POST" as const, null),
});
const name = fc.oneof(
  fc.constantFrom("Support", "a\nservices: {}", "# x", "\u0085default: {}", "::error::x", "\u202e", "'", "\ufeff"),
  fc.string({ unit: "binary", maxLength: 300 }),
);

let twilio: TwilioEmulator;

beforeAll(async () => {
  // Odd servers send what Twilio's own form would refuse.
  twilio = await startTwilio({ formValues: "verbatim" });
});

/** The text of a snapshot of the whole account. */
async function snapshotText(detail: "exact" | "hosts", acceptFindings: boolean): Promise<string> {
  const snapshot = await takeSnapshot({ allServices: true, environment: twilio.environment() });
  expect(snapshot.report.problems).toEqual([]);
  return expectationsText(snapshot, { detail, acceptFindings });
}

test("an audit by a snapshot has no violation, whatever is live; if its findings are accepted, it passes", async () => {
  const workDir = folderWith();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(name, settings), { minLength: 1, maxLength: 4 }),
      settings,
      fc.constantFrom("exact" as const, "hosts" as const),
      fc.boolean(),
      async (services, account, detail, acceptFindings) => {
        const added = services.map(([friendlyName, webhook], index) =>
          twilio.addService({ sid: sidOf(String(index + 1)), friendlyName, webhook: webhook }),
        );
        twilio.setAccountWebhook(account);
        try {
          const text = await snapshotText(detail, acceptFindings);
          expect(readExpectations(text, "e.yaml")).not.toHaveProperty("problems");
          expect(text).not.toContain("hunter22");
          expect(text).not.toMatch(/^\s*::error|##vso/m);
          writeFileSync(join(workDir, "e.yaml"), text);
          const report = await audit({
            allServices: true,
            expectationsFile: "e.yaml",
            workDir,
            environment: twilio.environment(),
          });
          expect(report.problems).toEqual([]);
          expect(report.services.map(({ verdict }) => verdict)).toEqual(services.map(() => "ok"));
          if (acceptFindings) {
            expect([exitCodeOf(report), report.findingCounts]).toEqual([
              0,
              expect.objectContaining({ error: 0, warning: 0, note: 0 }),
            ]);
            expect(report.warnings).toEqual([]);
          }
        } finally {
          added.forEach(({ sid }) => twilio.removeService(sid));
          twilio.setAccountWebhook({ preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null });
        }
      },
    ),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
}, 120_000);

test("exactly means that any change of a URL, a method or an event is a violation; hosts leave paths and methods free", async () => {
  const webhook = {
    postWebhookUrl: "https://hooks.acme.io/post",
    method: "POST",
    filters: ["onMessageAdded"],
  } as const;
  const { sid } = twilio.addService({ sid: sidOf("a"), friendlyName: "Support", webhook });
  const files = { exact: await snapshotText("exact", false), hosts: await snapshotText("hosts", false) };
  const timeless = Object.values(files).map((text) => text.replace(/^# .* what was live on \d{4}-\d\d-\d\d/, "# ..."));
  expect(timeless).toMatchSnapshot();
  const workDir = folderWith({ "exact.yaml": files.exact, "hosts.yaml": files.hosts });
  const verdicts = async (change: object) => {
    twilio.changeWebhook(sid, { ...webhook, ...change });
    const reports = ["exact.yaml", "hosts.yaml"].map((expectationsFile) =>
      audit({ allServices: true, expectationsFile, workDir, environment: twilio.environment() }),
    );
    return (await Promise.all(reports)).map(({ services }) => services[0]?.verdict);
  };
  expect(await verdicts({})).toEqual(["ok", "ok"]);
  expect(await verdicts({ postWebhookUrl: "https://hooks.acme.io/other" })).toEqual(["violation", "ok"]);
  expect(await verdicts({ method: "GET" })).toEqual(["violation", "ok"]);
  expect(await verdicts({ postWebhookUrl: "https://hooks.acme.example/post" })).toEqual(["violation", "violation"]);
  expect(await verdicts({ postWebhookUrl: "http://hooks.acme.io/post" })).toEqual(["violation", "violation"]);
  expect(await verdicts({ filters: [] })).toEqual(["violation", "violation"]);
  expect(await verdicts({ preWebhookUrl: "https://hooks.acme.io/pre" })).toEqual(["violation", "violation"]);
  twilio.removeService(sid);
});

test("of a URL with a credential the host and the path are demanded; of what a stack recorded as a secret, that it is set", async () => {
  const plain = { method: "POST", filters: ["onMessageAdded"] } as const;
  const own = { ...plain, postWebhookUrl: "https://u:hunter22@hooks.acme.io:8443/post?token=hunter22" };
  const recorded = { ...plain, preWebhookUrl: "https://hidden.acme.io/pre" };
  twilio.addService({ sid: sidOf("a"), webhook: own });
  twilio.addService({ sid: sidOf("b"), webhook: recorded });
  twilio.addService({ sid: sidOf("c"), webhook: recorded });
  const outputs = { preWebhookUrl: plainSecret(recorded.preWebhookUrl) };
  const state = stateOf([{ name: "b", sid: sidOf("b"), values: recorded, outputs }]);
  const snapshot = await takeSnapshot({
    allServices: true,
    stateFiles: ["state.json"],
    workDir: folderWith({ "state.json": state }),
    environment: twilio.environment(),
  });
  const text = expectationsText(snapshot, { detail: "exact", acceptFindings: true });
  expect(text).not.toMatch(/hunter22|hidden\.acme/);
  expect(text).toContain('postWebhookUrl: { protocol: https, host: "hooks.acme.io:8443", path: /post }');
  expect(
    text.match(/# preWebhookUrl: secret, and so not demanded as it is\n +preWebhookUrl: \{ set: true \}/g),
  ).toHaveLength(2);
  ["a", "b", "c"].forEach((digit) => twilio.removeService(sidOf(digit)));
});
