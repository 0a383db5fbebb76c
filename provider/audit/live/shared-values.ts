import type { WebhookValues } from "../webhook-values";

/** How many lists of events are remembered: most accounts have a few, for all of their services. */
const most = 100;

/** Keeps what many services have alike in memory once: each answer brings texts and lists of its own. */
export class SharedValues {
  readonly #filters = new Map<string, WebhookValues["filters"]>();
  #accountSid: string | null = null;

  /** The account of the configurations, as far as they say. */
  get accountSid(): string | null {
    return this.#accountSid;
  }

  /** The values of a configuration, for a reader who changes nothing in them. */
  valuesOf(configuration: WebhookValues): WebhookValues {
    const { preWebhookUrl, postWebhookUrl, method, url } = configuration;
    const filters = this.#sharedFilters(configuration.filters);
    const accountSid = this.#sharedAccountSid(configuration.accountSid);
    return { preWebhookUrl, postWebhookUrl, filters, method, accountSid, url };
  }

  #sharedFilters(filters: WebhookValues["filters"]): WebhookValues["filters"] {
    const key = JSON.stringify(filters);
    const known = this.#filters.get(key);
    if (known === undefined && this.#filters.size < most) {
      this.#filters.set(key, filters);
    }
    return known ?? filters;
  }

  #sharedAccountSid(accountSid: string | null): string | null {
    if (accountSid !== this.#accountSid) {
      this.#accountSid = accountSid;
    }
    // The one that came first, if it is the same text.
    return this.#accountSid;
  }
}
