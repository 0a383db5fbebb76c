import type { AccountClient } from "../../request/account-client";
import type { ValuePath } from "../wire/engine-value";
import type { FunctionSchema } from "../schema/schema-types";

/** The account and the arguments that a function works with. */
export interface FunctionContext {
  /** The client of the provider instance's account. */
  client(): AccountClient;
  /** Aborted when the engine cancels. */
  readonly signal: AbortSignal;
  /** Whether all of an argument is secret. */
  isSecret(argument: string): boolean;
  /** Where secrets are within an argument. */
  secretPathsIn(argument: string): readonly ValuePath[];
}

/** A function that programs in any language call. */
export interface PluginFunction {
  /** `twilio-conversations:index:getWebhookConfiguration` */
  readonly token: string;
  readonly schema: FunctionSchema;
  /**
   * @returns the properties of the result, secrets marked.
   * @throws every error of this package; an abort rejects with the signal's reason.
   */
  run(args: Readonly<Record<string, unknown>>, context: FunctionContext): Promise<Record<string, unknown>>;
}
