import { changeSettings, neverConfigured, type EmulatedAccountWebhookSettings } from "./webhook-settings";

/** The account-level webhook configurations, by account. */
export class AccountWebhookStore {
  readonly #settings = new Map<string, EmulatedAccountWebhookSettings>();

  get(accountSid: string): EmulatedAccountWebhookSettings {
    return this.#settings.get(accountSid) ?? { ...neverConfigured, target: "webhook" };
  }

  change(accountSid: string, change: Partial<EmulatedAccountWebhookSettings>): void {
    this.#settings.set(accountSid, changeSettings(this.get(accountSid), change));
  }
}
