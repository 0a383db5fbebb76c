import { accountSettings, type AccountClient } from "../../../provider/request/account-client";
import {
  startEmulator,
  type EmulatedServiceArgs,
  type EmulatorOptions,
  type TwilioEmulator,
} from "../../../provider/testing";

const emulators: TwilioEmulator[] = [];
const accounts: AccountClient[] = [];

afterEach(async () => {
  accounts.splice(0).forEach(({ client }) => client.close());
  await Promise.all(emulators.splice(0).map((emulator) => emulator.stop()));
});

/** An emulator that is stopped after the test. */
export async function emulate(options?: EmulatorOptions): Promise<TwilioEmulator> {
  const emulator = await startEmulator(options);
  emulators.push(emulator);
  return emulator;
}

/** The account that a program would use with the emulator's environment, closed after the test. */
export function accountOf(emulator: TwilioEmulator, changed: Record<string, string> = {}): AccountClient {
  const account = accountSettings(undefined, () => undefined, { ...emulator.environment(), ...changed }).connect();
  accounts.push(account);
  return account;
}

/** Adds services with the friendly names "Service 0", "Service 1" and so on; gives their SIDs. */
export function addServices(emulator: TwilioEmulator, count: number, args: EmulatedServiceArgs = {}): string[] {
  return Array.from(
    { length: count },
    (_, index) => emulator.addService({ friendlyName: `Service ${index}`, ...args }).sid,
  );
}

/** What a promise rejects with; fails where it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`it was expected to fail, and gave ${JSON.stringify(value)}`);
}
