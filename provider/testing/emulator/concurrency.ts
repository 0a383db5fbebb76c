/** How many requests are being answered at once. */
export class Concurrency {
  #now = 0;
  #most = 0;

  /** Counts a request in; call `leave` once, when it is done. */
  enter(): { readonly count: number; readonly leave: () => void } {
    this.#now += 1;
    this.#most = Math.max(this.#most, this.#now);
    const leave = (): void => {
      this.#now -= 1;
    };
    return { count: this.#now, leave };
  }

  get most(): number {
    return this.#most;
  }

  forget(): void {
    this.#most = this.#now;
  }
}
