import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { audit } from "../../provider/audit/audit";
import { recordedServices } from "../../provider/audit/recorded/exported-state";
import { folderWith } from "./support/folder";
import { stateOf } from "./support/state";
import { sidOf, startTwilio } from "./support/twilio";

const webhook = { postWebhookUrl: "https://hooks.example.com/post", method: "POST", filters: ["onMessageAdded"] };

/** A `pulumi` whose list of stacks has `gone` the first time only, and which exports no other stack than `prod`. */
function pulumiLosingAStack(listsAgain: string): { readonly workDir: string; readonly PATH: string } {
  const workDir = folderWith({
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
    "state.json": stateOf([]),
    "first.json": [{ name: "organization/shop/prod" }, { name: "organization/shop/gone" }],
    "again.json": [{ name: "organization/shop/prod" }],
  });
  const script = `#!/bin/sh
cd '${workDir}'
case "$*" in
  "stack ls "*) if [ -e listed ]; then ${listsAgain}; else touch listed; cat first.json; fi ;;
  *shop/prod*) cat state.json ;;
  *) echo "error: no stack named 'gone' found" >&2; exit 1 ;;
esac
`;
  writeFileSync(join(workDir, "pulumi"), script);
  chmodSync(join(workDir, "pulumi"), 0o755);
  return { workDir, PATH: [workDir, process.env["PATH"]].join(delimiter) };
}

async function auditAllStacks(
  listsAgain: string,
): Promise<{ problems: readonly string[]; warnings: readonly string[] }> {
  const twilio = await startTwilio();
  twilio.addService({ webhook });
  const { workDir, PATH } = pulumiLosingAStack(listsAgain);
  const environment = { ...twilio.environment(), PATH };
  const { problems, warnings } = await audit({ allStacks: true, allServices: true, workDir, environment });
  const text = ({ subject, message }: { subject: string; message: string }) => `${subject}: ${message}`;
  return { problems: problems.map(text), warnings: warnings.map(text) };
}

test("A stack that was listed and is removed before it is read leaves an audit of all stacks complete, and is named", async () => {
  const { problems, warnings } = await auditAllStacks("cat again.json");
  expect(problems).toEqual([]);
  expect(warnings).toContain(
    "stack organization/shop/gone: it was in the list and then not found: it was removed meanwhile",
  );
});

test.each(["cat first.json", "exit 1"])(
  "A stack that cannot be exported leaves the audit incomplete unless the list has lost it (%s)",
  async (listsAgain) => {
    expect((await auditAllStacks(listsAgain)).problems).toEqual([
      "stack organization/shop/gone: no stack named 'gone' found",
    ]);
  },
);

test.each([
  ["a state", "s.json"],
  ["the expectations file alone", undefined],
])(
  "A service that its account's list does not have is not judged as if it had no name, if the file goes by names (%s)",
  async (_, file) => {
    const twilio = await startTwilio();
    const sid = sidOf("1");
    const workDir = folderWith({
      "s.json": stateOf([{ name: "chat", sid, values: webhook }]),
      "names.yaml": `accept: [{ rule: get-method, friendlyName: "*", reason: r }]\nservices: { ${sid}: { method: POST } }`,
      "none.yaml": `services: { ${sid}: { method: POST } }`,
    });
    const auditWith = async (expectationsFile: string) => {
      twilio.removeService(sid);
      // As if it were added, or passed over, while the list was read.
      const onProgress = ({ phase }: { phase: string }) => {
        if (phase === "services") {
          twilio.removeService(sid);
          twilio.addService({ sid, friendlyName: "Prod 1", webhook });
        }
      };
      const stateFiles = file === undefined ? [] : [file];
      const environment = twilio.environment();
      const { services } = await audit({ stateFiles, expectationsFile, workDir, environment, onProgress, failOn: [] });
      return services.map(({ verdict, reason }) => [verdict, reason]);
    };
    expect(await auditWith("names.yaml")).toEqual([
      ["unreadable", expect.stringContaining("its friendly name, by which the expectations file goes, is not known")],
    ]);
    expect(await auditWith("none.yaml")).toEqual([[file === undefined ? "ok" : "drifted", null]]);
  },
);

test("A resource that a state has without any value cannot be judged: its update did not end", () => {
  const state = stateOf([{ name: "chat", sid: sidOf("1"), values: {}, resource: { outputs: undefined } }]);
  const empty = stateOf([{ name: "chat", sid: sidOf("1"), values: {}, resource: { outputs: {} } }]);
  for (const each of [state, empty]) {
    expect(recordedServices(each)).toMatchObject([
      { values: null, fault: "the state has no values of it: the update that would have recorded them did not end" },
    ]);
  }
});
