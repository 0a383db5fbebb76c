import fc from "fast-check";
import { chooseCredentials } from "../../provider/credentials/choose-credentials";
import { configSource, environmentSource } from "../../provider/credentials/settings-source";
import { isConfigurationError } from "../../provider/errors/configuration-error";

type Settings = Record<string, string>;
const hex = "0123456789abcdef0123456789abcdef";
const accountSid = `AC${hex}`;
const apiKey = `SK${hex}`;

function choose(config: Settings | undefined, environment: Settings, account?: string) {
  return chooseCredentials(
    account,
    configSource(account, config && ((key) => config[key])),
    environmentSource(account, environment),
  );
}

function refusal(config: Settings | undefined, environment: Settings, account?: string): string {
  try {
    choose(config, environment, account);
  } catch (error) {
    expect(isConfigurationError(error)).toBe(true);
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

test("Credentials come from the stack config", () => {
  expect(choose({ "twilio:accountSid": accountSid, "twilio:authToken": "word" }, {})).toEqual({
    account: undefined,
    accountSid,
    username: accountSid,
    password: "word",
    baseUrl: "https://conversations.twilio.com",
    origin: {
      place: "the stack config",
      configPlace: "the stack config",
      settingName: expect.any(Function),
      settings: ["twilio:accountSid", "twilio:authToken"],
      accountSidSetting: "twilio:accountSid",
      ignoredBaseUrl: undefined,
    },
  });
});

test("Credentials come from the environment where the stack config has none", () => {
  const chosen = choose({}, { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: "word" });
  expect(chosen).toMatchObject({ username: accountSid, password: "word" });
});

test("An API key needs no account SID", () => {
  const chosen = choose({ "twilio:apiKey": apiKey, "twilio:apiSecret": "word" }, {});
  expect(chosen).toMatchObject({ accountSid: undefined, username: apiKey, password: "word" });
});

test("An API key outranks an auth token where both are complete", () => {
  const both = {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: "a",
    TWILIO_API_KEY: apiKey,
    TWILIO_API_SECRET: "b",
  };
  expect(choose({}, both)).toMatchObject({ accountSid, username: apiKey, password: "b" });
});

test("An auth token is used where the API key is not complete", () => {
  const chosen = choose({}, { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: "a", TWILIO_API_KEY: apiKey });
  expect(chosen).toMatchObject({ username: accountSid, password: "a" });
});

test("A named account reads the same settings in a namespace and in variables of its own", () => {
  const config = {
    "twilio-eu:apiKey": apiKey,
    "twilio-eu:apiSecret": "eu",
    "twilio:accountSid": accountSid,
    "twilio:authToken": "us",
  };
  expect(choose(config, {}, "eu")).toMatchObject({ account: "eu", username: apiKey, password: "eu" });
  const environment = { TWILIO_API_KEY_EU_WEST: apiKey, TWILIO_API_SECRET_EU_WEST: "eu", TWILIO_API_SECRET: "us" };
  expect(choose({}, environment, "eu-west")).toMatchObject({ username: apiKey, password: "eu" });
});

test("A named account never falls back on the default one's credentials", () => {
  const environment = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: "us" };
  const config = { "twilio:accountSid": accountSid, "twilio:authToken": "us" };
  expect(refusal(config, environment, "eu")).toContain('for the account "eu"');
});

test("Half a credential in the stack config is never completed from the environment", () => {
  const environment = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: "word" };
  for (const key of ["accountSid", "authToken", "apiKey", "apiSecret"]) {
    expect(refusal({ [`twilio:${key}`]: "half" }, environment)).toContain("are not complete");
  }
});

