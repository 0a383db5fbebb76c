import { configuredWebhook, diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";

const imports = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
`;

test("get reads a service by its SID, and records nothing as managed", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(
    twilio,
    `${imports}
    const { urn, ...values } = ServiceWebhookConfiguration.get("chat", "${sid}");
    exports.live = Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith("__")));
  `,
  );
  const preview = await project.preview("--diff");
  expect(preview.output).toContain('postWebhookUrl: "https://hooks.example.com/post"');
  expect((await project.up()).code).toBe(0);
  const live = {
    ...configuredWebhook,
    accountSid: twilio.account.accountSid,
    chatServiceSid: sid,
    url: `https://conversations.twilio.com/v1/Services/${sid}/Configuration/Webhooks`,
  };
  expect((await project.stackOutputs())["live"]).toEqual({ ...live, id: sid });
  const external = (await project.exportState()).deployment.resources?.filter(
    (resource) => resource["external"] === true,
  );
  expect(external).toMatchObject([{ id: sid, outputs: live }]);

  twilio.clearRequests();
  expect((await project.destroy()).code).toBe(0);
  expect(twilio.countRequests()).toBe(0);
});

test("get makes a URL that carries a credential secret", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/post?token=opensesame" });
  const project = await projectFor(
    twilio,
    `${imports}
    const live = ServiceWebhookConfiguration.get("chat", "${sid}");
    exports.postWebhookUrl = live.postWebhookUrl;
    exports.method = live.method;
  `,
  );
  await project.preview("--diff", "--show-reads");
  expect((await project.up("--show-reads")).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ postWebhookUrl: "[secret]", method: "POST" });
  await project.exportState();
  expect(project.transcript).not.toContain("opensesame");
});

test("get with an id that is not known yet reads nothing in preview", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(
    twilio,
    `${imports}
    const service = new pulumi.Stash("service", { input: "${sid}" });
    const id = pulumi.all([service.id, service.output]).apply(([, output]) => output);
    exports.postWebhookUrl = ServiceWebhookConfiguration.get("chat", id).postWebhookUrl;
  `,
  );
  expect((await project.preview("--diff")).code).toBe(0);
  expect(twilio.countRequests()).toBe(0);
  expect(diagnosticsOf((await project.up()).output)).not.toContain("error");
  expect(await project.stackOutputs()).toEqual({ postWebhookUrl: "https://hooks.example.com/post" });
});

test("get with a secret id makes every output secret", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(
    twilio,
    `${imports}
    const live = ServiceWebhookConfiguration.get("chat", pulumi.secret("${sid}"));
    exports.url = live.postWebhookUrl;
    exports.event = live.filters.apply((filters) => filters[0]);
  `,
  );
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ url: "[secret]", event: "[secret]" });
});
