// Tested by test/testing/emulator/faults/fault-injection.test.ts
/** Part of every fault. */
interface Delayed {
  /** Milliseconds before anything else happens. @default 0 */
  readonly delay?: number;
}

/**
 * The usual answer, late: what is true when the request arrives, sent after `delay` milliseconds.
 * @example
 * const fault: DelayFault = { delay: 2_000 };
 */
export interface DelayFault {
  /** Milliseconds. */
  readonly delay: number;
}

/**
 * An answer of this status instead of the usual one; the request is not processed.
 * @example
 * const fault: StatusFault = { status: 429, retryAfter: 1 };
 */
export interface StatusFault extends Delayed {
  /** HTTP status, 200 to 599. */
  readonly status: number;
  /** Twilio's error code in the body. @default 20003 for 401, else 20000 and the status */
  readonly code?: number;
  /** The `Retry-After` header: seconds, or any text. @default none is sent */
  readonly retryAfter?: number | string;
  /** The body itself: texts and bytes as they are, anything else as JSON. @default an error of Twilio's shape */
  readonly body?: unknown;
  /** @default application/json */
  readonly contentType?: string;
  /** Further headers, such as `Location`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A page in place of JSON, as from a proxy or a wrong host; the request is not processed.
 * @example
 * const fault: HtmlFault = { html: true, status: 502 };
 */
export interface HtmlFault extends Delayed {
  /** That it is a page. */
  readonly html: true;
  /** @default 200 */
  readonly status?: number;
}

/**
 * The connection is reset: before the headers, or with half of the body sent.
 * @example
 * const fault: ResetFault = { reset: "body" };
 */
export interface ResetFault extends Delayed {
  /** `true`: before the headers; `"body"`: with half of the body sent. */
  readonly reset: true | "body";
}

/**
 * The connection ends after half of the body: short of its `Content-Length`, or without the last chunk.
 * @example
 * const fault: TruncateFault = { truncate: true };
 */
export interface TruncateFault extends Delayed {
  /** `true`: short of its `Content-Length`; `"chunked"`: without the last chunk. */
  readonly truncate: true | "chunked";
}

/**
 * Nothing comes until the client gives up: no headers, or no second half of the body.
 * @example
 * const fault: HangFault = { hang: true };
 */
export interface HangFault extends Delayed {
  /** `true`: no headers come; `"body"`: no second half of the body. */
  readonly hang: true | "body";
}

/**
 * A body that never ends.
 * @example
 * const fault: EndlessFault = { endless: true };
 */
export interface EndlessFault extends Delayed {
  /** That it never ends. */
  readonly endless: true;
}

/**
 * A fault of an answer. Each can come late: `delay` goes with all of them.
 * @example
 * const emulator = await startEmulator();
 * const fault: Fault = { status: 503, retryAfter: 0 };
 * emulator.failNext(2, fault);
 */
export type Fault = StatusFault | HtmlFault | ResetFault | TruncateFault | HangFault | EndlessFault | DelayFault;

const isTrue = (value: unknown): boolean => value === true;
const isWhole = (from: number, to: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;

/** The properties of a fault, and whether a value makes sense. */
const properties: Readonly<Record<string, (value: unknown) => boolean>> = {
  delay: isWhole(0, 2 ** 31 - 1),
  status: isWhole(200, 599),
  html: isTrue,
  reset: (value) => isTrue(value) || value === "body",
  truncate: (value) => isTrue(value) || value === "chunked",
  hang: (value) => isTrue(value) || value === "body",
  endless: isTrue,
  code: Number.isInteger,
  retryAfter: (value) => typeof value === "number" || typeof value === "string",
  body: () => true,
  contentType: (value) => typeof value === "string",
  headers: (value) => typeof value === "object" && value !== null,
};

/** A fault is one of these: two of them would contradict each other. */
const kinds = [["status", "html"], ["reset"], ["truncate"], ["hang"], ["endless"]];

/** @throws TypeError if `fault` is not something that the emulator can do. */
export function requireFault(fault: Fault): void {
  const entries = typeof fault === "object" && fault !== null ? Object.entries(fault) : [];
  const wrong = entries.find(([key, value]) => properties[key]?.(value) !== true);
  if (wrong) {
    throw new TypeError(`a fault's ${wrong[0]} cannot be ${String(wrong[1])}`);
  }
  const given = kinds.filter((kind) => kind.some((key) => entries.some(([name]) => name === key)));
  if (given.length > 1 || (given.length === 0 && fault?.delay === undefined)) {
    throw new TypeError("a fault is one of delay, status, html, reset, truncate, hang, endless");
  }
}
