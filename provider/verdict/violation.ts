import type { ConditionName, ExpectedProperty } from "../expectation/conditions/condition";
import type { DeliverySource } from "../delivery/event-delivery";
import type { Json } from "../text/printable";

/**
 * The settings by which events would be delivered that reach nobody. It is plain data.
 * @example
 * const isInherited = ({ by }: ViolatedDelivery) => by === "account";
 */
export interface ViolatedDelivery {
  /** Whose settings apply; null if nobody has any, or it is not known. */
  readonly by: DeliverySource | null;
  /** The events that those settings list, or the service's if nobody's apply: an update replaces all of them. */
  readonly filters: readonly string[];
  /** The URLs that the missing events need, and that are not set. */
  readonly unsetUrls: readonly ("preWebhookUrl" | "postWebhookUrl")[];
}

/**
 * One condition of an expectation that a configuration does not meet. It is plain data.
 * @example
 * const describe = (violations: readonly Violation[]) => violations.map(({ message }) => message).join("\n");
 */
export interface Violation {
  /** The property of the configuration: `postWebhookUrl`; or `delivers`, which is about what all of them come to. */
  readonly property: ExpectedProperty | "delivers";
  /** The demand on it: `host`; `equals` if the expectation gives the value itself, or a list of values. */
  readonly condition: ConditionName;
  /** The condition as the expectation has it; `[secret]` if it is secret. */
  readonly expected: Json;
  /** The part of the live value that the condition is about; `[secret]` if that is secret, null if none is set. */
  readonly found: Json;
  /** Events that should be delivered and are not; only for `filters` and `delivers`, and absent if they are secret. */
  readonly missing?: readonly string[];
  /** Events that are delivered and should not be; only for `filters`, and absent if they are secret. */
  readonly extra?: readonly string[];
  /** The settings by which the missing events would be delivered; only for `delivers`, and absent if they are secret. */
  readonly delivery?: ViolatedDelivery;
  /** Whether `expected` or `found` is a secret, and therefore not shown. */
  readonly secret: boolean;
  /** All of this for a reader: one or several lines of printable ASCII. */
  readonly message: string;
}
