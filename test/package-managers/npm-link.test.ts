import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startTwilio } from "../engine/support/service";
import { createLayout } from "./support";
import { npm } from "./support/installers";
import { commonJs, liveThrough, pulumiYaml } from "./support/life";
import { run } from "./support/run";
import { newestSdkOnNode20 } from "./support/sdk-versions";

test("With npm link, the package works from the folder of somebody who develops it, with an SDK of its own there", async () => {
  const { layout, packed } = await createLayout();
  const linked = join(layout.folder, "package");
  await run("tar", ["-xzf", packed.slice("file:".length)], layout.folder, layout.env);
  await npm("install")(linked, layout.env);
  // npm links by way of its global folder, which here must not be the user's own.
  layout.env["npm_config_prefix"] = join(layout.folder, "global");
  mkdirSync(join(layout.folder, "global", "lib"), { recursive: true });
  const dependencies = { "@pulumi/pulumi": newestSdkOnNode20 };
  await layout.install(
    {
      "Pulumi.yaml": pulumiYaml(),
      "package.json": JSON.stringify({ name: "layout", private: true, main: "index.js", dependencies }),
      "index.js": commonJs,
    },
    async (cwd, env) => {
      await npm("install")(cwd, env);
      await npm("link", linked)(cwd, env);
    },
  );
  const twilio = await startTwilio();
  layout.createStack(twilio);
  expect(await liveThrough(layout, twilio)).toMatchObject({ sdk: newestSdkOnNode20 });
});
