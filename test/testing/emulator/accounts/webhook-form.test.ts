import { startEmulator, type TwilioEmulator } from "../../../../provider/testing";
import { ask, webhookPath, type Answer } from "../../support/ask";

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

const post = (path: string, form: [string, string][]): Promise<Answer> =>
  ask(emulator, path, { method: "POST", body: new URLSearchParams(form) });

test("a posted form changes the webhook, answers with it, and the next read sees it", async () => {
  const { sid } = emulator.addService();
  const posted = await post(webhookPath(sid), [
    ["PreWebhookUrl", "https://example.com/pre?a=1&b=2"],
    ["PostWebhookUrl", "https://example.com/post"],
    ["Method", "get"],
    ["Filters", "onMessageAdd"],
    ["Filters", "onSomethingNew"],
  ]);
  expect(posted.status).toBe(200);
  expect(posted.body).toMatchObject({
    pre_webhook_url: "https://example.com/pre?a=1&b=2",
    post_webhook_url: "https://example.com/post",
    method: "GET",
    filters: ["onMessageAdd", "onSomethingNew"],
  });
  expect((await ask(emulator, webhookPath(sid))).body).toEqual(posted.body);
});

test("what a form does not name stays, and an empty value unsets", async () => {
  const webhook = { preWebhookUrl: "https://a.example/", postWebhookUrl: "https://b.example/", filters: ["x"] };
  const { sid } = emulator.addService({ webhook });
  await post(webhookPath(sid), [["PreWebhookUrl", ""]]);
  expect((await ask(emulator, webhookPath(sid))).body).toMatchObject({
    pre_webhook_url: null,
    post_webhook_url: "https://b.example/",
    filters: ["x"],
  });
  expect((await post(webhookPath(sid), [["Filters", ""]])).body.filters).toEqual([]);
});

test.each([
  [["PreWebhookUrl", "/relative"]],
  [["PostWebhookUrl", "example.com"]],
  [["Method", "PUT"]],
  [["Target", "elsewhere"]],
] as [[string, string]][])("a form with %j is refused with 400 and changes nothing", async (pair) => {
  const { sid } = emulator.addService({ webhook: { method: "POST" } });
  const before = (await ask(emulator, webhookPath(sid))).body;
  const { status, body } = await post(webhookPath(sid), [pair, ["Filters", "onMessageAdd"]]);
  expect([status, body.code]).toEqual([400, 20001]);
  expect((await ask(emulator, webhookPath(sid))).body).toEqual(before);
});

test("an account's webhook can be posted too, with its target", async () => {
  const { status } = await post("/v1/Configuration/Webhooks", [
    ["Target", "flex"],
    ["Method", "POST"],
  ]);
  expect(status).toBe(200);
  expect((await ask(emulator, "/v1/Configuration/Webhooks")).body).toMatchObject({ target: "flex", method: "POST" });
  expect((await post("/v1/Configuration/Webhooks", [["Method", "PUT"]])).status).toBe(400);
});

test("a form without credentials changes nothing, nor does one for a service of another account", async () => {
  const other = emulator.addAccount();
  const { sid } = emulator.addService();
  const body = new URLSearchParams({ Method: "GET" });
  const refused = [
    await ask(emulator, webhookPath(sid), { method: "POST", body, headers: { Authorization: "none" } }),
    await ask(emulator, webhookPath(sid), { method: "POST", body, account: other }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([401, 404]);
  expect((await ask(emulator, webhookPath(sid))).body.method).toBeNull();
});

test("a body that no form can be as long as is refused with 413", async () => {
  const { sid } = emulator.addService();
  expect((await post(webhookPath(sid), [["Filters", "x".repeat(70_000)]])).status).toBe(413);
  expect((await ask(emulator, webhookPath(sid))).body.filters).toBeNull();
});

test("verbatim form values are stored and sent as they are: empty, relative, in lower case", async () => {
  emulator.formValues = "verbatim";
  const { sid } = emulator.addService({ webhook: { preWebhookUrl: "https://a.example/" } });
  const { status } = await post(webhookPath(sid), [
    ["PreWebhookUrl", ""],
    ["PostWebhookUrl", "hooks.example.com/a b"],
    ["Method", "get"],
  ]);
  expect(status).toBe(200);
  expect((await ask(emulator, webhookPath(sid))).body).toMatchObject({
    pre_webhook_url: "",
    post_webhook_url: "hooks.example.com/a b",
    method: "get",
  });
  await post("/v1/Configuration/Webhooks", [["Method", ""]]);
  expect((await ask(emulator, "/v1/Configuration/Webhooks")).body.method).toBe("");
});

test("an emulator can be started with verbatim form values", async () => {
  await using verbatim = await startEmulator({ formValues: "verbatim" });
  const { sid } = verbatim.addService();
  const body = new URLSearchParams({ PostWebhookUrl: "" });
  expect((await ask(verbatim, webhookPath(sid), { method: "POST", body })).body.post_webhook_url).toBe("");
});
