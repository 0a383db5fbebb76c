// Tested by test/testing/emulator/error-bodies.test.ts
/** The emulator's answer, before any fault. */
export interface Reply {
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer of JSON, as all of Twilio's are. */
export function jsonReply(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  contentType = "application/json",
): Reply {
  return { status, body: Buffer.from(JSON.stringify(body)), contentType, headers };
}
