/** An event of a read, told as it happens. Free of secrets, on one line, and fit for a log. */
export type RequestEvent =
  /** The request is being sent. */
  | { readonly kind: "attempt"; readonly attempt: number; readonly maxAttempts: number }
  /** An answer was read whole. */
  | {
      readonly kind: "answered";
      readonly attempt: number;
      readonly status: number;
      readonly requestId: string | undefined;
      /** From sending to the last byte. */
      readonly seconds: number;
    }
  /** No answer came that can be taken. */
  | { readonly kind: "failed"; readonly attempt: number; readonly reason: string; readonly seconds: number }
  /** The caller gave the read up while the request was under way. */
  | { readonly kind: "aborted"; readonly attempt: number; readonly seconds: number }
  /** The read will be tried again, after a wait. */
  | {
      readonly kind: "waiting";
      /** The attempt that failed. */
      readonly attempt: number;
      /** How long, in seconds. */
      readonly seconds: number;
      /** The failure: `Twilio answered 503`. */
      readonly reason: string;
    };
