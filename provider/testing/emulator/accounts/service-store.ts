import { randomIdentifier, requireIdentifier } from "../identifiers";
import type { RawFields } from "../raw-fields";
import { changeSettings, neverConfigured, type EmulatedWebhookSettings } from "./webhook-settings";

/**
 * The SIDs and the URL in an answer. Twilio names the service asked for and its account; a test may want others.
 * @example
 * const identity: Partial<EmulatedIdentity> = { chatServiceSid: exampleServiceSid };
 */
export interface EmulatedIdentity {
  /** The account that the answer names. */
  readonly accountSid: string | null;
  /** The service that the answer names. */
  readonly chatServiceSid: string | null;
  /** The configuration's own URL in the answer. */
  readonly url: string | null;
}

/**
 * A Conversations service to put into the emulator.
 * @example
 * const service: EmulatedServiceArgs = { friendlyName: "support", webhook: { method: "POST" } };
 */
export interface EmulatedServiceArgs {
  /** `IS` and 32 hex digits. @default made up */
  readonly sid?: string;
  /** @default null */
  readonly friendlyName?: string | null;
  /** The account it belongs to, which the emulator must have. @default the emulator's own account */
  readonly accountSid?: string;
  /** The settings of its webhook. @default nothing: never configured */
  readonly webhook?: Partial<EmulatedWebhookSettings>;
  /** The SIDs and the URL in its answers, for tests of answers about something else. @default its own */
  readonly identity?: Partial<EmulatedIdentity>;
  /** Fields of its webhook's answer exactly as they are sent. @default none */
  readonly raw?: RawFields;
}

/**
 * A Conversations service as the emulator has it at this moment; a later change does not show in it.
 * @example
 * const emulator = await startEmulator();
 * const service: EmulatedService = emulator.addService();
 */
export interface EmulatedService {
  /** `IS` and 32 hex digits. */
  readonly sid: string;
  /** The account that it belongs to. */
  readonly accountSid: string;
  /** The name that people give it. */
  readonly friendlyName: string | null;
  /** The webhook configuration as a reader gets it. */
  readonly webhook: EmulatedWebhookSettings & EmulatedIdentity;
}

/** A service and its place in the order in which services were added. */
export interface StoredService {
  readonly sid: string;
  readonly accountSid: string;
  readonly friendlyName: string | null;
  readonly position: number;
  readonly created: Date;
  updated: Date;
  settings: EmulatedWebhookSettings;
  identity: Partial<EmulatedIdentity>;
  raw: RawFields | undefined;
}

/** The services of one emulator. */
export class ServiceStore {
  readonly #services = new Map<string, StoredService>();
  #added = 0;

  /** @throws RangeError if the SID is of the wrong shape or there already. */
  add(args: EmulatedServiceArgs, accountSid: string): StoredService {
    const sid = args.sid ?? randomIdentifier("IS");
    requireIdentifier("IS", sid, "sid");
    if (this.#services.has(sid)) {
      throw new RangeError(`the emulator has service ${sid} already`);
    }
    const now = new Date();
    const service: StoredService = {
      sid,
      accountSid,
      friendlyName: args.friendlyName ?? null,
      position: ++this.#added,
      created: now,
      updated: now,
      settings: changeSettings(neverConfigured, args.webhook ?? {}),
      identity: { ...args.identity },
      raw: args.raw && { ...args.raw },
    };
    this.#services.set(sid, service);
    return service;
  }

  find(sid: string): StoredService | undefined {
    return this.#services.get(sid);
  }

  /** @throws RangeError if the emulator has no such service. */
  require(sid: string): StoredService {
    const service = this.#services.get(sid);
    if (service === undefined) {
      throw new RangeError(`the emulator has no service ${sid}: add it with addService first`);
    }
    return service;
  }

  /** Whether there was such a service to remove. */
  remove(sid: string): boolean {
    return this.#services.delete(sid);
  }

  /** In the order in which they were added. */
  ofAccount(accountSid: string): StoredService[] {
    return [...this.#services.values()].filter((service) => service.accountSid === accountSid);
  }

  changeSettings(service: StoredService, change: Partial<EmulatedWebhookSettings>): void {
    service.settings = changeSettings(service.settings, change);
    service.updated = new Date();
  }
}
