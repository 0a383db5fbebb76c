/**
 * Fields of an answer exactly as they are sent, by their names on the wire, in place of the emulator's own. `undefined`
 * leaves a field out.
 * @example
 * const emulator = await startEmulator();
 * const raw: RawFields = { post_webhook_url: "not a url", url: undefined };
 * const { sid } = emulator.addService({ raw });
 */
export type RawFields = Readonly<Record<string, unknown>>;

/** `body` with those fields; JSON drops the ones that are undefined. */
export function withRawFields(body: Record<string, unknown>, raw: RawFields | undefined): Record<string, unknown> {
  return { ...body, ...raw };
}
