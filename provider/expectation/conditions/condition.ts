import type { Json } from "../../text/printable";

/** A property of the webhook configuration that can be expected. */
export type ExpectedProperty = "preWebhookUrl" | "postWebhookUrl" | "method" | "filters" | "accountSid";

/** The name of a demand on a property; `equals` if the expectation gives the value itself, or a list of values. */
export type ConditionName =
  "equals" | "set" | "protocol" | "host" | "path" | "query" | "pattern" | "includes" | "excludes" | "only";

/** The value found when a condition does not hold. */
export interface Finding {
  /** The part of the live value that the condition is about. */
  readonly found: Json;
  /** The reason, if it is not plain to see. Never holds a part of the value. */
  readonly because?: string;
  /** Events that should be delivered and are not. */
  readonly missing?: readonly string[];
  /** Events that are delivered and should not be. */
  readonly extra?: readonly string[];
}

/** One condition, ready to judge any number of live values. */
export interface Condition<Live> {
  readonly name: ConditionName;
  /** As the expectation has it, and frozen: it stands in every violation. */
  readonly expected: Json;
  /** Whether `expected` must not be shown, nor anything found in its place. */
  readonly isSecret: boolean;
  /** Judges a live value; undefined if the condition holds. */
  judge(live: Live): Finding | undefined;
}
