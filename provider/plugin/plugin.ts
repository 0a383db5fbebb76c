// Tested by test/plugin/resource.test.ts
import { isTwilioConversationsError } from "../errors/twilio-conversations-error";
import { InvalidInputError } from "../errors/invalid-input-error";
import { didYouMean } from "../text/did-you-mean";
import { printableJson } from "../text/printable";
import { secretPlaceholder } from "../text/secret-placeholder";
import { ProviderAccount, problemWithConfiguration } from "./configuration";
import { pluginFunctions } from "./functions/index";
import { check, type CheckContext, type CheckOutcome } from "./resource/check";
import { diff, read, requireDemandsOfProgram, type Difference, type ReadState } from "./resource/resource";
import { hasUnknown, openValue, UnsupportedValueError, type EngineValue, type ValuePath } from "./wire/engine-value";
import { token } from "./schema/names";

type Properties = Readonly<Record<string, unknown>>;

/** The result of a call, or why there is none, in words for the user. */
export type CallResult<Result> = { readonly result: Result } | { readonly failure: string };

/** The plugin has no function, resource or the like of that name. */
export class UnknownTokenError extends Error {}

/**
 * One provider instance: an account, and what programs ask of it. It knows plain data alone; `service.ts` knows how that
 * travels.
 */
export class Plugin {
  readonly #account: ProviderAccount;
  readonly #cancelled = new AbortController();

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#account = new ProviderAccount(environment);
  }

  checkConfiguration(given: Properties): string | null {
    return problemWithConfiguration(given);
  }

  /** @param name an explicit provider's; undefined for the default one */
  configure(sent: Properties, name: string | undefined): void {
    this.#account.configure(openValue(sent).value as Properties, name);
  }

  /** @throws {UnknownTokenError} for a function that is not one of this plugin's. */
  async invoke(name: string, sent: Properties): Promise<CallResult<Record<string, unknown>>> {
    const called = pluginFunctions.find(({ token }) => token === name);
    if (called === undefined) {
      throw new UnknownTokenError(`the function ${printableJson(name)} does not exist in this version of the plugin`);
    }
    return answered(sent, async (args) => {
      requireKnown(args.value as Properties, Object.keys(called.schema.inputs.properties));
      return called.run(args.value as Properties, {
        ...this.#context,
        isSecret: (argument) => pathsIn(args, argument).some((path) => path.length === 0),
        secretPathsIn: (argument) => pathsIn(args, argument),
      });
    });
  }

  /**
   * @param recorded the inputs of before; none if nothing is recorded
   * @throws {UnknownTokenError} for a resource that is not this plugin's.
   */
  async check(type: string, sent: Properties, recorded: Properties): Promise<CallResult<CheckOutcome>> {
    requireResource(type);
    return answered(sent, (opened) => check(sent, opened, openValue(recorded).value as Properties, this.#context));
  }

  /** @param ignored the property paths that the program wants to keep as they are recorded */
  diff(recorded: Properties, news: Properties, ignored: readonly string[]): Promise<CallResult<Difference>> {
    return answered(news, async () => {
      requireDemandsOfProgram(ignored);
      return diff(recorded, news);
    });
  }

  /** @throws {UnknownTokenError} for a resource that is not this plugin's. */
  async read(type: string, id: string, recorded: Properties, inputs: Properties): Promise<CallResult<ReadState>> {
    requireResource(type);
    return answered(recorded, () => read(id, recorded, inputs, this.#context));
  }

  get #context(): CheckContext {
    return { client: () => this.#account.client(), signal: this.#cancelled.signal };
  }

  /** Ends all requests that are under way. */
  cancel(): void {
    this.#cancelled.abort(new Error("the engine has cancelled"));
  }
}

/** Where secrets are within an argument; the empty path if all of it is one, or has one in a list. */
function pathsIn({ secretPaths }: EngineValue, argument: string): readonly ValuePath[] {
  return secretPaths.filter(([first]) => first === undefined || first === argument).map((path) => path.slice(1));
}

function requireResource(type: string): void {
  if (type !== token("ServiceWebhookConfiguration")) {
    throw new UnknownTokenError(`the resource ${printableJson(type)} does not exist in this version of the plugin`);
  }
}

/** Calls `work` with what the engine sent, and turns the errors that are meant for people into failures. */
async function answered<Result>(
  sent: Properties,
  work: (args: EngineValue) => Promise<Result>,
): Promise<CallResult<Result>> {
  let args: EngineValue | undefined;
  try {
    args = openValue(sent);
    return { result: await work(args) };
  } catch (error) {
    if (error instanceof UnsupportedValueError) {
      return { failure: `an argument is ${error.message}, which is not a value that it takes` };
    }
    if (isTwilioConversationsError(error)) {
      return { failure: withoutSecrets(error.message, args) };
    }
    throw error;
  }
}

function requireKnown(args: Properties, known: readonly string[]): void {
  const unknown = Object.keys(args).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    const all = known.length === 0 ? ": there are none" : `: known are ${known.join(", ")}`;
    throw new InvalidInputError(
      unknown,
      `unknown argument ${printableJson(unknown)}${didYouMean(unknown, known) || all}`,
    );
  }
  // The engine does not call a function in preview whose arguments are not known; whoever else calls may.
  const deferred = Object.keys(args).find((key) => hasUnknown(args[key]));
  if (deferred !== undefined) {
    throw new InvalidInputError(deferred, `${deferred} is not known yet`);
  }
}

/** An error's text names what was asked for; a secret must not be in it. */
function withoutSecrets(message: string, args: EngineValue | undefined): string {
  return (args?.secretPaths ?? [])
    .flatMap((path) => textsAt(args?.value, path))
    .reduce((text, secret) => text.replaceAll(secret, secretPlaceholder), message);
}

function textsAt(value: unknown, path: readonly (string | number)[]): readonly string[] {
  const at = path.reduce<unknown>((part, key) => (part as Record<string | number, unknown> | undefined)?.[key], value);
  return textsIn(at).sort((left, right) => right.length - left.length);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return value === "" ? [] : [value];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
