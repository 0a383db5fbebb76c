import { startEmulator, type TwilioEmulator } from "../../../provider/testing";

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

test("the environment points the default account at the emulator", () => {
  expect(emulator.environment()).toEqual({
    TWILIO_BASE_URL: emulator.baseUrl,
    TWILIO_ACCOUNT_SID: emulator.account.accountSid,
    TWILIO_AUTH_TOKEN: emulator.account.authToken,
  });
});

test("the environment of a named account ends in its name", () => {
  const account = emulator.addAccount();
  expect(emulator.environment({ account, name: "eu" })).toEqual({
    TWILIO_BASE_URL_EU: emulator.baseUrl,
    TWILIO_ACCOUNT_SID_EU: account.accountSid,
    TWILIO_AUTH_TOKEN_EU: account.authToken,
  });
  expect(Object.keys(emulator.environment({ account, name: "eu-west" }))).toContain("TWILIO_AUTH_TOKEN_EU_WEST");
});

test("the stack config has the same, with the auth token as a secret", () => {
  expect(emulator.pulumiConfig()).toEqual({
    "twilio:baseUrl": { value: emulator.baseUrl },
    "twilio:accountSid": { value: emulator.account.accountSid },
    "twilio:authToken": { value: emulator.account.authToken, secret: true },
  });
});

test("the stack config of a named account is in its own namespace", () => {
  const account = emulator.addAccount();
  expect(emulator.pulumiConfig({ account, name: "eu" })).toEqual({
    "twilio-eu:baseUrl": { value: emulator.baseUrl },
    "twilio-eu:accountSid": { value: account.accountSid },
    "twilio-eu:authToken": { value: account.authToken, secret: true },
  });
});
