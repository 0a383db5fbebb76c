/**
 * The settings of a webhook. Wider than documented, so that a test can also have undocumented values.
 * @example
 * const webhook: Partial<EmulatedWebhookSettings> = { postWebhookUrl: "https://hooks.example.com/post" };
 */
export interface EmulatedWebhookSettings {
  /** The URL that is asked before an event takes effect. */
  readonly preWebhookUrl: string | null;
  /** The URL that is told after an event. */
  readonly postWebhookUrl: string | null;
  /** The events that are delivered. */
  readonly filters: readonly string[] | null;
  /** `GET` or `POST` at Twilio; conversation-scoped webhooks spell it in lower case. */
  readonly method: string | null;
}

/**
 * The settings of an account's webhook.
 * @example
 * const emulator = await startEmulator();
 * const webhook: Partial<EmulatedAccountWebhookSettings> = { target: "flex" };
 * emulator.setAccountWebhook(webhook);
 */
export interface EmulatedAccountWebhookSettings extends EmulatedWebhookSettings {
  /** `webhook` or `flex` at Twilio. */
  readonly target: string | null;
}

/** As Twilio answers for a service whose webhook nobody has set yet. */
export const neverConfigured: EmulatedWebhookSettings = {
  preWebhookUrl: null,
  postWebhookUrl: null,
  filters: null,
  method: null,
};

const identity = ["accountSid", "chatServiceSid", "url"];

/**
 * `settings` with what `change` has of them. The SIDs and the URL of a whole configuration are left out, so that one
 * can be given and the service still answers under its own name.
 * @throws TypeError if `change` has a property that a webhook does not have.
 */
export function changeSettings<Settings extends EmulatedWebhookSettings>(
  settings: Settings,
  change: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
): Settings {
  const unknown = Object.keys(change).find((key) => !(key in settings) && !identity.includes(key));
  if (unknown !== undefined) {
    throw new TypeError(`a webhook has no ${unknown}: it has ${Object.keys(settings).join(", ")}`);
  }
  const changed: Settings = { ...settings };
  for (const key of Object.keys(settings) as (keyof Settings)[]) {
    const value = change[key];
    if (value !== undefined) {
      changed[key] = value;
    }
  }
  return { ...changed, filters: changed.filters && [...changed.filters] };
}
