import { rmSync } from "node:fs";
import { join } from "node:path";
import { diagnosticsOf, startTwilio } from "../engine/support/service";
import { createLayout, type PackedLayout } from "./support";
import { yarnBerry } from "./support/installers";
import { commonJs, liveThrough, packageJson, pulumiYaml } from "./support/life";
import { newestSdkOnNode20 } from "./support/sdk-versions";

let made: PackedLayout;

beforeAll(async () => {
  made = await createLayout();
});

test("With Yarn 4 and its node-modules linker, a CommonJS program works", async () => {
  const { layout, packed } = made;
  await layout.install(
    {
      "Pulumi.yaml": pulumiYaml(),
      "package.json": packageJson(newestSdkOnNode20, packed, { main: "index.js" }),
      "index.js": commonJs,
      "yarn.lock": "",
    },
    yarnBerry("node-modules"),
  );
  const twilio = await startTwilio();
  layout.createStack(twilio);
  expect(await liveThrough(layout, twilio)).toMatchObject({ sdk: newestSdkOnNode20 });
});

test("With Yarn's Plug'n'Play, Pulumi itself says that it does not find its SDK", async () => {
  const { layout } = made;
  rmSync(join(layout.root, "node_modules"), { recursive: true });
  await layout.install({}, yarnBerry("pnp"));
  const preview = await layout.preview();
  expect(diagnosticsOf(preview.output)).toContain("It looks like the Pulumi SDK has not been installed");
  expect(preview.code).not.toBe(0);
});
