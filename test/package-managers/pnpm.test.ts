import { diagnosticsOf, sid, startTwilio } from "../engine/support/service";
import { createLayout, type PackedLayout } from "./support";
import { packComponentLibrary } from "./support/component-library";
import { pnpm } from "./support/installers";
import { importing, liveThrough, packageJson, pulumiYaml } from "./support/life";
import { nodeVersions } from "./support/node-versions";
import { newestSdk } from "./support/sdk-versions";

let made: PackedLayout;
let library: string;

beforeAll(async () => {
  made = await createLayout({ node: nodeVersions[22] });
  library = packComponentLibrary(made.packed, made.layout.folder);
});

// One project lives through the tests below, in their order.

test("Where pnpm keeps the package for a component library alone, one error says what to add", async () => {
  const { layout } = made;
  const dependencies = { "@pulumi/pulumi": newestSdk, "acme-chat": library };
  await layout.install(
    {
      "Pulumi.yaml": pulumiYaml(),
      "package.json": JSON.stringify({ name: "layout", private: true, type: "module", main: "index.js", dependencies }),
      "index.js": `import { Chat } from "acme-chat";\nexport const recorded = new Chat("chat", "${sid}").postWebhookUrl;\n`,
    },
    pnpm("install"),
  );
  layout.createStack(await startTwilio());
  const preview = await layout.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output).replaceAll(layout.folder, "/folder")).toMatchInlineSnapshot(`
"Diagnostics:
  pulumi:pulumi:Stack (test-dev):
    error: Pulumi's dynamic-provider process will not find pulumi-twilio-conversations from /folder/program: the package is not in a node_modules folder there or above. Add it to that project's own dependencies (npm install, pnpm add or yarn add pulumi-twilio-conversations), even if another package brings it in. If the program has left its folder with process.chdir, load this package before that.
"
`);
});

test("With pnpm, an ES module with a top-level await works on Node.js 22 and the newest SDK, and so does the library once the package is added", async () => {
  const { layout, packed } = made;
  const dependencies = { "@pulumi/pulumi": newestSdk, "acme-chat": library, "pulumi-twilio-conversations": packed };
  const program = `
import { getServiceWebhookConfiguration } from "pulumi-twilio-conversations";
import { Chat } from "acme-chat";
${importing}
export const awaited = (await getServiceWebhookConfiguration({ chatServiceSid: "${sid}" })).method;
export const ofLibrary = new Chat("component", "${sid}").postWebhookUrl;
`;
  await layout.install(
    {
      "package.json": packageJson(newestSdk, packed, { type: "module", main: "index.js", dependencies }),
      "index.js": program,
    },
    pnpm("install"),
  );
  const twilio = await startTwilio();
  await layout.pointAt(twilio);
  expect(await liveThrough(layout, twilio)).toMatchObject({
    node: `v${nodeVersions[22]}`,
    awaited: "POST",
    ofLibrary: "https://hooks.example.com/post",
  });
});
