// Tested by test/testing/emulator/server.test.ts
import type { AccountStore, EmulatorAccount } from "./accounts/accounts";
import type { AccountWebhookStore } from "./accounts/account-webhook-store";
import type { Concurrency } from "./concurrency";
import { environmentOf, pulumiConfigOf, type EmulatorConfigValue } from "./connection-settings";
import type { FormValues } from "./accounts/webhook-form";
import type { ErrorFormat } from "./error-bodies";
import type { Fault } from "./faults/fault";
import type { FaultInjection } from "./faults/fault-injection";
import type { RawFields } from "./raw-fields";
import type { RecordedRequest, RequestFilter, RequestLog } from "./request-log";
import type { RunningServer } from "./server";
import type {
  EmulatedIdentity,
  EmulatedService,
  EmulatedServiceArgs,
  ServiceStore,
  StoredService,
} from "./accounts/service-store";
import type { EmulatedAccountWebhookSettings, EmulatedWebhookSettings } from "./accounts/webhook-settings";
import { webhookOf } from "./wire-bodies";

/**
 * How an emulator answers; each of these may be changed while it runs.
 * @example
 * const behaviour: EmulatorBehaviour = { concurrencyLimit: 1, errorFormat: "rfc9457" };
 */
export interface EmulatorBehaviour {
  /** How many requests are answered at once; further ones get 429 and code 20429. @default no limit */
  readonly concurrencyLimit?: number;
  /** Which of Twilio's two published shapes its errors have. @default "twilio" */
  readonly errorFormat?: ErrorFormat;
  /** How the values that a form sends are stored. @default "normalized" */
  readonly formValues?: FormValues;
}

/**
 * Which account a program uses, and under which name.
 * @example
 * const emulator = await startEmulator();
 * const connection: ConnectionOptions = { account: emulator.addAccount(), name: "eu" };
 * Object.assign(process.env, emulator.environment(connection)); // TWILIO_ACCOUNT_SID_EU, …
 */
export interface ConnectionOptions {
  /** @default the emulator's own */
  readonly account?: EmulatorAccount;
  /** The name of a named account, such as `eu`. @default the default account */
  readonly name?: string;
}

/** @internal */
export interface EmulatorParts {
  readonly account: EmulatorAccount;
  readonly accounts: AccountStore;
  readonly services: ServiceStore;
  readonly accountWebhooks: AccountWebhookStore;
  readonly faults: FaultInjection;
  readonly log: RequestLog;
  readonly concurrency: Concurrency;
  readonly server: RunningServer;
}

/**
 * A running emulator of Twilio's Conversations API, on this machine's loopback interface.
 * @example
 * const emulator: TwilioEmulator = await startEmulator();
 * const { sid } = emulator.addService();
 * emulator.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.com/post" });
 */
export class TwilioEmulator {
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  readonly baseUrl: string;
  /** The account that services belong to by default. */
  readonly account: EmulatorAccount;
  /** How many requests are answered at once; further ones get 429 and code 20429. May be changed at any time. */
  concurrencyLimit: number | undefined;
  /** Which of Twilio's two shapes its errors have. May be changed at any time. */
  errorFormat: ErrorFormat;
  /** How the values that a form sends are stored. May be changed at any time. */
  formValues: FormValues;

  readonly #parts: EmulatorParts;

  /** @internal */
  constructor(parts: EmulatorParts, behaviour: EmulatorBehaviour) {
    this.#parts = parts;
    this.baseUrl = parts.server.baseUrl;
    this.account = parts.account;
    this.concurrencyLimit = behaviour.concurrencyLimit;
    this.errorFormat = behaviour.errorFormat ?? "twilio";
    this.formValues = behaviour.formValues ?? "normalized";
  }

  /**
   * Adds an account; what is not given is made up.
   * @throws RangeError if one of its SIDs is of the wrong shape or there already.
   */
  addAccount(account: Partial<EmulatorAccount> = {}): EmulatorAccount {
    return this.#parts.accounts.add(account);
  }

