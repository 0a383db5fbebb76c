import { startTwilio } from "../engine/support/service";
import { createLayout } from "./support";
import { yarnClassic } from "./support/installers";
import { importing, liveThroughAll, packageJson, pulumiYaml } from "./support/life";
import { nodeVersions } from "./support/node-versions";
import { run } from "./support/run";
import { newestSdk } from "./support/sdk-versions";
import { newestTypeScript } from "./support/typescript-versions";

test("With Yarn 1, a program that was compiled beforehand works on Node.js 24 and the newest SDK", async () => {
  const { layout, packed } = await createLayout({ node: nodeVersions[24] });
  await layout.install(
    {
      "Pulumi.yaml": pulumiYaml({ typescript: false }),
      "package.json": packageJson(newestSdk, packed, {
        main: "bin/index.js",
        devDependencies: { typescript: newestTypeScript, "@types/node": "^22" },
      }),
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          strict: true,
          target: "es2022",
          module: "node16",
          outDir: "bin",
          skipLibCheck: true,
          types: ["node"],
        },
        files: ["index.ts"],
      }),
      "index.ts": importing,
    },
    yarnClassic("install"),
  );
  await run("node", ["node_modules/typescript/bin/tsc"], layout.root, layout.env);
  const twilio = await startTwilio();
  layout.createStack(twilio);
  expect(await liveThroughAll(layout, twilio)).toMatchObject({ node: `v${nodeVersions[24]}` });
});
