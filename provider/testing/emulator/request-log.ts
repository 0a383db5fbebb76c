import type { CredentialKind } from "./accounts/accounts";

/**
 * A request that the emulator was sent. The credentials it came with are not kept.
 * @example
 * const emulator = await startEmulator();
 * const failed = (request: RecordedRequest) => request.status !== 200;
 * const count = emulator.requests.filter(failed).length;
 */
export interface RecordedRequest {
  /** The HTTP method. */
  readonly method: string;
  /** With its query, as it was sent. */
  readonly path: string;
  /** The HTTP status of the answer; undefined if none was sent, or not yet. */
  readonly status: number | undefined;
  /** The answer's `Twilio-Request-Id`. */
  readonly requestId: string;
  /** The account it authenticated as; undefined if its credentials were wrong or missing. */
  readonly accountSid: string | undefined;
  /** Which of that account's credentials it showed. */
  readonly credential: CredentialKind | undefined;
  /** The service that the path names, whether or not there is one. */
  readonly chatServiceSid: string | undefined;
}

/**
 * Which requests to count: those that have all of these, or those for which the function says so.
 * @example
 * const emulator = await startEmulator();
 * const answered: RequestFilter = { status: 200 };
 * const count = emulator.countRequests(answered);
 */
export type RequestFilter = Partial<RecordedRequest> | ((request: RecordedRequest) => boolean);

/** The requests to the emulator, in the order of arrival. */
export class RequestLog {
  #requests: Writable<RecordedRequest>[] = [];

  /** Records a request; call what is returned when the status of its answer is known. */
  add(request: Omit<RecordedRequest, "status">): (status: number) => void {
    const recorded: Writable<RecordedRequest> = { ...request, status: undefined };
    this.#requests.push(recorded);
    return (status) => {
      recorded.status = status;
    };
  }

  list(): RecordedRequest[] {
    return this.#requests.map((request) => ({ ...request }));
  }

  count(filter: RequestFilter = {}): number {
    const matches = typeof filter === "function" ? filter : matcher(filter);
    return this.#requests.reduce((count, request) => (matches(request) ? count + 1 : count), 0);
  }

  clear(): void {
    this.#requests = [];
  }
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function matcher(filter: Partial<RecordedRequest>): (request: RecordedRequest) => boolean {
  const wanted = Object.entries(filter) as [keyof RecordedRequest, unknown][];
  return (request) => wanted.every(([key, value]) => request[key] === value);
}
