// Tested by test/expectation/conditions/url-condition.test.ts
import { readUrl, type ReadableUrl, type UnreadableUrl } from "../../url/readable-url";

/** A URL as Twilio has it, taken apart when the first condition needs it, and once. */
export class LiveUrl {
  /** Null if none is set. */
  readonly raw: string | null;
  #reading: ReadableUrl | UnreadableUrl | undefined;

  constructor(raw: string | null) {
    this.raw = raw;
  }

  /** The parts; asked for only if a URL is set. */
  get reading(): ReadableUrl | UnreadableUrl {
    return (this.#reading ??= readUrl(this.raw ?? ""));
  }
}
