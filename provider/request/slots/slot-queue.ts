import { ConcurrencyLimit, type ConcurrencyBounds } from "./concurrency-limit";

/** How a request ended, for those that wait behind it. */
export type SlotOutcome =
  /** The server answered, and the read is done. */
  | "served"
  /** The server had too many requests at once. */
  | "refused"
  /** Anything else. */
  | "failed";

/** The right to have one request under way. */
export interface Slot {
  /** Gives the slot back; only the first call counts. */
  release(outcome: SlotOutcome): void;
}

/** How a read waits for its slot. */
export interface WaitOptions {
  /** How long, in seconds. */
  readonly patience: number;
  /** The read had a slot before: it goes ahead of those that had none, and waits no longer than `patience`. */
  readonly again: boolean;
  readonly signal: AbortSignal | undefined;
}

interface Waiter {
  readonly admit: () => void;
}

/** No slot came within the patience. */
export class SlotTimeout extends Error {}

/**
 * Lets as many requests be under way as the server bears, and the others wait in order.
 *
 * The patience of a first slot is not for the wait as such (in a thousand reads the last one waits long while all is
 * well), but for a wait in which no read at all was served: then the server is down, and the queue ends as one.
 */
export class SlotQueue {
  readonly #limit: ConcurrencyLimit;
  readonly #first = new Set<Waiter>();
  readonly #again = new Set<Waiter>();
  #underWay = 0;
  #lastServed = Number.NEGATIVE_INFINITY;

  constructor(bounds: ConcurrencyBounds) {
    this.#limit = new ConcurrencyLimit(bounds);
  }

  /**
   * Waits for a slot.
   * @throws {SlotTimeout} after the patience; the signal's reason if it is aborted.
   */
  async acquire(options: WaitOptions): Promise<Slot> {
    options.signal?.throwIfAborted();
    if (this.#underWay >= this.#limit.current) {
      await this.#wait(options);
    } else {
      this.#underWay += 1;
    }
    return this.#slot();
  }

  #slot(): Slot {
    let isReleased = false;
    return {
      release: (outcome) => {
        if (isReleased) {
          return;
        }
        isReleased = true;
        this.#underWay -= 1;
        if (outcome === "served") {
          this.#lastServed = performance.now();
          this.#limit.served();
        } else if (outcome === "refused") {
          this.#limit.refused();
        }
        this.#admitWaiting();
      },
    };
  }

  #admitWaiting(): void {
    for (const queue of [this.#again, this.#first]) {
      for (const waiter of queue) {
        if (this.#underWay >= this.#limit.current) {
          return;
        }
        queue.delete(waiter);
        // Counted here and not when the waiter goes on: until then others may ask.
        this.#underWay += 1;
        waiter.admit();
      }
    }
  }

  #wait({ patience, again, signal }: WaitOptions): Promise<void> {
    const queue = again ? this.#again : this.#first;
    const began = performance.now();
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout;
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        queue.delete(waiter);
      };
      const waiter: Waiter = {
        admit: () => {
          end();
          resolve();
        },
      };
      const abort = () => {
        end();
        reject(signal?.reason);
      };
      const check = () => {
        const since = again ? began : Math.max(began, this.#lastServed);
        const left = patience * 1000 - (performance.now() - since);
        // A timer may fire up to a millisecond early.
        if (left > 1) {
          timer = setTimeout(check, left);
          return;
        }
        end();
        reject(new SlotTimeout());
      };
      timer = setTimeout(check, patience * 1000);
      signal?.addEventListener("abort", abort);
      queue.add(waiter);
    });
  }
}
