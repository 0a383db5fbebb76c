import { existsSync } from "node:fs";
import { createProject } from "./support";

const javascript = `
const pulumi = require("@pulumi/pulumi");
const config = new pulumi.Config();
exports.greeting = config.get("greeting") ?? null;
exports.password = config.getSecret("password") ?? null;
exports.fromEnvironment = process.env.FROM_TEST ?? null;
exports.leaked = Object.keys(process.env).filter((name) => /^TWILIO_|PROXY$/i.test(name));
exports.nodeOptions = process.env.NODE_OPTIONS;
exports.sdk = require.resolve("@pulumi/pulumi");
`;

test("a project previews, deploys, exports its outputs and its state, and is destroyed", async () => {
  Object.assign(process.env, { TWILIO_AUTH_TOKEN: "the developer's own", NODE_OPTIONS: "--no-warnings" });
  const project = await createProject({
    program: { "index.js": javascript },
    config: { greeting: "a: 'b' \"c\" #d", password: { secret: "hunter2" } },
    env: { FROM_TEST: "yes" },
  });
  delete process.env["TWILIO_AUTH_TOKEN"];
  delete process.env["NODE_OPTIONS"];

  const preview = await project.preview("--diff");
  expect(preview.output).toContain("1 to create");
  expect(preview.code).toBe(0);

  const up = await project.up();
  expect(up.output).toContain("1 created");
  expect(await project.stackOutputs()).toEqual({
    greeting: "a: 'b' \"c\" #d",
    password: "[secret]",
    fromEnvironment: "yes",
    leaked: [],
    nodeOptions: expect.stringMatching(/^--require "[^"]+lazy-sdk\.cjs"$/),
    sdk: require.resolve("@pulumi/pulumi"),
  });
  expect((await project.stackOutputs({ showSecrets: true }))["password"]).toBe("hunter2");
  expect(project.transcript).not.toContain("hunter2");
  expect(project.transcript).toContain(up.output);

  await project.setConfig({ greeting: "changed" });
  expect((await project.preview("--diff")).output).toContain('"changed"');

  const state = await project.exportState();
  expect(state.deployment.resources?.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);

  expect((await project.destroy()).code).toBe(0);
  await project.dispose();
  expect(existsSync(project.folder)).toBe(false);
});

test("a TypeScript program is compiled, and one that fails ends with an exit code and its message", async () => {
  const project = await createProject({ program: { "index.ts": `export const answer: number = 42;` } });
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ answer: 42 });

  project.writeProgram({ "index.ts": `throw new Error("no " + (1 as number));` });
  const failed = await project.preview();
  expect(failed.code).not.toBe(0);
  expect(failed.output).toContain("no 1");
});
