/** The bounds of a {@link ConcurrencyLimit}. */
export interface ConcurrencyBounds {
  /** How many requests may be under way at first. */
  readonly start: number;
  /** How many may ever be. */
  readonly most: number;
}

/** How many requests must be served before one more is tried, at least and at most. */
const leastPatience = 16;
const mostPatience = 256;

/**
 * How many requests may be under way at once, learnt from what the server does.
 *
 * Each served request raises the limit by one until the first refusal (429). Each refusal lowers it by one: where 16
 * are sent together and 6 refused, the server bears 10. From then on it rises by one after a while of service, to find
 * out whether the server bears more. That while doubles when the rise is refused and halves when it goes well. So a
 * server with a fixed limit refuses few requests, one that has become generous again is found out, and a refusal now
 * and then, because of what others do with the account, does not bring everything to a halt.
 *
 * Pure: it counts, and knows neither time nor requests.
 */
export class ConcurrencyLimit {
  readonly #most: number;
  #limit: number;
  /** Nothing was refused yet. */
  #unrefused = true;
  #patience = leastPatience;
  /** Requests served since the limit rose last. */
  #served = 0;
  /** Whether it is still to be seen how the last rise went. */
  #trying = false;

  constructor({ start, most }: ConcurrencyBounds) {
    this.#limit = start;
    this.#most = most;
  }

  /** How many requests may be under way now; never below 1. */
  get current(): number {
    return this.#limit;
  }

  /** A request was answered. */
  served(): void {
    if (this.#unrefused) {
      this.#limit = Math.min(this.#most, this.#limit + 1);
      return;
    }
    this.#served += 1;
    if (this.#trying && this.#served >= this.#limit) {
      this.#trying = false;
      this.#patience = Math.max(leastPatience, this.#patience / 2);
    }
    if (this.#served >= Math.max(this.#patience, this.#limit) && this.#limit < this.#most) {
      this.#limit += 1;
      this.#served = 0;
      this.#trying = true;
    }
  }

  /** A request was refused, because there were too many at once. */
  refused(): void {
    this.#unrefused = false;
    this.#limit = Math.max(1, this.#limit - 1);
    if (this.#trying) {
      this.#trying = false;
      this.#served = 0;
      this.#patience = Math.min(mostPatience, this.#patience * 2);
    }
  }
}
