import type { RawFields } from "../raw-fields";
import { changeSettings, neverConfigured, type EmulatedAccountWebhookSettings } from "./webhook-settings";

/** The account-level webhook configurations, by account. */
export class AccountWebhookStore {
  /** Fields of an account's answer that are sent as they are. */
  readonly raw = new Map<string, RawFields>();
  readonly #settings = new Map<string, EmulatedAccountWebhookSettings>();

  get(accountSid: string): EmulatedAccountWebhookSettings {
    return this.#settings.get(accountSid) ?? { ...neverConfigured, target: "webhook" };
  }

  change(accountSid: string, change: Partial<EmulatedAccountWebhookSettings>): void {
    this.#settings.set(accountSid, changeSettings(this.get(accountSid), change));
  }
}
