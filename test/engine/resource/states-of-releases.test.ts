import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TwilioEmulator } from "../../../provider/testing";
import { createProject } from "../support";
import { diagnosticsOf } from "../support/service";
import { keptReleases, optionsFor, recordedSid, stackOf, startTwilioAsItWas, stateOf } from "../state-fixtures/stack";

const repository = join(__dirname, "..", "..", "..");
let twilio: TwilioEmulator;

// Each release finds it as it was: the test of one changes it.
beforeEach(async () => {
  twilio = await startTwilioAsItWas();
});

afterEach(() => twilio.stop());

test("The state of each release is kept", () => {
  const changes = readFileSync(join(repository, "provider", "CHANGELOG.md"), "utf8");
  const releases = [...changes.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, release]) => release);
  expect(releases.length).toBeGreaterThan(0);
  expect(keptReleases().sort()).toEqual(releases.sort());
});

test.each(keptReleases())(
  "A stack whose state release %s made is previewed without a change, refreshed, updated and destroyed",
  async (release) => {
    const project = await createProject(optionsFor(release, twilio));
    const file = join(project.folder, "state.json");
    writeFileSync(file, stateOf(release, twilio));
    const imported = await project.pulumi("stack", "import", "--file", file);
    expect([imported.code, imported.output]).toEqual([0, expect.stringContaining("Import complete")]);

    const unchanged = await project.preview("--expect-no-changes", "--diff");
    expect(diagnosticsOf(unchanged.output)).toBe("");
    expect(unchanged.code).toBe(0);

    const moved = "https://hooks.example.com/twilio/moved";
    twilio.changeWebhook(recordedSid, { postWebhookUrl: moved });
    const refresh = await project.refresh();
    expect(diagnosticsOf(refresh.output)).toBe("");
    expect(refresh.output).toContain("[diff: ~postWebhookUrl]");
    const recorded = (await project.exportState()).deployment.resources?.find(({ id }) => id === recordedSid);
    expect(recorded).toMatchObject({ inputs: { postWebhookUrl: moved }, outputs: { postWebhookUrl: moved } });

    twilio.changeWebhook(recordedSid, { postWebhookUrl: null });
    const up = await project.up();
    expect(diagnosticsOf(up.output)).toBe("");
    expect(up.output).toContain("~ 1 updated");
    expect(await project.stackOutputs()).toEqual({
      recorded: null,
      guarded: ["onMessageAdded"],
      named: "eu",
      secret: "[secret]",
      ...stackOf(release).outputs,
    });
    expect(await project.stackOutputs({ showSecrets: true })).toMatchObject({
      secret: "https://hooks.example.com/post?token=opensesame",
    });

    const destroy = await project.destroy();
    expect(diagnosticsOf(destroy.output)).toBe("");
    expect(destroy.output).toContain(`${stackOf(release).resources} deleted`);
    expect((await project.exportState()).deployment.resources ?? []).toEqual([]);
  },
);
