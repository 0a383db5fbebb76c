// Reads webhook configurations without pause, with as many requests at once as the package makes, and counts the
// processor time that this process takes for it.
const { Agent, get } = require("node:http");
const { isRight, serviceSid } = require("../../services.cjs");

const atOnce = 32;

const readers = {
  package() {
    const { getServiceWebhookConfigurations } = require("pulumi-twilio-conversations");
    return async (indexes) => {
      const { services } = await getServiceWebhookConfigurations({ chatServiceSids: indexes.map(serviceSid) });
      return services.map(({ configuration }) => configuration);
    };
  },
  sdk() {
    const services = require("../../sdk-client.cjs").sdkClient(process.env).conversations.v1.services;
    return inWorkers((index) => services(serviceSid(index)).configuration.webhooks().fetch());
  },
  http() {
    const { TWILIO_BASE_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = process.env;
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const auth = `${TWILIO_ACCOUNT_SID}:${TWILIO_AUTH_TOKEN}`;
    return inWorkers(async (index) => {
      const url = `${TWILIO_BASE_URL}/v1/Services/${serviceSid(index)}/Configuration/Webhooks`;
      const {
        pre_webhook_url: preWebhookUrl,
        post_webhook_url: postWebhookUrl,
        filters,
      } = await getJson(url, { agent, auth });
      return { preWebhookUrl, postWebhookUrl, filters };
    });
  },
};

function getJson(url, options) {
  return new Promise((resolve, reject) => {
    const request = get(url, options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve(JSON.parse(text)));
    });
    request.on("error", reject);
  });
}

/** A reader that keeps so many workers busy. */
function inWorkers(readOne) {
  return async (indexes) => {
    const results = [];
    let next = 0;
    const work = async () => {
      while (next < indexes.length) {
        const at = next++;
        results[at] = await readOne(indexes[at]);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return results;
  };
}

async function run({ reader, warmUp, reads }) {
  const indexes = (count) => Array.from({ length: count }, (_, index) => index);
  const read = readers[reader]();
  await read(indexes(warmUp));
  global.gc();
  const before = process.cpuUsage();
  const results = await read(indexes(reads));
  const { user, system } = process.cpuUsage(before);
  const right = results.filter((configuration, index) => configuration && isRight(configuration, index)).length;
  return { perSecond: reads / ((user + system) / 1e6), right };
}

run(JSON.parse(process.argv[2])).then((done) => {
  console.log(JSON.stringify(done));
  process.exit();
});
