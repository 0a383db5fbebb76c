import { startEmulator, type EmulatorOptions, type TwilioEmulator } from "../../../provider/testing";

const emulators: TwilioEmulator[] = [];

afterAll(async () => {
  await Promise.all(emulators.map((emulator) => emulator.stop()));
});

/** An emulator, stopped after the last test of the file. */
export async function startTwilio(options?: EmulatorOptions): Promise<TwilioEmulator> {
  const emulator = await startEmulator(options);
  emulators.push(emulator);
  return emulator;
}

/** A service's SID: `IS` and the text's hexadecimal digits, filled up. */
export function sidOf(digits: string): string {
  return `IS${digits.padStart(32, "0")}`;
}

/** An emulator with a service for each digit, which its SID ends with. */
export async function twilioWith(
  services: Readonly<Record<string, object>>,
  name = (digit: string) => `Service ${digit}`,
): Promise<TwilioEmulator> {
  const twilio = await startTwilio();
  for (const [digit, webhook] of Object.entries(services)) {
    twilio.addService({ sid: sidOf(digit), friendlyName: name(digit), webhook });
  }
  return twilio;
}
