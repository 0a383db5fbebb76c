// Looks at configurations by all rules: those of services that are in order, and of some in which every other thing is wrong.
const { lintServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const { serviceSid, webhookOf } = require("../../services.cjs");

const account = { ...webhookOf(0), target: "webhook" };
const inOrder = ["onMessageAdd", "onMessageAdded", "onConversationAdd", "onConversationAdded", "onParticipantAdded"];

function configurationOf(index, wrong) {
  const host = `hooks-${index % 100}.webhooks-of-a-company.com`;
  return {
    chatServiceSid: serviceSid(index),
    preWebhookUrl: wrong ? `http://10.0.0.${index % 256}:8080/pre` : `https://${host}/twilio/before/${index}`,
    postWebhookUrl: wrong ? `https://u:p@a${index}.ngrok.io/post` : `https://${host}/twilio/after/${index}`,
    filters: wrong ? ["onMessageAdded", "onMessagAdded"] : inOrder,
    method: wrong ? "GET" : "POST",
  };
}

function run({ configurations: count, wrong }) {
  const configurations = Array.from({ length: 1000 }, (_, index) => configurationOf(index, wrong));
  const listing = { ...account, filters: inOrder };
  let findings = 0;
  const lint = (times) => {
    for (let index = 0; index < times; index += 1) {
      findings += lintServiceWebhookConfiguration(configurations[index % 1000], { account: listing }).length;
    }
  };
  lint(20_000);
  findings = 0;
  const before = process.cpuUsage();
  lint(count);
  const { user, system } = process.cpuUsage(before);
  return { perSecond: count / ((user + system) / 1e6), found: findings / count };
}

console.log(JSON.stringify(run(JSON.parse(process.argv[2]))));
