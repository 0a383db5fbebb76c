import { configSpellings, variableSpellings } from "../../provider/credentials/misspellings";

test("A key of the stack config may be written as other tools write it, and is never its own misspelling", () => {
  expect(configSpellings("accountSid").join(" ")).toBe(
    "accountSID AccountSID AccountSid accountsid account_sid account-sid ACCOUNT_SID sid SID Sid account Account ACCOUNT " +
      "accountId accountID AccountID AccountId accountid account_id account-id ACCOUNT_ID twilioAccountSid " +
      "twilioAccountSID TwilioAccountSID TwilioAccountSid twilioaccountsid twilio_account_sid twilio-account-sid " +
      "TWILIO_ACCOUNT_SID",
  );
  expect(configSpellings("apiKey").join(" ")).toBe(
    "APIKey ApiKey apikey api_key api-key API_KEY apiKeySid apiKeySID APIKeySID ApiKeySid apikeysid api_key_sid " +
      "api-key-sid API_KEY_SID apiSid apiSID APISID ApiSid apisid api_sid api-sid API_SID key Key KEY keySid keySID " +
      "KeySID KeySid keysid key_sid key-sid KEY_SID twilioApiKey twilioAPIKey TwilioAPIKey TwilioApiKey twilioapikey " +
      "twilio_api_key twilio-api-key TWILIO_API_KEY",
  );
});

test("A variable may be written without its underscores, or by other words, and is never its own misspelling", () => {
  expect(variableSpellings("accountSid")).toEqual(["ACCOUNTSID", "SID", "ACCOUNT", "ACCOUNT_ID", "ACCOUNTID"]);
  expect(variableSpellings("authToken")).toEqual(["AUTHTOKEN", "TOKEN", "ACCOUNT_TOKEN", "ACCOUNTTOKEN"]);
});
