// Tested by test/expectation/compile-expectation.test.ts
/**
 * Stands, anywhere in an expectation, for a value that is not known before the update. The condition that it belongs
 * to is deferred: it is not judged, and it is listed as not judged.
 */
export const notYetKnown: unique symbol = Symbol.for("pulumi-twilio-conversations.notYetKnown");

/** The type of {@link notYetKnown}. */
export type NotYetKnown = typeof notYetKnown;
