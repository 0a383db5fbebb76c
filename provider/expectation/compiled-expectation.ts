import type { Condition, ExpectedProperty } from "./conditions/condition";
import type { LiveFilters } from "./filters-expectation";
import type { LiveUrl } from "./conditions/live-url";

/** An expectation that was found valid, ready to judge any number of configurations. */
export class CompiledExpectation {
  /** What it was called when it was read: `expect`. */
  readonly name: string;
  readonly preWebhookUrl: readonly Condition<LiveUrl>[];
  readonly postWebhookUrl: readonly Condition<LiveUrl>[];
  readonly method: readonly Condition<string | null>[];
  readonly filters: readonly Condition<LiveFilters>[];
  readonly accountSid: readonly Condition<string | null>[];
  /** The names of the conditions that cannot be judged yet, such as `expect.postWebhookUrl.host`. */
  readonly deferred: readonly string[];
  /** The properties of which something secret is expected: what is live there may have the secret in it. */
  readonly secretProperties: ReadonlySet<ExpectedProperty>;
  /** Texts that must never be shown, wherever they turn up. */
  readonly secretTexts: readonly string[];

  constructor(parts: CompiledExpectation) {
    this.name = parts.name;
    this.preWebhookUrl = parts.preWebhookUrl;
    this.postWebhookUrl = parts.postWebhookUrl;
    this.method = parts.method;
    this.filters = parts.filters;
    this.accountSid = parts.accountSid;
    this.deferred = parts.deferred;
    this.secretProperties = parts.secretProperties;
    this.secretTexts = parts.secretTexts;
    Object.freeze(this);
  }
}
