/**
 * The end of an attempt before its time, for whoever has something to stop then. It does what an AbortController does at
 * a fraction of the processor time, and every request has one.
 */
export class Ending {
  readonly #listeners = new Set<() => void>();
  #hasCome = false;
  #reason: unknown;

  get hasCome(): boolean {
    return this.#hasCome;
  }

  /** What it was given; undefined before. */
  get reason(): unknown {
    return this.#reason;
  }

  /** Only the first call counts. */
  come(reason: unknown): void {
    if (this.#hasCome) {
      return;
    }
    this.#hasCome = true;
    this.#reason = reason;
    for (const listener of this.#listeners) {
      listener();
    }
    this.#listeners.clear();
  }

  /** Calls `listener` when the end comes, or at once where it has. */
  on(listener: () => void): void {
    if (this.#hasCome) {
      listener();
    } else {
      this.#listeners.add(listener);
    }
  }

  /** Takes a listener away. */
  off(listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
