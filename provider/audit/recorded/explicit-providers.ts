// Tested by test/audit/audit.test.ts
import { ConfigurationError } from "../../errors/configuration-error";
import { sharedNamespace } from "../../credentials/account-name";
import type { ConfigLookup } from "../../credentials/settings-source";
import { printableText } from "../../text/printable";
import { openSecrets, type OpenedValue } from "./state-secrets";

type Fields = Readonly<Record<string, unknown>>;

const providerType = "pulumi:providers:twilio-conversations";

/** The explicit providers of a state: each is an account, whose credentials are among its inputs. */
export class ExplicitProviders {
  readonly #settings = new Map<string, ConfigLookup>();

  constructor(resources: readonly Fields[], canBeNull: boolean) {
    for (const { type, urn, id, inputs } of resources) {
      // The default one is made of the stack's config, which may have newer credentials than the state.
      if (type === providerType && typeof urn === "string" && typeof id === "string" && !/::default(_|$)/.test(urn)) {
        this.#settings.set(`${urn}::${id}`, lookUpIn(openSecrets(inputs ?? {}, canBeNull), urn));
      }
    }
  }

  /** The settings of the provider that a resource refers to; undefined if that is not an explicit one. */
  settingsOf(reference: unknown): ConfigLookup | undefined {
    return typeof reference === "string" ? this.#settings.get(reference) : undefined;
  }
}

function lookUpIn({ value, lockedPaths }: OpenedValue, urn: string): ConfigLookup {
  const inputs = (value ?? {}) as Fields;
  return (fullKey) => {
    const [namespace, key = ""] = fullKey.split(":");
    if (namespace !== sharedNamespace) {
      return undefined;
    }
    if (lockedPaths.some(([first]) => first === undefined || first === key)) {
      const name = printableText(urn.slice(urn.lastIndexOf("::") + 2));
      throw new ConfigurationError(undefined, `${key} of the provider ${name} is encrypted and could not be decrypted`);
    }
    const given = inputs[key];
    return typeof given === "string" ? given : typeof given === "number" ? String(given) : undefined;
  };
}
