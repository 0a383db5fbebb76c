// Tested by test/audit/live/accounts.test.ts
import { canonicalSid } from "../../service-sid/same-sid";
import { isConfigurationError } from "../../errors/configuration-error";
import { isTwilioApiError } from "../../errors/twilio-api-error";
import { isTwilioConversationsError } from "../../errors/twilio-conversations-error";
import type { AccountClient } from "../../request/account-client";
import { listServices } from "../../result/list-services";
import { mapServiceReadings } from "../../result/read-service-webhook-configurations";
import { readWebhookConfiguration } from "../../result/read-webhook-configuration";
import type { ServiceWebhookConfigurationReading } from "../../result/service-reading";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import type { WebhookValues } from "../webhook-values";
import { accountDescription } from "../account-label";
import { SharedValues } from "./shared-values";

/** Why there are no values of a service. */
interface NotRead {
  readonly kind: "missing" | "unreadable";
  readonly reason: string;
}

/** The outcome of asking Twilio for a service. */
export type LiveService = { readonly kind: "read"; readonly values: WebhookValues } | NotRead;

/** How an account is read. */
export interface LiveReadOptions {
  readonly signal: AbortSignal;
  /** How many services at the same time at most. @default as `readServiceWebhookConfigurations` has it */
  readonly concurrency: number | undefined;
  /** Told how many services there are to read, once that is known. */
  readonly onTotal: (count: number) => void;
  /** Told of each service that was read. */
  readonly onService: () => void;
}

/** A service that was in the account's list, and was not found a moment later. */
export interface GoneService {
  readonly sid: string;
  readonly friendlyName: string | null;
}

/** One account at Twilio, reached with one set of settings, and what was learnt of it. SIDs differ by case in nothing. */
export class LiveAccount {
  /** Whether the list of its services is wanted, at least for their names. */
  wantsList = false;
  /** Which services of the list are wanted, by their names. */
  wantsListed: (friendlyName: string | null) => boolean = () => false;
  /** Why the list could not be read. */
  listFault: string | undefined;
  /** The settings for a service that has none of its own; undefined if they were not read. */
  accountLevel: GetWebhookConfigurationResult | undefined;
  /** Why that could not be read. */
  accountLevelFault: string | undefined;
  /** The same if the credentials are not permitted to read it, and nothing else is wrong: a restricted API key. */
  accountLevelRefusal: string | undefined;

  /** The services that are wanted besides those of the list: the SID as it was given, by canonical SID. */
  readonly #wanted = new Map<string, string>();
  /** The services of the list, by canonical SID. */
  readonly #list = new Map<string, GoneService>();
  // Of tens of thousands of services: the values themselves, without anything around them.
  readonly #services = new Map<string, WebhookValues | NotRead>();
  readonly #shared = new SharedValues();
  readonly #client: AccountClient;
  #isWrongPlace = false;
  #listedAccountSid: string | undefined;

  /**
   * @param name the named account; undefined for the default one
   * @param secret of its credentials, which must be in no report
   */
  constructor(
    readonly name: string | undefined,
    client: AccountClient,
    readonly secret: string,
  ) {
    this.#client = client;
  }

  /** The account's SID, as far as credentials or answers tell. */
  get accountSid(): string | undefined {
    return this.#client.accountSid ?? this.answeringAccountSid;
  }

  /** The SID of the account that answers: an API key may be of another account than the one that is set beside it. */
  get answeringAccountSid(): string | undefined {
    return this.accountLevel?.accountSid ?? this.#listedAccountSid ?? this.#shared.accountSid ?? undefined;
  }

  /** How many services its list has, as far as it was read. */
  get listSize(): number {
    return this.#list.size;
  }

