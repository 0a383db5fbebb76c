import { startEmulator, type EmulatorOptions, type TwilioEmulator } from "../../../provider/testing";

export const sid = "IS0123456789abcdef0123456789abcdef";
export const otherSid = "ISfedcba9876543210fedcba9876543210";

const emulators: TwilioEmulator[] = [];

afterAll(async () => {
  await Promise.all(emulators.splice(0).map((emulator) => emulator.stop()));
});

/** An emulator with one configured service, stopped after the last test of the file. */
export async function startTwilio(options?: EmulatorOptions): Promise<TwilioEmulator> {
  const emulator = await startEmulator(options);
  emulators.push(emulator);
  emulator.addService({
    sid,
    webhook: {
      preWebhookUrl: null,
      postWebhookUrl: "https://hooks.example.com/post",
      filters: ["onMessageAdded"],
      method: "POST",
    },
  });
  return emulator;
}

/** What a provider is configured with to read from the emulator. */
export function configurationFor(emulator: TwilioEmulator): Readonly<Record<string, string>> {
  const { accountSid, authToken } = emulator.account;
  return { accountSid, authToken, baseUrl: emulator.baseUrl };
}
