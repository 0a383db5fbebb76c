// Tested by test/testing/emulator/server.test.ts
import { AccountStore, type EmulatorAccount } from "./accounts/accounts";
import { AccountWebhookStore } from "./accounts/account-webhook-store";
import { Concurrency } from "./concurrency";
import { FaultInjection } from "./faults/fault-injection";
import { requireLoopback } from "./loopback";
import { handleRequest } from "./request-handler";
import { RequestLog } from "./request-log";
import { listen } from "./server";
import { requirePageLimits } from "./accounts/service-list";
import { ServiceStore } from "./accounts/service-store";
import { TwilioEmulator, type EmulatorBehaviour } from "./twilio-emulator";

/**
 * How an emulator is started.
 * @example
 * const options: EmulatorOptions = { port: 8080, concurrencyLimit: 10 };
 * const emulator = await startEmulator(options);
 */
export interface EmulatorOptions extends EmulatorBehaviour {
  /** @default a free one */
  readonly port?: number;
  /** `localhost` or a loopback address. @default "127.0.0.1" */
  readonly host?: string;
  /** The first of these is the emulator's own; what they leave out is made up. @default one made-up account */
  readonly accounts?: readonly Partial<EmulatorAccount>[];
  /** Services in a page of the list when the request does not say. @default 50 */
  readonly defaultPageSize?: number;
  /** The most services that a request may ask of one page. @default 100 */
  readonly maxPageSize?: number;
}

/**
 * Starts an emulator of the parts of Twilio's Conversations API that concern webhook configurations. Stop it when the
 * test is over.
 * @example
 * const emulator = await startEmulator();
 * const { sid } = emulator.addService({ webhook: { postWebhookUrl: "https://www.example.com/post" } });
 * Object.assign(process.env, emulator.environment());
 * // … run what reads the configuration of `sid` …
 * await emulator.stop();
 * @throws RangeError if `host` is not a loopback address or an account is of the wrong shape.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<TwilioEmulator> {
  const host = options.host ?? "127.0.0.1";
  requireLoopback(host);
  const pageLimits = requirePageLimits(options);
  const parts = {
    accounts: new AccountStore(),
    services: new ServiceStore(),
    accountWebhooks: new AccountWebhookStore(),
    faults: new FaultInjection(),
    log: new RequestLog(),
    concurrency: new Concurrency(),
  };
  const [first = {}, ...others] = options.accounts ?? [];
  const account = parts.accounts.add(first);
  others.forEach((other) => parts.accounts.add(other));
  const server = await listen(host, options.port ?? 0, (request, response) => {
    const { concurrencyLimit, errorFormat, formValues, baseUrl } = emulator;
    const state = { ...parts, pageLimits, errorFormat, formValues, baseUrl };
    handleRequest(request, response, { ...parts, state, concurrencyLimit }).catch(() => response.destroy());
  });
  const emulator = new TwilioEmulator({ ...parts, server, account }, options);
  return emulator;
}
