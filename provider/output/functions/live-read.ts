// Tested by test/output/functions/get-service-webhook-configuration.test.ts
import * as pulumi from "@pulumi/pulumi";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { asRunError } from "../../errors/run-error";
import type { RequestEvent } from "../../request/request-event";
import { redactError } from "../../text/redact-error";
import { secretPlaceholder } from "../../text/secret-placeholder";
import { knownArguments } from "../resource/known-arguments";
import { keepAlive, keepOutputAlive } from "../sdk/keep-alive";
import { isMocked } from "../sdk/mocked";
import { programLoaded } from "../stack/program-loaded";
import { requestLog } from "../stack/request-log";
import { stackClient } from "../stack/stack-clients";
import type { AccountArgs, ReadFunction } from "./read-function";
import { whenKnown, type InputsOf } from "./when-known";

/** How a read is made, and what it is called. */
export interface LiveReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether the program marked the SIDs as a secret: then they stand in no error and no log. */
  readonly hasSecretSids?: boolean;
  /** The read's name in the log; the service is added. */
  readonly what: string;
}

/**
 * Reads with the running stack's credentials. In a user's unit test the user's mocks answer, and no request leaves.
 * Rejects with the errors of this package.
 */
export async function liveRead<Args extends AccountArgs, Result extends object>(
  read: ReadFunction<Args, Result>,
  args: Args,
  { signal, hasSecretSids = false, what }: LiveReadOptions,
): Promise<Result> {
  if (isMocked()) {
    return mockedRead(read, args);
  }
  try {
    return await read.read(stackClient(args.account), args, { signal, onEvent: logOf(what, hasSecretSids) });
  } catch (error) {
    await programLoaded(what);
    const sid: unknown = hasSecretSids && read.sids !== undefined ? args[read.sids] : undefined;
    throw redactError(error, typeof sid === "string" && sid !== "" ? sid : undefined);
  }
}

/** A log for each service; of all of them together one notice is enough. */
function logOf(what: string, hasSecretSids: boolean): (event: RequestEvent, service?: string | null) => void {
  const notice = { isGiven: false };
  const logs = new Map<string | null | undefined, (event: RequestEvent) => void>();
  return (event, service) => {
    const log = logs.get(service) ?? requestLog(`${what}${serviceText(service, hasSecretSids)}`, notice);
    logs.set(service, log);
    log(event);
  };
}

function serviceText(service: string | null | undefined, isSecret: boolean): string {
  if (service === undefined) {
    return "";
  }
  return service === null ? " (the list)" : ` (service ${isSecret ? secretPlaceholder : service})`;
}

async function mockedRead<Args extends AccountArgs, Result extends object>(
  { token, missingFrom, mockAnswer }: ReadFunction<Args, Result>,
  args: Args,
): Promise<Result> {
  let answer: Result;
  try {
    answer = await (pulumi.runtime.invoke(token, args) as Promise<Result>);
  } catch (error) {
    if (error instanceof Error && error.message === "") {
      // The SDK keeps the text of an error that the mocks have thrown to itself.
      error.message = `mocks.call threw an error for ${token}`;
    }
    throw error;
  }
  // The types promise a value or null: what is undefined would be judged and handed on as if nothing were set.
  const missing = missingFrom(answer);
  if (missing.length > 0) {
    throw new InvalidInputError("mocks.call", `mocks.call answered ${token} without ${missing.join(", ")}`, [
      `Return a whole answer, such as ${mockAnswer}; webhookConfiguration() is exported by ` +
        "pulumi-twilio-conversations/testing.",
    ]);
  }
  return answer;
}

/** The promise form of a read function. */
export async function readPromise<Args extends AccountArgs, Result extends object>(
  read: ReadFunction<Args, Result>,
  functionName: string,
  args: Args | null | undefined,
  signal: AbortSignal | undefined,
): Promise<Result> {
  try {
    const known = knownArguments<Args>(given(args), read.arguments, functionName);
    return await keepAlive(liveRead(read, known, { what: functionName, signal }));
  } catch (error) {
    throw asRunError(error, functionName);
  }
}

/** The output form of a read function: secret if the SIDs or the account are, or if one of the URLs carries a credential. */
export function readOutput<Args extends AccountArgs, Result extends object>(
  read: ReadFunction<Args, Result>,
  functionName: string,
  args: InputsOf<Args> | null | undefined,
  dependsOn: pulumi.InvokeOutputOptions["dependsOn"],
): pulumi.Output<Result> {
  const inputs = wellFormed(read, functionName, args);
  const result = whenKnown<Args, Result>(inputs.known, dependsOn, async (known, { secrets }) => {
    try {
      if (inputs.fault !== undefined) {
        await programLoaded(functionName);
        throw inputs.fault;
      }
      const hasSecretSids = read.sids !== undefined && secrets.has(read.sids);
      return await liveRead(read, known, { what: functionName, hasSecretSids });
    } catch (error) {
      throw asRunError(error, functionName);
    }
  });
  const isSecret = (value: unknown) => read.hasSecret(value as Result);
  const marked = result.apply((value) => (isSecret(value) ? pulumi.secret(value) : pulumi.output(value)));
  return keepOutputAlive(marked as unknown as typeof result);
}

interface WellFormed<Args> {
  readonly known: InputsOf<Args>;
  /** Thrown as soon as the program is loaded: an output rejects, and no function of this kind throws. */
  readonly fault?: Error;
}

function wellFormed<Args extends AccountArgs, Result>(
  read: ReadFunction<Args, Result>,
  functionName: string,
  args: InputsOf<Args> | null | undefined,
): WellFormed<Args> {
  try {
    return { known: knownArguments<InputsOf<Args>>(given(args), read.arguments, functionName) };
  } catch (fault) {
    return { known: {} as InputsOf<Args>, fault: fault as Error };
  }
}

/** A JavaScript program may leave the arguments out: that is then an error about the SID that is missing. */
function given<Args extends object>(args: Args | undefined | null): Args {
  return args ?? ({} as Args);
}
