import type { Credentials } from "../credentials/credentials";
import { parseJsonObject } from "../response/json-object";
import { attempt } from "./attempt";
import { acceptedEncodings } from "./body";
import { Connections, mostConnections } from "./connections";
import { proxyFor, type Environment } from "./proxy";
import { read } from "./read";
import { redactor } from "./redact";
import type { RequestEvent } from "./request-event";
import { defaultRequestSettings, type RequestSettings } from "./request-settings";
import { requestUrl } from "./request-url";
import { TurnQueue } from "./turn-queue";

/** How many reads are under way at first; more as soon as the server bears them. */
const firstConnections = 8;

/** What a read is for, and who follows it. */
export interface ReadOptions {
  /** What is read, for messages: `the webhook configuration of service IS…`. */
  readonly subject: string;
  /** Ends the read at once; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each attempt, answer and wait, as they happen. */
  readonly onEvent?: ((event: RequestEvent) => void) | undefined;
}

/** A JSON object that the API answered with. */
export interface JsonAnswer {
  readonly object: Record<string, unknown>;
  readonly requestId: string | undefined;
}

/** What a client takes from its surroundings. */
export interface ClientSurroundings {
  /**
   * Where HTTPS_PROXY and NO_PROXY are looked up.
   * @default process.env
   */
  readonly environment?: Environment;
  /**
   * Where the jitter comes from: a number from 0 up to, but not including, 1.
   * @default Math.random
   */
  readonly random?: () => number;
}

/**
 * Reads from Twilio with one account's credentials. Reads that share a client share its connections, of which there is
 * a bounded number, and what it learns of how many requests at once the server bears.
 */
export class TwilioClient {
  readonly #credentials: Credentials;
  readonly #settings: RequestSettings;
  readonly #environment: Environment;
  readonly #random: () => number;
  readonly #queue = new TurnQueue({ start: firstConnections, most: mostConnections });
  #connections: Connections | undefined;

  constructor(
    credentials: Credentials,
    settings: Partial<RequestSettings> = {},
    surroundings: ClientSurroundings = {},
  ) {
    this.#credentials = credentials;
    this.#settings = { ...defaultRequestSettings, ...settings };
    this.#environment = surroundings.environment ?? process.env;
    this.#random = surroundings.random ?? Math.random;
  }

  /**
   * Gets the JSON object at `path`, such as `/v1/Services/IS…/Configuration/Webhooks`.
   *
   * The deadline runs from when the read gets its turn among those of this client. Before that it waits as long as
   * others are answered; when none has been for as long as the deadline, it ends.
   * @throws {ConfigurationError} where the credentials must not be sent to the base URL, or a proxy's URL is none.
   * @throws {TwilioApiError} for an error status that will not go away, or has not in all attempts.
   * @throws {NetworkError} where no whole answer came.
   * @throws {RequestTimeoutError} where none came in time.
   * @throws {ResponseFormatError} for an answer that is no JSON object, a redirect, or more than a MiB.
   */
  async getJson(path: string, options: ReadOptions): Promise<JsonAnswer> {
    options.signal?.throwIfAborted();
    const { account, username, password } = this.#credentials;
    const url = requestUrl(this.#credentials, path);
    const proxy = proxyFor(url, this.#environment, account);
    const connections = (this.#connections ??= new Connections(url, proxy));
    const redact = redactor(proxy === undefined ? [{ username, password }] : [{ username, password }, proxy]);
    // A signal of this read's own: many reads on one of the caller's would each add a listener, and Node warns of that.
    const signal = options.signal && AbortSignal.any([options.signal]);
    const headers = {
      Accept: "application/json",
      "Accept-Encoding": acceptedEncodings,
      Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      "User-Agent": "pulumi-twilio-conversations",
    };
    const answer = await read({
      subject: options.subject,
      account,
      apiHost: url.host,
      proxyHost: proxy?.host,
      settings: this.#settings,
      queue: this.#queue,
      random: this.#random,
      redact,
      signal,
      onEvent: options.onEvent ?? (() => {}),
      send: (limit) => attempt({ url, headers, connections, redact, signal, ...limit }),
    });
    return { object: parseJsonObject(answer, options.subject), requestId: answer.requestId };
  }

  /** Closes idle connections. They end by themselves after some seconds, and never keep the process alive. */
  close(): void {
    this.#connections?.close();
    this.#connections = undefined;
  }
}
