import type { TwilioEmulator } from "../../../provider/testing";
import type { Project } from "../support";
import { configuredWebhook, diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";

const program = `
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const live = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });
exports.live = {
  accountSid: live.accountSid, chatServiceSid: live.chatServiceSid, preWebhookUrl: live.preWebhookUrl,
  postWebhookUrl: live.postWebhookUrl, filters: live.filters, method: live.method, url: live.url, id: live.id,
};
`;

let twilio: TwilioEmulator;
let project: Project;
const hijacked = "https://hooks.examp1e.com/post";
const secretUrl = "https://hooks.example.com/post?token=opensesame";

beforeAll(async () => {
  twilio = await startTwilio();
  project = await projectFor(twilio, program);
});

const recorded = async () => {
  const state = await project.exportState();
  const resource = state.deployment.resources?.find(({ type }) => type.includes("ServiceWebhookConfiguration"));
  if (resource === undefined) {
    throw new Error("nothing is recorded");
  }
  return resource;
};

// One stack lives through the tests below, in their order.

test("A preview shows the live values, and makes one request for one service", async () => {
  const preview = await project.preview("--diff");
  expect(preview.output).toContain('postWebhookUrl: "https://hooks.example.com/post"');
  expect(preview.output).toContain("preWebhookUrl : <null>");
  expect(preview.output).not.toMatch(/\bwarning\b|\berror\b/i);
  expect(preview.code).toBe(0);
  expect(twilio.countRequests()).toBe(1);
});

test("An update records them, and each field of the endpoint is an output", async () => {
  expect((await project.up()).code).toBe(0);
  expect((await project.stackOutputs())["live"]).toEqual({
    ...configuredWebhook,
    accountSid: twilio.account.accountSid,
    chatServiceSid: sid,
    url: `https://conversations.twilio.com/v1/Services/${sid}/Configuration/Webhooks`,
    id: sid,
  });
});

test("The state holds the values and a short fixed text, and no code", async () => {
  const { inputs, outputs, id, type } = await recorded();
  const values = {
    ...configuredWebhook,
    accountSid: twilio.account.accountSid,
    chatServiceSid: sid,
    url: `https://conversations.twilio.com/v1/Services/${sid}/Configuration/Webhooks`,
    __provider: 'exports.handler = () => require("pulumi-twilio-conversations/dynamic-provider").handler();',
  };
  expect(type).toBe("pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration");
  expect(id).toBe(sid);
  expect(inputs).toEqual(values);
  expect(outputs).toEqual(values);
});

test("A second preview has nothing to say", async () => {
  const preview = await project.preview("--expect-no-changes");
  expect(preview.output).toContain("2 unchanged");
  expect(preview.code).toBe(0);
});

test("A webhook that was changed at Twilio shows as a diff in the next preview", async () => {
  twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  const preview = await project.preview("--diff");
  expect(preview.output).toContain(`~ postWebhookUrl: "https://hooks.example.com/post" => "${hijacked}"`);
  expect(preview.output).toContain("~ 1 to update");
});

test("A refresh records the change, and the preview after it is empty", async () => {
  const refresh = await project.refresh();
  expect(refresh.output).toContain("[diff: ~postWebhookUrl]");
  expect((await recorded()).inputs).toMatchObject({ postWebhookUrl: hijacked });
  expect((await recorded()).outputs).toMatchObject({
    postWebhookUrl: hijacked,
    filters: [...configuredWebhook.filters],
  });
  project.writeProgram({ "index.js": program.replace(/exports\.live = [^]*/, "") });
  expect((await project.up()).code).toBe(0);
  twilio.changeWebhook(sid, { filters: null });
  expect((await project.refresh()).output).toContain("[diff: -filters]");
  expect((await project.preview("--expect-no-changes")).code).toBe(0);
});

test("A service that was never configured has null in every value that it lacks, in state and stack outputs too", async () => {
  project.writeProgram({ "index.js": program });
  const never = { preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null };
  twilio.changeWebhook(sid, never);
  expect((await project.up()).code).toBe(0);
  expect((await project.stackOutputs())["live"]).toMatchObject(never);
  expect((await recorded()).outputs).toMatchObject(never);
});

test("A URL that carries a credential is secret without anybody asking, and the other values stay readable", async () => {
  twilio.changeWebhook(sid, { postWebhookUrl: secretUrl, method: "GET" });
  const preview = await project.preview("--diff");
  expect(preview.output).toContain("+ postWebhookUrl: [secret]");
  expect(preview.output).toContain('+ method        : "GET"');
  expect((await project.up()).code).toBe(0);
  expect(JSON.stringify(await project.exportState())).not.toContain("opensesame");
});

test("A refresh keeps it secret, and makes one secret that it meets first", async () => {
  twilio.changeWebhook(sid, { preWebhookUrl: "https://user:opensesame@hooks.example.com/pre" });
  expect((await project.refresh("--diff")).output).toContain("preWebhookUrl");
  expect(JSON.stringify(await project.exportState())).not.toContain("opensesame");
  const { outputs } =
    (await project.exportState({ showSecrets: true })).deployment.resources?.find(({ id }) => id === sid) ?? {};
  expect(JSON.stringify(outputs?.["preWebhookUrl"])).toContain("user:opensesame@");
  expect(JSON.stringify(outputs?.["postWebhookUrl"])).toContain("token=opensesame");
  expect((await project.exportState()).deployment.resources?.find(({ id }) => id === sid)?.outputs?.["method"]).toBe(
    "GET",
  );
});

test("A refresh keeps the record while the answer is not Twilio's own, as a proxy's page is not", async () => {
  twilio.failNext(1, { html: true, status: 404 });
  const refresh = await project.refresh();
  expect(refresh.code).not.toBe(0);
  expect(diagnosticsOf(refresh.output)).toContain("could not be read: Twilio answered 404");
  expect((await recorded()).id).toBe(sid);
});

test("A refresh drops a service that is gone from the state", async () => {
  twilio.removeService(sid);
  expect((await project.refresh()).output).toContain("1 deleted");
  await expect(recorded()).rejects.toThrow("nothing is recorded");
});

test("Another service SID replaces the resource, and destroy drops it without a request", async () => {
  twilio.addService({ sid });
  expect((await project.up()).code).toBe(0);
  const { sid: other } = twilio.addService();
  project.writeProgram({ "index.js": program.replace(sid, other) });
  expect((await project.preview("--diff")).output).toMatch(/-\+? ?.*ServiceWebhookConfiguration.*replace/);
  expect((await project.up()).code).toBe(0);
  expect((await recorded()).id).toBe(other);
  twilio.clearRequests();
  const destroy = await project.destroy();
  expect(destroy.output).toContain("2 deleted");
  expect(twilio.countRequests()).toBe(0);
});

test("Nothing that any of these commands printed holds a credential", () => {
  expect(project.transcript).not.toContain(twilio.account.authToken);
  expect(project.transcript).not.toContain(
    Buffer.from(`${twilio.account.accountSid}:${twilio.account.authToken}`).toString("base64"),
  );
});