test("Whatever is set, user name and password come from one source and one set", () => {
  const values: Settings = { accountSid, authToken: "token", apiKey, apiSecret: "secret" };
  const subset = fc.subarray(Object.keys(values));
  fc.assert(
    fc.property(subset, subset, (inConfig, inEnvironment) => {
      const config = Object.fromEntries(inConfig.map((key) => [`twilio:${key}`, values[key] ?? ""]));
      const names: Settings = {
        accountSid: "ACCOUNT_SID",
        authToken: "AUTH_TOKEN",
        apiKey: "API_KEY",
        apiSecret: "API_SECRET",
      };
      const environment = Object.fromEntries(
        inEnvironment.map((key) => [`TWILIO_${names[key] ?? ""}`, values[key] ?? ""]),
      );
      const source = inConfig.length > 0 ? inConfig : inEnvironment;
      const complete = (...keys: string[]) => keys.every((key) => source.includes(key));
      if (complete("apiKey", "apiSecret")) {
        expect(choose(config, environment)).toMatchObject({ username: apiKey, password: "secret" });
      } else if (complete("accountSid", "authToken")) {
        expect(choose(config, environment)).toMatchObject({ username: accountSid, password: "token" });
      } else {
        refusal(config, environment);
      }
    }),
  );
});

test("Where there are no credentials, the message gives the commands that set each of the possible sets", () => {
  expect(refusal({}, {})).toMatchInlineSnapshot(`
"there are no Twilio credentials in the stack config or the environment
  Either: pulumi config set twilio:apiKey && pulumi config set --secret twilio:apiSecret
  or: pulumi config set twilio:accountSid && pulumi config set --secret twilio:authToken
  or set TWILIO_API_KEY and TWILIO_API_SECRET, or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."
`);
});

test("Where they are not complete, the message names the set that is nearest, what is missing and the command", () => {
  expect(refusal({ "twilio-eu:apiKey": apiKey }, {}, "eu")).toMatchInlineSnapshot(`
"the Twilio credentials for the account "eu" in the stack config are not complete: twilio-eu:apiKey is set, but twilio-eu:apiSecret is missing
  Set the API key's secret: pulumi config set --secret twilio-eu:apiSecret
  The environment is not used while the stack config has any credential."
`);
  expect(refusal({}, { TWILIO_AUTH_TOKEN: "word" })).toMatchInlineSnapshot(`
"the Twilio credentials in the environment are not complete: TWILIO_AUTH_TOKEN is set, but TWILIO_ACCOUNT_SID is missing
  Set the account SID (AC…) in TWILIO_ACCOUNT_SID, or keep the credentials in the stack config: pulumi config set twilio:accountSid && pulumi config set --secret twilio:authToken"
`);
});

const inEnvironment: Settings = {
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: "word",
  TWILIO_API_KEY: apiKey,
  TWILIO_API_SECRET: "word",
};
const halves: [config: Settings, isSet: string, isMissing: string, command: string][] = [
  [{ apiKey }, "apiKey is", "apiSecret is", "--secret twilio:apiSecret"],
  [{ apiSecret: "word" }, "apiSecret is", "apiKey is", "twilio:apiKey"],
  [{ accountSid }, "accountSid is", "authToken is", "--secret twilio:authToken"],
  [{ authToken: "word" }, "authToken is", "accountSid is", "twilio:accountSid"],
  [{ accountSid, apiKey }, "accountSid and twilio:apiKey are", "apiSecret is", "--secret twilio:apiSecret"],
  [
    { accountSid: "", authToken: "word" },
    "accountSid (empty) and twilio:authToken are",
    "accountSid is",
    "twilio:accountSid",
  ],
  [
    { accountSid: "", authToken: "" },
    "accountSid (empty) and twilio:authToken (empty) are",
    "accountSid and twilio:authToken are",
    "--secret twilio:authToken",
  ],
];

test.each(halves)(
  "Half a credential in the config (%j) is told with the rest that is missing, and that the environment is not used",
  (config, isSet, isMissing, command) => {
    const half = Object.fromEntries(Object.entries(config).map(([key, value]) => [`twilio:${key}`, value]));
    const message = refusal(half, inEnvironment);
    expect(message).toContain(
      `the Twilio credentials in the stack config are not complete: twilio:${isSet} set, but twilio:${isMissing} missing\n`,
    );
    expect(message).toContain(`: pulumi config set ${command}\n`);
    expect(message).toContain(
      "The environment is not used while the stack config has any credential. To use TWILIO_API_KEY",
    );
    expect(message).toContain(
      ` instead: ${Object.keys(half)
        .map((key) => `pulumi config rm ${key}`)
        .join(" && ")}`,
    );
  },
);

