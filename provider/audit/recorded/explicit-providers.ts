// Tested by test/audit/audit.test.ts
import { ConfigurationError } from "../../errors/configuration-error";
import { providerSource } from "../../credentials/provider-source";
import type { ConfigSource } from "../../credentials/settings-source";
import { openSecrets, type OpenedValue } from "./state-secrets";

type Fields = Readonly<Record<string, unknown>>;

const providerType = "pulumi:providers:twilio-conversations";

/** The explicit providers of a state: each is an account, whose credentials are among its inputs. */
export class ExplicitProviders {
  readonly #settings = new Map<string, ConfigSource>();

  constructor(resources: readonly Fields[], canBeNull: boolean) {
    for (const { type, urn, id, inputs, parent } of resources) {
      if (type !== providerType || typeof urn !== "string" || typeof id !== "string") {
        continue;
      }
      // The default one, which the engine makes without a parent, has the stack's config: that may have newer credentials
      // than the state. A program may give its own provider a name like it.
      const isDefault = /::default(_|$)/.test(urn) && typeof parent !== "string";
      if (!isDefault) {
        this.#settings.set(`${urn}::${id}`, sourceIn(openSecrets(inputs ?? {}, canBeNull), urn));
      }
    }
  }

  /** The settings of the provider that a resource refers to; undefined if that is not an explicit one. */
  settingsOf(reference: unknown): ConfigSource | undefined {
    return typeof reference === "string" ? this.#settings.get(reference) : undefined;
  }
}

function sourceIn({ value, lockedPaths }: OpenedValue, urn: string): ConfigSource {
  const inputs = (value ?? {}) as Fields;
  return providerSource(urn.slice(urn.lastIndexOf("::") + 2), (key, fullName) => {
    if (lockedPaths.some(([first]) => first === undefined || first === key)) {
      throw new ConfigurationError(undefined, `${fullName} is encrypted and could not be decrypted`);
    }
    return inputs[key];
  });
}
