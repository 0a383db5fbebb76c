import { execFileSync } from "node:child_process";
import { join } from "node:path";

const repository = join(__dirname, "..", "..");

test("Loading the policies loads neither of Pulumi's SDKs: a program without @pulumi/policy is none the worse for them", () => {
  const script = `
    const { recordedServicesPolicy, webhookExpectationPolicy, webhookRulesPolicy } = require("pulumi-twilio-conversations/policy");
    const policies = [recordedServicesPolicy(), webhookExpectationPolicy({ expect: { method: "POST" } }), webhookRulesPolicy()];
    const loaded = Object.keys(require.cache).filter((file) => /node_modules.@pulumi/.test(file));
    console.log(JSON.stringify({ names: policies.map(({ name }) => name), loaded }));
  `;
  expect(JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: repository, encoding: "utf8" }))).toEqual({
    names: ["recorded-services", "webhook-expectation", "webhook-rules"],
    loaded: [],
  });
});
