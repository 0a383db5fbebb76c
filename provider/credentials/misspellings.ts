/** The words of each setting, as other tools and people write them. */
const words = {
  accountSid: [["account", "sid"], ["sid"], ["account"], ["account", "id"], ["twilio", "account", "sid"]],
  authToken: [["auth", "token"], ["token"], ["account", "token"], ["twilio", "auth", "token"]],
  apiKey: [["api", "key"], ["api", "key", "sid"], ["api", "sid"], ["key"], ["key", "sid"], ["twilio", "api", "key"]],
  apiSecret: [["api", "secret"], ["api", "key", "secret"], ["api", "secret", "key"], ["key", "secret"], ["secret"]],
} as const satisfies Readonly<Record<string, readonly (readonly string[])[]>>;

type CredentialKey = keyof typeof words;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const upper = (word: string) => word.toUpperCase();
const isAcronym = (word: string) => ["api", "sid", "id"].includes(word);

const configForms: readonly ((name: readonly string[]) => string)[] = [
  ([first = "", ...rest]) => first + rest.map(capital).join(""),
  ([first = "", ...rest]) => first + rest.map((word) => (isAcronym(word) ? upper(word) : capital(word))).join(""),
  (name) => name.map((word) => (isAcronym(word) ? upper(word) : capital(word))).join(""),
  (name) => name.map(capital).join(""),
  (name) => name.join(""),
  (name) => name.join("_"),
  (name) => name.join("-"),
  (name) => name.map(upper).join("_"),
];

/** How a key of the stack config may be misspelt: `accountSID`, `account_sid`. */
export function configSpellings(key: CredentialKey): readonly string[] {
  return [...new Set(words[key].flatMap((name) => configForms.map((form) => form(name))))].filter(
    (each) => each !== key,
  );
}

/** How the middle of an environment variable may be misspelt: `ACCOUNTSID`, `API_KEY_SECRET`. */
export function variableSpellings(key: CredentialKey): readonly string[] {
  const names = words[key].filter(([first]) => first !== "twilio");
  const right = names[0]?.map(upper).join("_");
  const spellings = names.flatMap((name) => [name.map(upper).join("_"), name.map(upper).join("")]);
  return [...new Set(spellings)].filter((each) => each !== right);
}
