// Tested by test/engine/resource/recording.test.ts
import type { JudgedDigests } from "./judged-inputs";

// Both stand in the state of people's stacks: neither may ever change, nor may the entry point that the text names.

/** The resource's type. */
export const resourceType = "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration";

/** The type of the same resource in programs of other languages, which the plugin provides. */
export const pluginResourceType = "twilio-conversations:index:ServiceWebhookConfiguration";

/** Whether a resource of this type is a recorded webhook configuration, whichever language its program has. */
export function isRecordedType(type: unknown): boolean {
  return type === resourceType || type === pluginResourceType;
}

/** What Pulumi's dynamic-provider process runs to get at the provider. */
export const providerText =
  'exports.handler = () => require("pulumi-twilio-conversations/dynamic-provider").handler();';

/**
 * The input that tells the provider how the program's read ended. `check` takes it out again, so that it never
 * stands in a state or a diff.
 */
export const readKey = "__read";

/** How the read ended. It travels as JSON text: Pulumi's SDK takes its time for each value inside an object. */
export interface ReadOutcome {
  /** Why the resource must not be registered, in words for the user; null if it may. */
  readonly failure: string | null;
  /** The values that were read, if any were: those that are registered must be about the same. */
  readonly of?: {
    readonly chatServiceSid: string;
    readonly account?: string | undefined;
    /** If there is an expectation: what was judged, and must be registered as it is. */
    readonly judged?: JudgedDigests | undefined;
  };
}
