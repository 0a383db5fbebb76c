// Judges configurations by an expectation that has every field, and every condition that goes with the others.
const { compileExpectation, verifyServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const { serviceSid, webhookOf } = require("../../services.cjs");

const accountSid = `AC${"a".repeat(32)}`;

const url = (path) => ({
  set: true,
  protocol: "https",
  host: ["hooks.acme-co.com", "*.hooks.acme-co.com"],
  path,
  query: "none",
});

const expectation = {
  preWebhookUrl: url("/twilio/before/*"),
  postWebhookUrl: { ...url("/twilio/after/*"), pattern: { source: "^https://[a-z.-]+/twilio/after/[0-9]+$" } },
  method: ["POST"],
  filters: {
    includes: ["onMessageAdded", "onConversationAdded"],
    excludes: ["onParticipantRemove", "onDeliveryUpdated"],
    only: [...webhookOf(0).filters, "onMessageUpdated"],
  },
  accountSid,
};

function configurationOf(index) {
  return { ...webhookOf(index), accountSid, chatServiceSid: serviceSid(index), url: null };
}

function run({ verdicts, pattern, violated, compiled }) {
  const configurations = Array.from({ length: 1000 }, (_, index) => configurationOf(index));
  const { pattern: _pattern, ...withoutPattern } = expectation.postWebhookUrl;
  const written = {
    ...expectation,
    ...(pattern ? {} : { postWebhookUrl: withoutPattern }),
    ...(violated ? { method: ["GET"] } : {}),
  };
  const asked = compiled ? compileExpectation(written) : written;
  let violations = 0;
  const judge = (count) => {
    for (let index = 0; index < count; index += 1) {
      violations += verifyServiceWebhookConfiguration(configurations[index % 1000], asked).length;
    }
  };
  judge(20_000);
  violations = 0;
  const before = process.cpuUsage();
  judge(verdicts);
  const { user, system } = process.cpuUsage(before);
  return { perSecond: verdicts / ((user + system) / 1e6), violations };
}

console.log(JSON.stringify(run(JSON.parse(process.argv[2]))));
