const { Agent } = require("node:http");
const twilio = require("twilio");
const RequestClient = require("twilio/lib/base/RequestClient");

/**
 * A client of Twilio's own SDK that talks to the emulator instead. Its hosts are fixed, so the request client sends
 * elsewhere what is meant for Twilio; and since the emulator has no TLS, the agent that the SDK makes for TLS is made for
 * plain HTTP, with as many connections as this package has. Everything else is as the SDK has it.
 *
 * @param {Record<string, string | undefined>} environment that the emulator has made
 */
exports.sdkClient = ({ TWILIO_BASE_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN }) => {
  class EmulatorRequestClient extends RequestClient {
    constructor() {
      super();
      this.axios.defaults.httpAgent = new Agent({ keepAlive: true, maxSockets: 32, timeout: this.defaultTimeout });
    }

    request(options) {
      return super.request({
        ...options,
        uri: options.uri.replace("https://conversations.twilio.com", TWILIO_BASE_URL),
      });
    }
  }
  return twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, { httpClient: new EmulatorRequestClient() });
};
