import { setMaxListeners } from "node:events";
import { configNamespace } from "../credentials/account-name";
import { parseBaseUrl } from "../credentials/base-url";
import type { Credentials } from "../credentials/credentials";
import { describeCredentials, isApiKey } from "../credentials/describe-credentials";
import type { Environment } from "../credentials/settings-source";
import type { RefusedCredentials } from "../response/api-error-steps";
import { parseJsonObject } from "../response/json-object";
import { attempt } from "./attempt";
import { acceptedEncodings } from "./transport/body";
import { Connections, mostConnections } from "./transport/connections";
import { proxyFor } from "./transport/proxy";
import { read } from "./read";
import { redactor } from "./failure/redactor";
import type { RequestEvent } from "./request-event";
import { defaultRequestSettings, type RequestSettings } from "./request-settings";
import { requestUrl } from "./request-url";
import { SlotQueue } from "./slots/slot-queue";

/** How many reads are under way at first; more as soon as the server bears them. */
export const firstConnections = 16;

/** The purpose of a read, and who follows it. */
export interface ReadOptions {
  /** The name of what is read, for messages: `the webhook configuration of service IS…`. */
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

/** If a client gets what it needs besides credentials and settings. */
export interface ClientDependencies {
  /**
   * If HTTPS_PROXY and NO_PROXY are looked up.
   * @default process.env
   */
  readonly environment?: Environment;
  /**
   * If the jitter comes from: a number from 0 up to, but not including, 1.
   * @default Math.random
   */
  readonly random?: () => number;
}

/** The state that the reads of a client share, made with the first of them. */
interface Route {
  readonly connections: Connections;
  readonly proxyHost: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly redact: (text: string) => string;
  readonly credentials: RefusedCredentials;
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
  readonly #queue = new SlotQueue({ start: firstConnections, most: mostConnections });
  #base: string | undefined;
  #route: Route | undefined;

  constructor(
    credentials: Credentials,
    settings: Partial<RequestSettings> = {},
    dependencies: ClientDependencies = {},
  ) {
    this.#credentials = credentials;
    this.#settings = { ...defaultRequestSettings, ...settings };
    this.#environment = dependencies.environment ?? process.env;
    this.#random = dependencies.random ?? Math.random;
  }

  /**
   * Gets the JSON object at `path`, such as `/v1/Services/IS…/Configuration/Webhooks`.
   *
   * The deadline runs from when the read gets its slot among those of this client. Before that it waits as long as
   * others are answered; when none has been for as long as the deadline, it ends.
   * @throws {ConfigurationError} if the credentials must not be sent to the base URL, or a proxy's URL is none.
   * @throws {TwilioApiError} for an error status that will not go away, or has not in all attempts.
   * @throws {NetworkError} if no whole answer came.
   * @throws {RequestTimeoutError} if none came in time.
   * @throws {ResponseFormatError} for an answer that is not a JSON object, a redirect, or more than a MiB.
   */
  async getJson(path: string, options: ReadOptions): Promise<JsonAnswer> {
    options.signal?.throwIfAborted();
    const { account, baseUrl, origin } = this.#credentials;
    this.#base ??= parseBaseUrl(baseUrl, "the base URL", account);
    const url = requestUrl(this.#base, path);
    const { connections, proxyHost, headers, redact, credentials } = (this.#route ??= this.#routeTo(url));
    const { signal } = options;
    if (signal !== undefined) {
      // Many reads may wait on one signal. Each takes its listeners away again, so Node's warning would be a false one.
      setMaxListeners(0, signal);
    }
    const answer = await read({
      subject: options.subject,
      account,
      settingName: origin?.settingName ?? ((key) => `${configNamespace(account)}:${key}`),
      apiHost: url.host,
      credentials,
      proxyHost,
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
    this.#route?.connections.close();
    this.#route = undefined;
  }

  #routeTo(url: URL): Route {
    const { account, username, password } = this.#credentials;
    const proxy = proxyFor(url, this.#environment, account);
    return {
      connections: new Connections(url, proxy),
      proxyHost: proxy?.host,
      headers: {
        Accept: "application/json",
        "Accept-Encoding": acceptedEncodings,
        Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
        "User-Agent": "pulumi-twilio-conversations",
      },
      credentials: { isApiKey: isApiKey(this.#credentials), line: describeCredentials(this.#credentials) },
      redact: redactor(proxy === undefined ? [{ username, password }] : [{ username, password }, proxy]),
    };
  }
}
