import "../support";
import { describeLanguage, exampleFiles } from "./support/language";
import { expectFailingReads, expectGate, expectPromises, startProgram } from "./support/promises";

const program = `
import pulumi
import pulumi_twilio_conversations as twilio

config = pulumi.Config()
sid = config.require("chatServiceSid")

chat = twilio.ServiceWebhookConfiguration("chat", chat_service_sid=sid)
eu = twilio.Provider(
    "eu",
    account_sid=config.require("euAccountSid"),
    auth_token=config.require_secret("euAuthToken"),
    base_url=config.require("baseUrl"),
)
eu_chat = twilio.ServiceWebhookConfiguration(
    "eu-chat",
    chat_service_sid=config.require("euServiceSid"),
    expect=twilio.ExpectationArgs(delivers=["onMessageAdded"]),
    rules={"nothing-configured": "error"},
    enforcement="advisory",
    opts=pulumi.ResourceOptions(provider=eu),
)
hidden = twilio.ServiceWebhookConfiguration(
    "hidden",
    chat_service_sid=config.require_secret("hiddenSid"),
    expect={"post_webhook_url": {"equals": config.require_secret("hiddenUrl")}},
)
stash = pulumi.Stash("stash", input=sid)
late = twilio.ServiceWebhookConfiguration(
    "late", chat_service_sid=pulumi.Output.all(sid, stash.id).apply(lambda both: both[0])
)
twilio.ServiceWebhookConfiguration("after-stash", chat_service_sid=sid, after=[stash.id])
read = twilio.get_service_webhook_configuration_output(chat_service_sid=sid)
verified = twilio.verify_service_webhook_configuration_output(
    chat_service_sid=sid,
    expect=twilio.ExpectationArgs(
        pre_webhook_url=twilio.UrlConditionsArgs(set=False), delivers=["onMessageAdded"]
    ),
    rules={"get-method": "error"},
)

pulumi.export("none", chat.pre_webhook_url.apply(lambda url: "None" if url is None else url))
pulumi.export("hidden", hidden.post_webhook_url)
pulumi.export("late", late.post_webhook_url)
pulumi.export("read", read.post_webhook_url)
pulumi.export("method", eu_chat.method)
pulumi.export("passed", verified.passed)
`;

describeLanguage("python", "A program in Python", () => {
  test("reads, records, keeps secrets, shows a drift as a difference, refreshes, and fails with one message", async () => {
    const files = { "Pulumi.yaml": "name: test\nruntime: python\n", "__main__.py": program };
    const started = await startProgram({ language: "python", files });
    await expectPromises(started, "None");
    await expectFailingReads(started);
  });

  test("is stopped by its gate while a webhook leads elsewhere: the example gate-deployment-python", async () => {
    await expectGate("python", exampleFiles("gate-deployment-python", ["Pulumi.yaml", "__main__.py"]));
  });
});
