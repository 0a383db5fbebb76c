// Run by `npm run state-fixture`, before a release: it keeps the state that this version of the package leaves.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject } from "../support";
import { kept, optionsFor, startTwilioAsItWas } from "./stack";

const manifest = join(__dirname, "..", "..", "..", "provider", "package.json");

test("The state that this version leaves is kept", async () => {
  const twilio = await startTwilioAsItWas();
  try {
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
    const project = await createProject(optionsFor(version, twilio));
    const up = await project.up();
    expect([up.code, up.output]).toEqual([0, expect.not.stringContaining("warning")]);
    writeFileSync(join(__dirname, `${version}.json`), kept(await project.exportState(), twilio));
  } finally {
    await twilio.stop();
  }
});
