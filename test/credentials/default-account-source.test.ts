import { chooseCredentials } from "../../provider/credentials/choose-credentials";
import { defaultAccountSource } from "../../provider/credentials/default-account-source";
import { environmentSource } from "../../provider/credentials/settings-source";
import { isConfigurationError } from "../../provider/errors/configuration-error";

type Settings = Record<string, string>;
const hex = "0123456789abcdef0123456789abcdef";
const whole = { accountSid: `AC${hex}`, authToken: "word" };

function within(namespace: string, settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [`${namespace}:${key}`, value]));
}

function choose(config: Settings, environment: Settings = {}) {
  const source = defaultAccountSource((key) => config[key]);
  return chooseCredentials(undefined, source, environmentSource(undefined, environment));
}

function refusal(config: Settings, environment: Settings = {}): string {
  try {
    choose(config, environment);
  } catch (error) {
    expect(isConfigurationError(error)).toBe(true);
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

test.each(["twilio", "twilio-conversations"])(
  "the default account's credentials may stand in the namespace %s",
  (name) => {
    const { password, origin } = choose(within(name, whole));
    expect(password).toBe("word");
    expect(origin?.settings).toEqual([`${name}:accountSid`, `${name}:authToken`]);
    expect(origin?.settingName("deadline")).toBe(`${name}:deadline`);
  },
);

test("settings in both namespaces are refused: the error names each of them, no value, and both ways out", () => {
  const message = refusal({ ...within("twilio", whole), ...within("twilio-conversations", { authToken: "other" }) });
  expect(message).toContain(
    "in two namespaces: twilio:accountSid, twilio:authToken, and twilio-conversations:authToken",
  );
  expect(message).toContain("pulumi config rm twilio:accountSid && pulumi config rm twilio:authToken");
  expect(message).toContain("pulumi config rm twilio-conversations:authToken");
  expect(message).not.toMatch(/\bword\b|\bother\b/);
});

test.each(["region", "baseUrl", "maxAttempts"])(
  "a token never gets its %s from the other namespace: that is refused, too",
  (key) => {
    expect(refusal({ ...within("twilio-conversations", whole), [`twilio:${key}`]: "1" })).toContain("two namespaces");
  },
);

test("half a credential is not completed from the other namespace, nor from the environment, and is named as it stands", () => {
  const environment = { TWILIO_ACCOUNT_SID: whole.accountSid, TWILIO_AUTH_TOKEN: "word" };
  const message = refusal(within("twilio-conversations", { accountSid: whole.accountSid }), environment);
  expect(message).toContain("twilio-conversations:accountSid is set, but twilio-conversations:authToken is missing");
  expect(message).toContain("pulumi config set --secret twilio-conversations:authToken");
});

test("a value that cannot be opened counts as one that is there", () => {
  const source = () =>
    defaultAccountSource((key) => {
      if (key === "twilio-conversations:authToken") {
        throw new Error("it cannot be decrypted");
      }
      return key === "twilio:authToken" ? "word" : undefined;
    });
  expect(source).toThrow("in two namespaces: twilio:authToken, and twilio-conversations:authToken");
});

test("a misspelt key is found in either namespace, and what the project keeps beside it is left alone", () => {
  const message = refusal(within("twilio-conversations", { accountSID: whole.accountSid, greeting: "hello" }));
  expect(message).toContain("twilio-conversations:accountSID is set; did you mean twilio:accountSid?");
});

test("without a stack there is no config in either", () => {
  const { isThere, get } = defaultAccountSource(undefined);
  expect([isThere, get("authToken")]).toEqual([false, undefined]);
});
