import type { Json } from "../../text/printable";

/** A property of the webhook configuration that can be expected. */
export type ExpectedProperty = "preWebhookUrl" | "postWebhookUrl" | "method" | "filters" | "accountSid";

/** What is asked of a property; `equals` where the expectation gives the value itself, or a list of values. */
export type ConditionName =
  "equals" | "set" | "protocol" | "host" | "path" | "query" | "pattern" | "includes" | "excludes" | "only";

/** What was found where a condition does not hold. */
export interface Finding {
  /** The part of the live value that the condition is about. */
  readonly found: Json;
  /** Why, where that is not plain to see. Never holds a part of the value. */
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
  /** What is wrong with a live value; undefined where the condition holds. */
  judge(live: Live): Finding | undefined;
}
