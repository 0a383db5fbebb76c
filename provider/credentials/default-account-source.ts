import { ConfigurationError } from "../errors/configuration-error";
import { configNamespace, sharedNamespace } from "./account-name";
import { configSource, isThere, settingKeys, type ConfigLookup, type ConfigSource } from "./settings-source";

/**
 * The settings of the default account in a stack's config: those in `twilio`, or those in `twilio-conversations`, which
 * programs in every language have. They are never put together from both.
 * @throws {ConfigurationError} if both have settings. It names them and never repeats a value.
 */
export function defaultAccountSource(lookUp: ConfigLookup | undefined): ConfigSource {
  const own = configSource(undefined, lookUp);
  const shared = configSource(undefined, lookUp, sharedNamespace);
  const [inOwn, inShared] = [own, shared].map((source) =>
    settingKeys.filter((key) => isThere(() => source.get(key))).map(source.nameOf),
  ) as [string[], string[]];
  if (inOwn.length > 0 && inShared.length > 0) {
    throw new ConfigurationError(
      undefined,
      `the stack config has settings of one account in two namespaces: ${inOwn.join(", ")}, and ${inShared.join(", ")}`,
      [
        `Keep those of ${sharedNamespace}, which serve programs in every language: ${removal(inOwn)}`,
        `or those of ${configNamespace(undefined)}: ${removal(inShared)}`,
      ],
    );
  }
  return inShared.length > 0
    ? shared
    : { ...own, misspellingsOf: (key) => [...own.misspellingsOf(key), ...shared.misspellingsOf(key)] };
}

function removal(names: readonly string[]): string {
  return names.map((name) => `pulumi config rm ${name}`).join(" && ");
}
