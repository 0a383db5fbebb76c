import type { EmulatorAccount } from "./accounts/accounts";

/**
 * One value of a stack's config, as the Automation API takes it.
 * @example
 * const emulator = await startEmulator();
 * const config: Record<string, EmulatorConfigValue> = emulator.pulumiConfig();
 */
export interface EmulatorConfigValue {
  /** The value itself. */
  readonly value: string;
  /** Whether Pulumi should encrypt it. @default false */
  readonly secret?: boolean;
}

/** The environment variables that point a program at the emulator; those of a named account end in its name. */
export function environmentOf(baseUrl: string, account: EmulatorAccount, name?: string): Record<string, string> {
  const suffix = name === undefined ? "" : `_${name.toUpperCase().replaceAll("-", "_")}`;
  return {
    [`TWILIO_BASE_URL${suffix}`]: baseUrl,
    [`TWILIO_ACCOUNT_SID${suffix}`]: account.accountSid,
    [`TWILIO_AUTH_TOKEN${suffix}`]: account.authToken,
  };
}

/** The same as the keys of a stack's config; those of a named account are in its own namespace. */
export function pulumiConfigOf(
  baseUrl: string,
  account: EmulatorAccount,
  name?: string,
): Record<string, EmulatorConfigValue> {
  const namespace = name === undefined ? "twilio" : `twilio-${name}`;
  return {
    [`${namespace}:baseUrl`]: { value: baseUrl },
    [`${namespace}:accountSid`]: { value: account.accountSid },
    [`${namespace}:authToken`]: { value: account.authToken, secret: true },
  };
}
