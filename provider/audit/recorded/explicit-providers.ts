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
    for (const { type, urn, id, inputs, parent } of resources) {
      if (type !== providerType || typeof urn !== "string" || typeof id !== "string") {
        continue;
      }
      // The default one, which the engine makes without a parent, has the stack's config: that may have newer credentials
      // than the state. A program may give its own provider a name like it.
      const isDefault = /::default(_|$)/.test(urn) && typeof parent !== "string";
      if (!isDefault) {
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
