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
import { SharedValues } from "./shared-values";

/** Why there are no values of a service. */
interface NotRead {
  readonly kind: "missing" | "unreadable";
  readonly reason: string;
}

/** What came of asking Twilio for a service. */
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

/** One account at Twilio, reached with one set of settings, and what was learnt of it. */
export class LiveAccount {
  /** The services that are wanted, besides those of the list. */
  readonly wanted = new Set<string>();
  /** Whether the list of its services is wanted, at least for their names. */
  wantsList = false;
  /** Which services of the list are wanted, by their names. */
  wantsListed: (friendlyName: string | null) => boolean = () => false;
  /** The friendly names of its services by SID, as far as its list was read. */
  readonly names = new Map<string, string | null>();
  /** Why the list could not be read. */
  listFault: string | undefined;
  /** What serves a service without settings of its own; undefined where it was not read. */
  accountLevel: GetWebhookConfigurationResult | undefined;
  /** Why that could not be read. */
  accountLevelFault: string | undefined;

  // Of tens of thousands of services: the values themselves, without anything around them.
  readonly #services = new Map<string, WebhookValues | NotRead>();
  readonly #shared = new SharedValues();
  readonly #client: AccountClient;
  #isWrongPlace = false;

  /** @param name the named account; undefined for the default one */
  constructor(
    readonly name: string | undefined,
    client: AccountClient,
  ) {
    this.#client = client;
  }

  /** The account's SID, as far as credentials or answers tell. */
  get accountSid(): string | undefined {
    return this.#client.accountSid ?? this.accountLevel?.accountSid ?? undefined;
  }

  /** The services of the list that are wanted, as far as it was read: of one that broke off, what is known counts. */
  get listed(): readonly string[] {
    return [...this.names].filter(([, name]) => this.wantsListed(name)).map(([sid]) => sid);
  }

  /** What was learnt of a service; undefined where it was not asked for, or the audit was stopped before. */
  service(sid: string): LiveService | undefined {
    const known = this.#services.get(sid);
    return known === undefined || "reason" in known ? known : { kind: "read", values: known };
  }

  /** Reads what is wanted. An abort rejects with the signal's reason, and leaves here what was learnt. */
  async read(options: LiveReadOptions): Promise<void> {
    const refusal = await this.#readAccountLevel(options.signal);
    if (refusal === undefined && this.wantsList) {
      await this.#readList(options.signal);
    }
    const sids = new Set([...this.wanted, ...this.listed]);
    options.onTotal(sids.size);
    if (refusal !== undefined) {
      // Thousands of requests with credentials that are wrong would only lock the account.
      this.#listRefused(refusal);
      this.#allUnreadable(sids, refusal, options.onService);
      return;
    }
    try {
      const take = (reading: ServiceWebhookConfigurationReading): void => {
        this.#services.set(reading.chatServiceSid, this.#keep(reading));
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

  /** Gives back why nothing else needs to be tried, if that is so. */
  async #readAccountLevel(signal: AbortSignal): Promise<string | undefined> {
    try {
      this.accountLevel = await readWebhookConfiguration(this.#client, { signal });
    } catch (error) {
      this.accountLevelFault = faultOf(error);
      this.#isWrongPlace = isTwilioApiError(error) && error.status === 404;
      return isTwilioApiError(error) && error.status === 401 ? this.accountLevelFault : undefined;
    }
    return undefined;
  }

  async #readList(signal: AbortSignal): Promise<void> {
    try {
      for await (const page of listServices(this.#client, { signal })) {
        for (const { sid, friendlyName } of page) {
          this.names.set(sid, friendlyName);
        }
      }
    } catch (error) {
      this.listFault = faultOf(error);
    }
  }

  #listRefused(reason: string): void {
    if (this.wantsList) {
      this.listFault = reason;
    }
  }

  #allUnreadable(sids: Iterable<string>, reason: string, onService: () => void): void {
    for (const sid of sids) {
      if (!this.#services.has(sid)) {
        this.#services.set(sid, { kind: "unreadable", reason });
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
            "which every account has: the base URL leads to another place",
        }
      : { kind: "missing", reason: `there is no service ${chatServiceSid} in the account` };
  }
}

/** Why something could not be read. What is not an error of this package (an abort, a fault in it) is thrown on. */
function faultOf(error: unknown): string {
  if (isTwilioConversationsError(error)) {
    return error.message;
  }
  throw error;
}
