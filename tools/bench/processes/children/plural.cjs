// One call of the plural function for so many services, by their SIDs or as the account's list has them.
const { getServiceWebhookConfigurations } = require("pulumi-twilio-conversations");
const { isRight, serviceSid } = require("../../services.cjs");

async function run({ services, listed }) {
  const chatServiceSids = Array.from({ length: services }, (_, index) => serviceSid(index));
  const start = performance.now();
  const result = await getServiceWebhookConfigurations(listed ? {} : { chatServiceSids });
  const milliseconds = performance.now() - start;
  const right = result.services.filter(({ configuration }, index) => configuration && isRight(configuration, index));
  return { milliseconds, right: right.length };
}

run(JSON.parse(process.argv[2])).then((done) => console.log(JSON.stringify(done)));
