// Tested by test/expectation/compile-expectation.test.ts
import type { Condition, ExpectedProperty } from "./conditions/condition";
import type { LiveUrl } from "./conditions/live-url";
import type { LiveFilters } from "./filters-expectation";

/** The live value of each property, as its conditions want it. */
export interface LiveValues {
  readonly preWebhookUrl: LiveUrl;
  readonly postWebhookUrl: LiveUrl;
  readonly method: string | null;
  readonly filters: LiveFilters;
  readonly accountSid: string | null;
}

/** The live value of a property: the compiler does not see that it and its conditions are for the same one. */
export type LiveValue = LiveValues[ExpectedProperty];

/** The conditions on each property that has some. */
export type ExpectedConditions = ReadonlyMap<ExpectedProperty, readonly Condition<LiveValue>[]>;

/** Events that must reach somebody. */
export interface ExpectedDelivery {
  /** As the expectation has them, each once, and frozen. */
  readonly events: readonly string[];
  /** Whether they must not be shown. */
  readonly isSecret: boolean;
}

/** All that comes of reading an expectation. */
export interface ExpectationParts {
  readonly conditions: ExpectedConditions;
  readonly delivers: ExpectedDelivery | undefined;
  readonly deferred: readonly string[];
  readonly secretProperties: ReadonlySet<ExpectedProperty>;
  readonly secretTexts: readonly string[];
}

/**
 * An expectation that `compileExpectation` has read and found valid, ready to judge any number of configurations. There is
 * nothing in it for a program to look at or to change.
 * @example
 * const ours: CompiledExpectation = compileExpectation({ method: "POST" });
 */
export class CompiledExpectation {
  /** @internal */
  readonly conditions: ExpectedConditions;
  /** @internal The events that must reach somebody; undefined if none must, or they are not known yet. */
  readonly delivers: ExpectedDelivery | undefined;
  /** @internal The names of the conditions that cannot be judged yet, such as `expect.postWebhookUrl.host`. */
  readonly deferred: readonly string[];
  /** @internal The properties of which something secret is expected: what is live there may have the secret in it. */
  readonly secretProperties: ReadonlySet<ExpectedProperty>;
  /** @internal Texts that must never be shown, wherever they turn up. */
  readonly secretTexts: readonly string[];
  /** Without it, any object would be taken for one. */
  declare protected readonly isCompiled: true;

  /** @internal */
  constructor(parts: ExpectationParts) {
    this.conditions = parts.conditions;
    this.delivers = parts.delivers;
    this.deferred = parts.deferred;
    this.secretProperties = parts.secretProperties;
    this.secretTexts = parts.secretTexts;
    Object.freeze(this);
  }
}