  /**
   * Adds a service, whose webhook was never configured unless `webhook` says otherwise.
   * @throws RangeError if its SID is of the wrong shape or there already, or its account is unknown.
   */
  addService(service: EmulatedServiceArgs = {}): EmulatedService {
    const { accountSid } = this.#parts.accounts.require(service.accountSid ?? this.account.accountSid);
    return snapshot(this.#parts.services.add(service, accountSid));
  }

  /**
   * Changes a service's webhook, as somebody would in Twilio's console; what `webhook` does not have stays as it is.
   * @throws RangeError if there is no such service.
   */
  changeWebhook(sid: string, webhook: Partial<EmulatedWebhookSettings>): EmulatedService {
    const service = this.#parts.services.require(sid);
    this.#parts.services.changeSettings(service, webhook);
    return snapshot(service);
  }

  /**
   * Changes the SIDs and the URL in a service's answers, for tests of answers about something else.
   * @throws RangeError if there is no such service.
   */
  changeIdentity(sid: string, identity: Partial<EmulatedIdentity>): EmulatedService {
    const service = this.#parts.services.require(sid);
    service.identity = { ...service.identity, ...identity };
    return snapshot(service);
  }

  /**
   * Fields that the answers about a service's webhook (`IS…`) or an account's (`AC…`) have exactly as given here, in place
   * of the emulator's own; `undefined` takes them back.
   * @throws RangeError if there is no such service or account.
   */
  setRawFields(sid: string, raw: RawFields | undefined): void {
    if (sid.startsWith("IS")) {
      this.#parts.services.require(sid).raw = raw && { ...raw };
      return;
    }
    this.#parts.accounts.require(sid);
    this.#parts.accountWebhooks.raw.set(sid, { ...raw });
  }

  /** Removes a service: from now on it gets 404. Whether there was one. */
  removeService(sid: string): boolean {
    return this.#parts.services.remove(sid);
  }

  /**
   * Changes the webhook of an account, by default the emulator's own.
   * @throws RangeError if there is no such account.
   */
  setAccountWebhook(webhook: Partial<EmulatedAccountWebhookSettings>, accountSid = this.account.accountSid): void {
    this.#parts.accounts.require(accountSid);
    this.#parts.accountWebhooks.change(accountSid, webhook);
  }

  /** The requests since it started or since `clearRequests`, in the order of arrival. */
  get requests(): RecordedRequest[] {
    return this.#parts.log.list();
  }

  /** How many of those requests the filter takes; all of them without one. */
  countRequests(filter?: RequestFilter): number {
    return this.#parts.log.count(filter);
  }

  /** The most requests that it was answering at the same time. */
  get mostConcurrentRequests(): number {
    return this.#parts.concurrency.most;
  }

  /** Forgets the requests so far. */
  clearRequests(): void {
    this.#parts.log.clear();
    this.#parts.concurrency.forget();
  }

  /**
   * The next `count` requests meet `fault`, whatever they ask for. Further calls queue up.
   * @throws RangeError or TypeError if the fault or the count is not valid.
   */
  failNext(count: number, fault: Fault): void {
    this.#parts.faults.failNext(count, fault);
  }

  /**
   * Requests for `sid` meet `fault` until it is set to undefined: a service's webhook (`IS…`), an account's own webhook
   * (`AC…`), or all requests (`"*"`). The fault of a service or account takes precedence over that of all requests, and
   * one from `failNext` over both.
   * @throws RangeError or TypeError if the fault is not valid or `sid` is of the wrong shape.
   */
  setFault(sid: string, fault: Fault | undefined): void {
    this.#parts.faults.set(sid, fault);
  }

  /** Takes back every fault, those that wait for a request included. */
  clearFaults(): void {
    this.#parts.faults.clear();
  }

  /** Closes the connections that no request is using, as a server does with those that were idle for long. */
  closeIdleConnections(): void {
    this.#parts.server.closeIdleConnections();
  }

  /** The `TWILIO_*` variables that point a program at this emulator. */
  environment(options: ConnectionOptions = {}): Record<string, string> {
    return environmentOf(this.baseUrl, options.account ?? this.account, options.name);
  }

  /** The same as stack config: pass it to the Automation API's `setAllConfig`. */
  pulumiConfig(options: ConnectionOptions = {}): Record<string, EmulatorConfigValue> {
    return pulumiConfigOf(this.baseUrl, options.account ?? this.account, options.name);
  }

  /** Ends it at once, and with it every connection, whatever is going on there. To stop it again does nothing. */
  stop(): Promise<void> {
    return this.#parts.server.stop();
  }

  /** Stops it at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

function snapshot(service: StoredService): EmulatedService {
  const { sid, accountSid, friendlyName } = service;
  return { sid, accountSid, friendlyName, webhook: webhookOf(service) };
}
