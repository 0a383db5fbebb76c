import * as pulumi from "@pulumi/pulumi";
import { isTwilioConversationsError } from "../errors/twilio-conversations-error";
import { InvalidInputError } from "../errors/invalid-input-error";
import { secretProperties } from "../result/secret-properties";
import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";
import type { Ruling } from "../verdict/enforcement";
import { recordedExpectation } from "./expectation-input";
import { after, type Eventual } from "./eventual";
import { liveConfiguration, onceKnown, type Circumstances, type KnownArgs } from "./live-configuration";
import { isMocked } from "./mocked";
import { readKey, type ReadOutcome } from "./recorded-type";
import { problemWith, validDemand, type LiveReading } from "./ruling";
import type { ServiceWebhookConfigurationArgs } from "./service-webhook-configuration-args";
import { valueKeys, type ValueKey } from "./value-keys";

type Read = LiveReading & { readonly configuration: GetServiceWebhookConfigurationResult };
type Attempt = { readonly read: Read } | { readonly failure: string };

/** What a recorded resource is registered with. */
export interface RecordedInputs {
  readonly inputs: pulumi.Inputs;
  /** What came of the read and of the expectation: what the user should be told on the resource, if anything. */
  readonly ruling: Eventual<Ruling>;
}

/**
 * Reads the live configuration, judges it, and makes the resource's inputs of both.
 *
 * It never rejects: a rejected input would be printed several times over, with a stack. What went wrong travels as a
 * value to the provider's `check`, which turns it into the resource's one error.
 */
export function recordedInputs(
  name: string,
  args: ServiceWebhookConfigurationArgs,
  dependsOn: pulumi.CustomResourceOptions["dependsOn"],
): RecordedInputs {
  const attempt = arePlain(args, dependsOn)
    ? readPlain(name, args as KnownArgs)
    : onceKnown(args, dependsOn, (known, circumstances) => tryToRead(name, known, circumstances));
  const ruling = ruled(attempt, args);
  const values = after(attempt, valuesOf);
  return {
    inputs: {
      chatServiceSid: args.chatServiceSid,
      account: args.account,
      ...("expect" in args ? { expect: recordedExpectation(args.expect), enforcement: args.enforcement } : {}),
      ...Object.fromEntries(valueKeys.map((key) => [key, after(values, (known) => known[key])])),
      // A user's mocks would take it for one of the resource's properties: there is no provider to take it out.
      ...(isMocked() ? {} : { [readKey]: after(ruling, ({ failure }): ReadOutcome => ({ failure })) }),
    },
    ruling,
  };
}

async function tryToRead(name: string, args: KnownArgs, { secretSid, after }: Circumstances): Promise<Attempt> {
  try {
    const configuration = await liveConfiguration(args, { what: `ServiceWebhookConfiguration "${name}"`, secretSid });
    return { read: { configuration, isSecret: secretSid, after } };
  } catch (error) {
    if (isTwilioConversationsError(error)) {
      return { failure: error.message };
    }
    throw error;
  }
}

async function readPlain(name: string, args: KnownArgs): Promise<Attempt> {
  // Time limits must not run while the program still makes its other resources.
  await Promise.resolve();
  return tryToRead(name, args, { secretSid: false, after: [] });
}

/** Whether nothing is waited for, and nothing can be secret. */
function arePlain(
  { chatServiceSid, account }: ServiceWebhookConfigurationArgs,
  dependsOn: pulumi.CustomResourceOptions["dependsOn"],
): boolean {
  return (
    typeof chatServiceSid === "string" &&
    (account === undefined || typeof account === "string") &&
    dependsOn === undefined
  );
}

function ruled(attempt: Eventual<Attempt>, args: ServiceWebhookConfigurationArgs): Eventual<Ruling> {
  if (!("expect" in args) && args.enforcement === undefined) {
    return after(attempt, (done): Ruling => ({ failure: "failure" in done ? done.failure : null, warning: null }));
  }
  const demand =
    "expect" in args
      ? validDemand({ expect: args.expect, enforcement: args.enforcement }, "expect")
      : nothingToEnforce();
  const problem = problemWith(demand);
  return after(attempt instanceof Promise ? problem : pulumi.output(problem), (found): Eventual<Ruling> => {
    if (found !== null) {
      return Promise.resolve({ failure: found, warning: null });
    }
    return after(attempt, async (done): Promise<Ruling> => {
      return "failure" in done ? { failure: done.failure, warning: null } : (await demand).rule(done.read);
    });
  });
}

async function nothingToEnforce(): Promise<never> {
  throw new InvalidInputError("enforcement", "enforcement is given, but there is no expect that it could be about");
}

/** The values as they are registered. */
function valuesOf(done: Attempt): Partial<Record<ValueKey, unknown>> {
  if ("failure" in done) {
    // And not null, which is what a service has that was never configured: policies would judge it.
    return {};
  }
  const { configuration } = done.read;
  const secrets: ReadonlySet<string> = secretProperties(configuration);
  // An output for each value that is none would cost more than all the rest of it.
  return Object.fromEntries(
    valueKeys.map((key) => [key, secrets.has(key) ? pulumi.secret(configuration[key]) : configuration[key]]),
  );
}