  /** The friendly names of its services, as far as its list was read. */
  get friendlyNames(): readonly string[] {
    return [...this.#list.values()].flatMap(({ friendlyName }) => friendlyName ?? []);
  }

  /** The services of the list that are wanted, as far as it was read: of one that broke off, what is known counts. */
  get listed(): readonly string[] {
    return [...this.#list.values()].filter(({ friendlyName }) => this.wantsListed(friendlyName)).map(({ sid }) => sid);
  }

  /** Those that only the list named, and that were not there any more when they were read. */
  get goneSinceListed(): readonly GoneService[] {
    return [...this.#list].filter(([key]) => this.isGoneSinceListed(key)).map(([, service]) => service);
  }

  /** Has a service read. */
  want(sid: string): void {
    const key = canonicalSid(sid);
    if (!this.#wanted.has(key)) {
      this.#wanted.set(key, sid);
    }
  }

  /** Whether the list named a service that nothing else did, and it was not there any more when it was read. */
  isGoneSinceListed(sid: string): boolean {
    const key = canonicalSid(sid);
    return this.#list.has(key) && !this.#wanted.has(key) && this.service(sid)?.kind === "missing";
  }

  /** The friendly name of a service; null if it has none, or it is not known. */
  friendlyName(sid: string): string | null {
    return this.#list.get(canonicalSid(sid))?.friendlyName ?? null;
  }

  /** Whether it may have a friendly name that is not known: the list was read whole, and does not have the service. */
  isNameUnknown(sid: string): boolean {
    return this.wantsList && this.listFault === undefined && !this.#list.has(canonicalSid(sid));
  }

  /** The outcome for a service; undefined if it was not asked for, or the audit was stopped before. */
  service(sid: string): LiveService | undefined {
    const known = this.#services.get(canonicalSid(sid));
    return known === undefined || "reason" in known ? known : { kind: "read", values: known };
  }

  /** Reads what is wanted. An abort rejects with the signal's reason, and leaves here what was learnt. */
  async read(options: LiveReadOptions): Promise<void> {
    const refusal = await this.#readAccountLevel(options.signal);
    if (refusal === undefined && this.wantsList) {
      await this.#readList(options.signal);
    }
    const sids = this.#sidsToRead();
    options.onTotal(sids.length);
    if (refusal !== undefined) {
      // Thousands of requests with credentials that are wrong would only lock the account.
      this.#listRefused(refusal);
      this.#allUnreadable(sids, refusal, options.onService);
      return;
    }
    try {
      const take = (reading: ServiceWebhookConfigurationReading): void => {
        this.#services.set(canonicalSid(reading.chatServiceSid), this.#keep(reading));
        options.onService();
      };
      const { signal, concurrency } = options;
      await mapServiceReadings(this.#client, sids, take, { signal, concurrency });
    } catch (error) {
      if (!isConfigurationError(error)) {
        throw error;
      }
      this.#allUnreadable(sids, error.message, options.onService);
    }
  }

  /** Ends its idle connections. */
  close(): void {
    this.#client.client.close();
  }

  /** Each service once, by the spelling that Twilio's list has for it. */
  #sidsToRead(): readonly string[] {
    const sids = new Map(this.#wanted);
    this.listed.forEach((sid) => sids.set(canonicalSid(sid), sid));
    return [...sids].map(([key, sid]) => this.#list.get(key)?.sid ?? sid);
  }

  /** Gives back why nothing else needs to be tried, if that is so. */
  async #readAccountLevel(signal: AbortSignal): Promise<string | undefined> {
    try {
      this.accountLevel = await readWebhookConfiguration(this.#client, { signal });
    } catch (error) {
      const fault = faultOf(error);
      const status = isTwilioApiError(error) ? error.status : undefined;
      if (status === 403) {
        this.accountLevelRefusal = fault;
        return undefined;
      }
      this.accountLevelFault = fault;
      this.#isWrongPlace = status === 404;
      return status === 401 ? fault : undefined;
    }
    return undefined;
  }

  async #readList(signal: AbortSignal): Promise<void> {
    try {
      for await (const page of listServices(this.#client, { signal })) {
        for (const { sid, friendlyName, accountSid } of page) {
          this.#list.set(canonicalSid(sid), { sid, friendlyName });
          this.#listedAccountSid ??= accountSid ?? undefined;
        }
      }
    } catch (error) {
      this.listFault = faultOf(error);
    }
  }

  /** `account eu (AC…)` */
  get #description(): string {
    return accountDescription(this.name, this.accountSid);
  }

  #listRefused(reason: string): void {
    if (this.wantsList) {
      this.listFault = reason;
    }
  }

  #allUnreadable(sids: Iterable<string>, reason: string, onService: () => void): void {
    for (const sid of sids) {
      const key = canonicalSid(sid);
      if (!this.#services.has(key)) {
        this.#services.set(key, { kind: "unreadable", reason });
        onService();
      }
    }
  }

  #keep({ chatServiceSid, configuration, error }: ServiceWebhookConfigurationReading): WebhookValues | NotRead {
    if (configuration !== null) {
      return this.#shared.valuesOf(configuration);
    }
    // Twilio's own code tells its "no such service" from another server's "no such page".
    if (error.status !== 404 || error.code !== 20404) {
      return { kind: "unreadable", reason: error.message };
    }
    return this.#isWrongPlace
      ? {
          kind: "unreadable",
          reason:
            `Twilio answered 404 for service ${chatServiceSid}, but also for the account's own configuration, ` +
            "which every account has: the base URL is wrong",
        }
      : { kind: "missing", reason: `there is no service ${chatServiceSid} in ${this.#description}` };
  }
}

/** Why something could not be read. What is not an error of this package (an abort, a fault in it) is thrown on. */
function faultOf(error: unknown): string {
  if (isTwilioConversationsError(error)) {
    return error.message;
  }
  throw error;
}
