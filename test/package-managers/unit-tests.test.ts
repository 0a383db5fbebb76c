import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diagnosticsOf, sid, startTwilio } from "../engine/support/service";
import { createLayout } from "./support";
import { npm } from "./support/installers";
import { run } from "./support/run";

const example = join(__dirname, "..", "..", "examples", "unit-tested");

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

test("The example unit-tested passes its own tests in Jest as it comes, with and without requests, and runs on the engine", async () => {
  const { layout, packed } = await createLayout();
  const files = Object.fromEntries(
    readdirSync(example, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(example, name), "utf8")]),
  );
  const manifest = JSON.parse(files["package.json"] ?? "") as Manifest;
  const dependencies = { ...manifest.dependencies, "pulumi-twilio-conversations": packed };
  await layout.install(
    {
      ...files,
      "package.json": JSON.stringify({ ...manifest, dependencies }),
    },
    npm("install"),
  );
  const tests = await run("npm", ["test"], layout.root, layout.env);
  expect(tests.output).toContain("5 passed, 5 total");

  const twilio = await startTwilio();
  layout.createStack(twilio);
  await layout.setConfig({ chatServiceSid: sid });
  const up = await layout.up();
  expect(diagnosticsOf(up.output)).toBe("");
  expect(await layout.stackOutputs()).toEqual({
    host: "hooks.example.com",
    queues: ["chat-onMessageAdded", "chat-onConversationAdded"],
  });
});
