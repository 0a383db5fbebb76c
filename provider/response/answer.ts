/** One HTTP answer, read whole, with the few headers that the package looks at. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  /** The `Twilio-Request-Id` header. */
  readonly requestId: string | undefined;
  /** The `Retry-After` header. */
  readonly retryAfter: string | undefined;
  /** Decompressed and decoded; a byte order mark is left in place. */
  readonly body: string;
}
