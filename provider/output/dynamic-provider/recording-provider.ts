import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import { isTwilioApiError } from "../../errors/twilio-api-error";
import { accountSettings, type AccountClient } from "../../request/account-client";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import { ReadFailure } from "./read-failure";
import { readKey, type ReadOutcome } from "../../recording/recorded-type";
import { secretOnTheWire } from "../../recording/secret-on-the-wire";
import { valueKeys } from "../../recording/value-keys";

type Properties = Record<string, unknown>;
const providerKey = "__provider";

/**
 * The provider of `ServiceWebhookConfiguration`, as Pulumi's dynamic-provider process runs it. The program has read the
 * values already: here they are recorded, and read again only where the engine asks for it, at a refresh and for `.get`.
 */
export class RecordingProvider implements dynamic.ResourceProvider {
  #config: dynamic.ConfigureRequest["config"] | undefined;
  readonly #clients = new Map<string, AccountClient>();

  // The engine asks for the next thing before this would have been awaited, so it must not wait for anything.
  async configure(request: dynamic.ConfigureRequest): Promise<void> {
    this.#config = request.config;
  }

  async check(_olds: Properties, news: Properties): Promise<dynamic.CheckResult> {
    const { [readKey]: told, ...inputs } = news;
    const reason = told === unknownInput ? absenceOf(inputs) : reasonAgainst(outcomeOf(told), inputs);
    // With a property named, the engine would print that property's value too.
    return reason === null ? { inputs } : { inputs, failures: [{ property: "", reason }] };
  }

  async diff(_id: string, olds: Properties, news: Properties): Promise<dynamic.DiffResult> {
    const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
    keys.delete(providerKey);
    const replaces = isDeepStrictEqual(olds["chatServiceSid"], news["chatServiceSid"]) ? [] : ["chatServiceSid"];
    return { changes: [...keys].some((key) => !isDeepStrictEqual(olds[key], news[key])), replaces };
  }

  async create(inputs: Properties): Promise<dynamic.CreateResult> {
    return { id: String(inputs["chatServiceSid"]), outs: inputs };
  }

  async update(_id: string, _olds: Properties, news: Properties): Promise<dynamic.UpdateResult> {
    return { outs: news };
  }

  async read(id: string, recorded: Properties): Promise<dynamic.ReadResult> {
    // A refresh comes with what was recorded; `.get` comes with no more than the account.
    const isRefresh = typeof recorded["chatServiceSid"] === "string";
    const account = recorded["account"];
    try {
      const live = await readServiceWebhookConfiguration(this.#client(account), id);
      const secrets: ReadonlySet<string> = secretProperties(live);
      const values = Object.fromEntries(
        Object.entries(live).map(([key, value]) => [key, secrets.has(key) ? secretOnTheWire(value) : value]),
      );
      const props = { ...recorded, ...values };
      return { id, props, inputs: { ...props } };
    } catch (error) {
      if (isRefresh && isTwilioApiError(error) && error.status === 404) {
        return { id: "", props: {} };
      }
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the reasons stand with the class
      throw new ReadFailure(error);
    }
  }

  #client(account: unknown): AccountClient {
    const { key, connect } = accountSettings(account, (fullKey) => this.#config?.get(fullKey), process.env);
    const client = this.#clients.get(key) ?? connect();
    this.#clients.set(key, client);
    return client;
  }
}

// The engine's stand-in for an input that is not known yet in preview.
const unknownInput = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What the program says of its read; null where it says nothing. */
function outcomeOf(told: unknown): Partial<ReadOutcome> | null {
  try {
    return typeof told === "string" ? (JSON.parse(told) as Partial<ReadOutcome> | null) : null;
  } catch {
    return null;
  }
}

/** Why the inputs may not be registered, if so. */
function reasonAgainst(outcome: Partial<ReadOutcome> | null, inputs: Properties): string | null {
  if (typeof outcome?.failure === "string") {
    return outcome.failure;
  }
  return outcome?.failure === null ? (absenceOf(inputs) ?? substitutionOf(outcome, inputs)) : hidden;
}

/** What registers no value at all would be judged by no policy, as if it could not be read. */
function absenceOf(inputs: Properties): string | null {
  return valueKeys.some((key) => Object.hasOwn(inputs, key)) ? null : absent;
}

/** A transform, and `ignoreChanges`, change what is registered after it was read and judged. */
function substitutionOf(outcome: Partial<ReadOutcome>, inputs: Properties): string | null {
  const { chatServiceSid, account, isJudged } = outcome.of ?? {};
  if (inputs["chatServiceSid"] !== chatServiceSid || inputs["account"] !== account) {
    return substituted;
  }
  return Object.hasOwn(inputs, "expect") && isJudged !== true ? unjudged : null;
}

const substituted =
  "chatServiceSid or account is not what was read: ignoreChanges or a transform has put another one in its place. Take it " +
  "out of there, or give the resource the one that is meant";
const unjudged =
  "expect was not given by the program, so nothing was judged by it: ignoreChanges or a transform has put it in. Give it in " +
  "the resource's arguments, or take it out";
const absent = "what was read is missing from the resource's properties: does a transform take it out?";
const hidden = 'ignoreChanges: ["*"] hides from this resource what was read; name the properties to ignore instead';
