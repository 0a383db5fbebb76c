import { chooseCredentials } from "../../provider/credentials/choose-credentials";
import {
  describeCredentials,
  describeIgnored,
  describeOtherAccount,
} from "../../provider/credentials/describe-credentials";
import { configSource, environmentSource } from "../../provider/credentials/settings-source";

const hex = "0123456789abcdef0123456789abcdef";
const [accountSid, apiKey, found] = [`AC${hex}`, `SK${hex}`, `AC${"f".repeat(32)}`];
const word = "the-secret-itself";

function credentials(config: Record<string, string>, environment: Record<string, string>, account?: string) {
  return chooseCredentials(
    account,
    configSource(account, (key) => config[key]),
    environmentSource(account, environment),
  );
}

test("Credentials are described by whose they are, where they are from and what they are sent to, without the secret", () => {
  const environment = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: word };
  expect(describeCredentials(credentials({}, environment))).toBe(
    `Credentials used: auth token of account ${accountSid} from the environment (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN), ` +
      "at conversations.twilio.com.",
  );
  const config = { "twilio-eu:apiKey": apiKey, "twilio-eu:apiSecret": word, "twilio-eu:edge": "dublin" };
  expect(describeCredentials(credentials(config, {}, "eu"))).toBe(
    `Credentials used of the account "eu": API key ${apiKey} from the stack config (twilio-eu:apiKey, twilio-eu:apiSecret), ` +
      "at conversations.dublin.us1.twilio.com.",
  );
  const both = { ...environment, TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: word };
  expect(describeCredentials(credentials({}, both))).toContain(`API key ${apiKey} with account ${accountSid} from`);
});

test("A base URL in the environment that does not count is told; an edge and a region, which others use too, are not", () => {
  const config = { "twilio:apiKey": apiKey, "twilio:apiSecret": word };
  const baseUrl = { TWILIO_BASE_URL: "http://127.0.0.1:8080" };
  expect(describeIgnored(credentials(config, baseUrl))).toBe(
    "TWILIO_BASE_URL has no effect: the stack config has settings of its own, which say to ask conversations.twilio.com",
  );
  expect(describeIgnored(credentials(config, { TWILIO_EDGE: "dublin", TWILIO_REGION: "ie1" }))).toBeUndefined();
  const environment = { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: word, ...baseUrl };
  expect(describeIgnored(credentials({}, environment))).toBeUndefined();
  expect(describeIgnored(credentials({ "twilio:edge": "dublin" }, environment))).toContain(
    "TWILIO_BASE_URL has no effect",
  );
});

test("An API key of another account says whose it is, which SID was given, and what to change", () => {
  const config = { "twilio:apiKey": apiKey, "twilio:apiSecret": word, "twilio:accountSid": accountSid };
  expect(describeOtherAccount(credentials(config, {}), found)).toEqual({
    problem: `the API key ${apiKey} belongs to account ${found}, but twilio:accountSid is ${accountSid}`,
    steps: [
      `To read account ${accountSid}, use an API key of its own, or its auth token: a key of another account does not reach it.`,
      `To read account ${found}, set twilio:accountSid to it, or remove twilio:accountSid: an API key works without.`,
    ],
  });
  const token = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: word };
  expect(describeOtherAccount(credentials({}, token), found).problem).toContain(
    `the answer is about account ${found}, but the credentials are those of account ${accountSid}`,
  );
});