test.each([
  [{ "twilio:accountSID": accountSid }, "twilio:accountSID is set; did you mean twilio:accountSid?"],
  [{ "twilio:account_sid": accountSid }, "twilio:account_sid is set; did you mean twilio:accountSid?"],
  [{ "twilio:authtoken": "word" }, "twilio:authtoken is set; did you mean twilio:authToken?"],
  [{ "twilio:apiKeySecret": "word" }, "twilio:apiKeySecret is set; did you mean twilio:apiSecret?"],
  [{ "twilio:apiKeySid": apiKey }, "twilio:apiKeySid is set; did you mean twilio:apiKey?"],
  [{ "twilio:ApiKey": apiKey }, "twilio:ApiKey is set; did you mean twilio:apiKey?"],
  [{ "twilio:accountSID": accountSid, "twilio:authToken": "word" }, "twilio:accountSID is set; did you mean"],
])("A misspelt key of the config is told: %j", (config, says) => {
  expect(refusal(config as unknown as Settings, {})).toContain(says);
});

test.each([
  [{ TWILIO_SID: accountSid }, "TWILIO_SID is set; did you mean TWILIO_ACCOUNT_SID?"],
  [{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_TOKEN: "word" }, "TWILIO_TOKEN is set; did you mean TWILIO_AUTH_TOKEN?"],
  [
    { TWILIO_API_KEY: apiKey, TWILIO_API_KEY_SECRET: "w" },
    "TWILIO_API_KEY_SECRET is set; did you mean TWILIO_API_SECRET?",
  ],
])("A misspelt variable is told: %j", (environment, says) => {
  expect(refusal(undefined, environment as unknown as Settings)).toContain(says);
});

test("Where there is no stack, nothing is said of its config", () => {
  const inEnvironment = { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: "word" };
  expect(choose(undefined, inEnvironment)).toMatchObject({ username: apiKey, password: "word" });
  expect(refusal(undefined, {}, "eu")).toBe(
    'there are no Twilio credentials for the account "eu" in the environment\n' +
      "  Set TWILIO_API_KEY_EU and TWILIO_API_SECRET_EU, or TWILIO_ACCOUNT_SID_EU and TWILIO_AUTH_TOKEN_EU.",
  );
  expect(refusal(undefined, { TWILIO_API_KEY: apiKey })).toBe(
    "the Twilio credentials in the environment are not complete: TWILIO_API_KEY is set, but TWILIO_API_SECRET is missing\n" +
      "  Set the API key's secret in TWILIO_API_SECRET",
  );
});

test("Of sets that are as near as each other, in the config and in the environment too, the first one is named", () => {
  const key = { "twilio:apiKey": apiKey };
  expect(refusal({ ...key, "twilio:accountSid": accountSid }, {})).toContain(
    ": twilio:accountSid and twilio:apiKey are set, but twilio:apiSecret",
  );
  expect(refusal(key, { TWILIO_AUTH_TOKEN: "word" })).toContain(
    ": twilio:apiKey is set, but twilio:apiSecret is missing",
  );
});

test("A setting that is piped in with its line break is refused with the likely reason", () => {
  expect(refusal({}, { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: "word\n" })).toBe(
    "TWILIO_API_SECRET has white space or a line break in it\n" +
      "  Set it again without; a value that is piped in often ends in a line break.",
  );
});

test.each([
  [{ "twilio:accountSid": "AC1", "twilio:authToken": "word" }, 'twilio:accountSid must be "AC" followed by 32'],
  [{ "twilio:apiKey": "SK1", "twilio:apiSecret": "word" }, 'twilio:apiKey must be "SK" followed by 32'],
  [{ "twilio:apiKey": apiKey, "twilio:apiSecret": "word\n" }, "twilio:apiSecret has white space or a line break"],
  [{ "twilio:apiKey": `${apiKey}\n`, "twilio:apiSecret": "word" }, "twilio:apiKey has white space or a line break"],
])("A credential that cannot be right is refused by its name: %j", (config, message) => {
  expect(refusal(config as unknown as Settings, {})).toContain(message);
});

