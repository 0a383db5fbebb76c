import type * as pulumi from "@pulumi/pulumi";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import { redactError } from "../../text/redact-error";
import { secretPlaceholder } from "../../text/secret-placeholder";
import { liveRead } from "./live-read";
import { requestLog } from "../stack/request-log";
import { whenKnown, type InputsOf } from "./when-known";

/** The name by which a user's `mocks.call` knows the read. */
const token = "twilio-conversations:index:getServiceWebhookConfiguration";

/** What to read, with values that are known. */
export interface KnownArgs {
  readonly chatServiceSid: string;
  readonly account?: string | undefined;
}

/** A JavaScript program may leave the arguments out: that is then an error about the SID that is missing. */
export function given<Args extends object>(args: Args | undefined | null): Args {
  return args ?? ({} as Args);
}

/** How to read it. */
export interface LiveOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether the program marked the SID as a secret: then it stands in no error and no log. */
  readonly secretSid?: boolean;
  /** What the log calls the read; the SID is added where it may be. */
  readonly what: string;
}

/**
 * Reads a service's configuration with the running stack's credentials. In a user's unit test the user's mocks answer,
 * and no request leaves. Rejects with the errors of this package.
 */
export async function liveConfiguration(
  args: KnownArgs,
  { signal, secretSid = false, what }: LiveOptions,
): Promise<GetServiceWebhookConfigurationResult> {
  const sid: unknown = args.chatServiceSid;
  const secret = secretSid && typeof sid === "string" && sid !== "" ? sid : undefined;
  const onEvent = requestLog(`${what} (service ${secret === undefined ? String(sid) : secretPlaceholder})`);
  return liveRead(args, {
    token,
    what,
    read: (account) => readServiceWebhookConfiguration(account, args.chatServiceSid, { signal, onEvent }),
    redact: (error) => redactError(error, secret),
  });
}

/** What to read, with values that may be outputs. */
export type InputArgs = InputsOf<KnownArgs>;

/** What else is known when there is something to read. */
export interface Circumstances {
  /** Whether the program marked the SID as a secret. */
  readonly secretSid: boolean;
  /** The names of the resources in `dependsOn`. */
  readonly after: readonly string[];
}

/**
 * Hands what there is to read to `read` once it is known and all of `dependsOn` is done, and gives back what comes of
 * it: unknown in preview where one of those is not there yet, and secret where the SID is.
 */
export function onceKnown<T>(
  { chatServiceSid, account }: InputArgs,
  dependsOn: pulumi.InvokeOutputOptions["dependsOn"],
  read: (args: KnownArgs, circumstances: Circumstances) => Promise<T>,
): pulumi.Output<T> {
  return whenKnown<KnownArgs, T>({ chatServiceSid, account }, dependsOn, (known, { secrets, after }) =>
    read(known, { secretSid: secrets.has("chatServiceSid"), after }),
  );
}
