import { startTwilio } from "../engine/support/service";
import { createLayout } from "./support";
import { npm } from "./support/installers";
import { importing, liveThroughAll, packageJson, pulumiYaml } from "./support/life";
import { nodeVersions } from "./support/node-versions";
import { lowestSdk } from "./support/sdk-versions";

test("It works with the lowest Node.js and SDK that it says it needs, in a TypeScript program that Pulumi compiles itself", async () => {
  const { layout, packed } = await createLayout({ node: nodeVersions.lowest });
  await layout.install(
    {
      "Pulumi.yaml": pulumiYaml(),
      // No TypeScript of its own: the SDK then brings version 3.8.
      "package.json": packageJson(lowestSdk, packed, { main: "index.ts", devDependencies: { "@types/node": "^14" } }),
      "index.ts": importing,
    },
    npm("install"),
  );
  const twilio = await startTwilio();
  layout.createStack(twilio);
  expect(await liveThroughAll(layout, twilio)).toMatchObject({ node: `v${nodeVersions.lowest}` });
});
