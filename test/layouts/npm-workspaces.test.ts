import { sid, startTwilio } from "../engine/harness/service";
import { createLayout } from "./harness";
import { componentLibrary } from "./harness/component-library";
import { npm } from "./harness/installers";
import { commonJs, liveThrough, packageJson, pulumiYaml } from "./harness/life";
import { newestSdkOnNode20 } from "./harness/sdk-versions";

test("In npm workspaces, a program and a component library beside it work, the package brought in by the library alone", async () => {
  const { layout, packed } = await createLayout();
  const library = Object.entries(componentLibrary(packed)).map(([name, text]) => [`packages/library/${name}`, text]);
  const dependencies = { "@pulumi/pulumi": newestSdkOnNode20, "acme-chat": "^1.0.0" };
  await layout.install(
    {
      "package.json": JSON.stringify({ private: true, workspaces: ["packages/*"] }),
      ...(Object.fromEntries(library) as Record<string, string>),
      "packages/infra/Pulumi.yaml": pulumiYaml(),
      "packages/infra/package.json": packageJson(newestSdkOnNode20, packed, { main: "index.js", dependencies }),
      "packages/infra/index.js": `${commonJs}
const { Chat } = require("acme-chat");
exports.ofLibrary = new Chat("component", "${sid}").postWebhookUrl;
`,
    },
    npm("install"),
  );
  const twilio = await startTwilio();
  await layout.createStack(twilio, "packages/infra");
  expect(await liveThrough(layout, twilio)).toMatchObject({ ofLibrary: "https://hooks.example.com/post" });
});
