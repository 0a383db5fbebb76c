import { sid, startTwilio } from "../engine/support/service";
import { createLayout } from "./support";
import { componentLibrary } from "./support/component-library";
import { npm } from "./support/installers";
import { commonJs, liveThrough, packageJson, pulumiYaml } from "./support/life";
import { newestSdkOnNode20 } from "./support/sdk-versions";

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
  layout.createStack(twilio, "packages/infra");
  expect(await liveThrough(layout, twilio)).toMatchObject({ ofLibrary: "https://hooks.example.com/post" });
});
