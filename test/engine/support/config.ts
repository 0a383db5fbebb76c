/** Stack configuration by key; a key without a namespace belongs to the project. */
export type Config = Record<string, string | { readonly secret: string }>;

/** The text of a `Pulumi.<stack>.yaml` with the plain values. JSON is YAML, so no value needs a rule for quoting. */
export function plainConfigFile(config: Config, projectName: string): string {
  const plain = Object.entries(config).filter(([, value]) => typeof value === "string");
  return JSON.stringify({
    config: Object.fromEntries(plain.map(([key, value]) => [withNamespace(key, projectName), value])),
  });
}

/** The arguments of one `pulumi config set-all`; undefined if there is nothing to set. */
export function setAllArguments(config: Config): string[] | undefined {
  const pairs = Object.entries(config).flatMap(([key, value]) =>
    typeof value === "string" ? ["--plaintext", `${key}=${value}`] : ["--secret", `${key}=${value.secret}`],
  );
  return pairs.length === 0 ? undefined : ["config", "set-all", ...pairs];
}

/** The secrets alone: the one thing that has to go through the CLI, which encrypts them. */
export function secretsOf(config: Config): Config {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value !== "string"));
}

/** The text of a `Pulumi.<stack>.yaml` with all values, the secrets encrypted. */
export function configFile(
  config: Config,
  projectName: string,
  { key, encrypt }: { key: Record<string, string>; encrypt: (value: string) => string },
): string {
  const values = Object.entries(config).map(([key, value]) => [
    withNamespace(key, projectName),
    typeof value === "string" ? value : { secure: encrypt(value.secret) },
  ]);
  return JSON.stringify({ ...key, config: Object.fromEntries(values) });
}

function withNamespace(key: string, projectName: string): string {
  return key.includes(":") ? key : `${projectName}:${key}`;
}
