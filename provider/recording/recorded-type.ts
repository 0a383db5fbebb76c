// Tested by test/engine/resource/recording.test.ts

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
 * The input that tells the provider what the program's read came to. `check` takes it out again, so that it never
 * stands in a state or a diff.
 */
export const readKey = "__read";

/** What that input says. It travels as JSON text: Pulumi's SDK takes its time for each value inside an object. */
export interface ReadOutcome {
  /** Why the resource must not be registered, in words for the user; null where it may. */
  readonly failure: string | null;
  /** What was read, where it was: what is registered must be about the same. */
  readonly of?: {
    readonly chatServiceSid: string;
    readonly account?: string | undefined;
    /** Whether it was judged by an expectation. */
    readonly isJudged: boolean;
  };
}
