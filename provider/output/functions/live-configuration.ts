// Tested by test/engine/gate/assert.test.ts
import type * as pulumi from "@pulumi/pulumi";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import { liveRead } from "./live-read";
import { serviceRead, type ServiceArgs } from "./read-function";
import { whenKnown, type InputsOf } from "./when-known";

/** A service to read, with values that are known. */
export type KnownArgs = ServiceArgs;

/** How to read it. */
export interface LiveOptions {
  /** Whether the program marked the SID as a secret: then it stands in no error and no log. */
  readonly secretSid?: boolean;
  /** The read's name in the log; the SID is added if it may be shown. */
  readonly what: string;
}

/**
 * Reads a service's configuration with the running stack's credentials. In a user's unit test the user's mocks answer,
 * and no request leaves. Rejects with the errors of this package.
 */
export async function liveConfiguration(
  args: KnownArgs,
  { secretSid = false, what }: LiveOptions,
): Promise<GetServiceWebhookConfigurationResult> {
  return liveRead(serviceRead, args, { what, hasSecretSids: secretSid });
}

/** A service to read, with values that may be outputs. */
export type InputArgs = InputsOf<KnownArgs>;

/** Facts beside the arguments. */
export interface Circumstances {
  /** Whether the program marked the SID as a secret. */
  readonly secretSid: boolean;
  /** The names of the resources in `dependsOn`. */
  readonly after: readonly string[];
}

/**
 * Hands the arguments to `read` once they are known and all of `dependsOn` is done. The result is unknown in preview while
 * one of those is not there yet, and secret if the SID is.
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
