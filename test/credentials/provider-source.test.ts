import { chooseCredentials } from "../../provider/credentials/choose-credentials";
import {
  describeCredentials,
  describeIgnored,
  describeOtherAccount,
} from "../../provider/credentials/describe-credentials";
import { providerSource } from "../../provider/credentials/provider-source";
import { environmentSource } from "../../provider/credentials/settings-source";

const hex = "0123456789abcdef0123456789abcdef";
const accountSid = `AC${hex}`;
const variables = {
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: "word",
  TWILIO_BASE_URL: "https://other.example",
};

const choose = (given: Readonly<Record<string, unknown>>, environment: Record<string, string> = {}) =>
  chooseCredentials(
    undefined,
    providerSource("eu", (key) => given[key]),
    environmentSource(undefined, environment),
  );

function refusal(given: Readonly<Record<string, unknown>>, environment: Record<string, string> = {}): string {
  try {
    choose(given, environment);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

test("An explicit provider's credentials are its own, and its endpoint with them: messages name the provider", () => {
  const chosen = choose({ accountSid, authToken: 7 }, variables);
  expect(chosen).toMatchObject({
    accountSid,
    username: accountSid,
    password: "7",
    baseUrl: "https://conversations.twilio.com",
  });
  expect(chosen.origin?.settingName("deadline")).toBe('deadline of the provider "eu"');
  expect(describeCredentials(chosen)).toBe(
    `Credentials used: auth token of account ${accountSid} from the provider "eu" (accountSid, authToken), at conversations.twilio.com.`,
  );
  expect(describeIgnored(chosen)).toBe(
    'TWILIO_BASE_URL has no effect: the provider "eu" has settings of its own, which say to ask conversations.twilio.com',
  );
});

test("A key of another account names the provider's setting", () => {
  const chosen = choose({ accountSid, apiKey: `SK${hex}`, apiSecret: "word" });
  expect(describeOtherAccount(chosen, "AC1").problem).toBe(
    `the API key SK${hex} belongs to account AC1, but accountSid of the provider "eu" is ${accountSid}`,
  );
});

test("Credentials of nobody knows where have no place in messages", () => {
  const chosen = { ...choose({ accountSid, authToken: "word" }), accountSid: undefined, origin: undefined };
  expect(describeCredentials(chosen)).toBe(
    `Credentials used: auth token of account ${accountSid}, at conversations.twilio.com.`,
  );
  expect(describeIgnored(chosen)).toBeUndefined();
  expect(describeOtherAccount(chosen, "AC1")).toEqual({
    problem: "the answer is about account AC1, but the credentials are those of account unknown",
    steps: ["Something other than Twilio may have answered: check the base URL and any proxy on the way."],
  });
  expect(describeOtherAccount({ ...chosen, username: `SK${hex}` }, "AC1").problem).toBe(
    `the API key SK${hex} belongs to account AC1, but the account SID is unknown`,
  );
});

test("Half a credential of a provider is not completed, and the error says how both ways out are taken", () => {
  expect(refusal({ accountSid }, variables))
    .toBe(`the Twilio credentials in the provider "eu" are not complete: accountSid is set, but authToken is missing
  Set the auth token: give the provider "eu" authToken
  The environment is not used while the provider "eu" has any credential. To use TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN instead: leave accountSid out`);
  expect(refusal({ apiKey: `SK${hex}`, authToken: "" }, variables)).toContain(
    "instead: leave authToken and apiKey out",
  );
  expect(refusal({ accountSid, auth_token: "word" }))
    .toBe(`the Twilio credentials in the provider "eu" are not complete: accountSid is set, but authToken is missing
  auth_token is set; did you mean authToken?
  Set the auth token: give the provider "eu" authToken
  The environment is not used while the provider "eu" has any credential.`);
  expect(refusal({}, { TWILIO_API_KEY: `SK${hex}` }))
    .toBe(`the Twilio credentials in the environment are not complete: TWILIO_API_KEY is set, but TWILIO_API_SECRET is missing
  Set the API key's secret in TWILIO_API_SECRET, or keep the credentials in the provider "eu": give the provider "eu" apiKey and apiSecret`);
});

test.each([
  [true, "a boolean"],
  [{}, "an object"],
  [[], "a list"],
])(
  "A setting that is %j is refused: taken for nothing, it would leave the account to the environment",
  (value, kind) => {
    expect(refusal({ accountSid: value }, variables)).toBe(
      `accountSid of the provider "eu" must be a text; it is ${kind}`,
    );
  },
);

test("A setting that is null or undefined is not set", () => {
  expect(choose({ accountSid: null, authToken: undefined }, variables)).toMatchObject({
    password: "word",
    baseUrl: "https://other.example",
  });
});

test("A value that cannot be right is not repeated", () => {
  const message = refusal({ accountSid: "hunter2", authToken: "word" });
  expect(message).toBe('accountSid of the provider "eu" must be "AC" followed by 32 hexadecimal digits');
});