test("No refusal repeats a value", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(..."ghijklmnopqrstuvwxyz"), { minLength: 12, maxLength: 20 }), (letters) => {
      const value = `${letters.join("")} `;
      const message = refusal({ "twilio:accountSid": accountSid, "twilio:authToken": value }, {});
      expect(message).not.toContain(value.trim());
    }),
  );
});

describe("The endpoint", () => {
  const complete = { "twilio:apiKey": apiKey, "twilio:apiSecret": "word" };
  const inEnvironment = { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: "word" };

  test.each([
    [{}, "https://conversations.twilio.com"],
    [{ "twilio:edge": "dublin" }, "https://conversations.dublin.us1.twilio.com"],
    [{ "twilio:edge": "dublin", "twilio:region": "ie1" }, "https://conversations.dublin.ie1.twilio.com"],
    [{ "twilio:baseUrl": "http://127.0.0.1:8080/" }, "http://127.0.0.1:8080"],
    [{ "twilio:baseUrl": "http://[::1]:8080/twilio/" }, "http://[::1]:8080/twilio"],
    [{ "twilio:baseUrl": "http://localhost" }, "http://localhost"],
    [{ "twilio:baseUrl": "https://proxy.example.com/a", "twilio:edge": "dublin" }, "https://proxy.example.com/a"],
  ])("of %j is %s", (settings, baseUrl) => {
    expect(choose({ ...complete, ...settings }, {}).baseUrl).toBe(baseUrl);
  });

  test("of a region without an edge is refused, saying why and what to do", () => {
    expect(refusal({ ...complete, "twilio:region": "ie1" }, {})).toMatchInlineSnapshot(`
"twilio:region is set without twilio:edge: Twilio has no host for a region alone
  Set twilio:edge too, such as "dublin" for the region "ie1", or remove twilio:region."
`);
  });

  test.each(["http://example.com", "http://10.0.0.1", "http://127.0.0.1.example.com", "http://localhost.example.com"])(
    "that would take credentials over plain HTTP to another machine is refused: %s",
    (baseUrl) => {
      expect(refusal({ ...complete, "twilio:baseUrl": baseUrl }, {})).toContain("over plain HTTP to another machine");
    },
  );

  test.each([
    "ftp://127.0.0.1",
    "127.0.0.1:8080",
    "https://",
    "https://a:hidden-word@example.com",
    "https://example.com?x=hidden-word",
  ])("that is no base URL is refused without being repeated: %s", (baseUrl) => {
    expect(refusal({ ...complete, "twilio:baseUrl": baseUrl }, {})).not.toContain("hidden-word");
  });

  test("that is no base URL is refused by the name of its setting", () => {
    expect(refusal({ ...complete, "twilio:baseUrl": "x" }, {})).toMatch(/^twilio:baseUrl is not an absolute URL\n/);
  });

  test.each(["evil.example.com/", "a.b", "A", "", "a\n", "-a"])(
    "is never made of a name that is no edge: %j",
    (edge) => {
      expect(refusal({ ...complete, "twilio:edge": edge }, {})).toContain("twilio:edge is not a Twilio edge");
    },
  );

  test("comes from where the credentials come from: a token in the config never travels to a host of the environment", () => {
    expect(choose(complete, { TWILIO_BASE_URL: "https://elsewhere.example.com" }).baseUrl).toBe(
      "https://conversations.twilio.com",
    );
  });

  test("may stand in the config where the credentials are in the environment", () => {
    expect(choose({ "twilio:edge": "dublin" }, { ...inEnvironment, TWILIO_REGION: "ie1" }).baseUrl).toBe(
      "https://conversations.dublin.us1.twilio.com",
    );
    expect(choose({}, { ...inEnvironment, TWILIO_EDGE: "dublin" }).baseUrl).toBe(
      "https://conversations.dublin.us1.twilio.com",
    );
  });
});
