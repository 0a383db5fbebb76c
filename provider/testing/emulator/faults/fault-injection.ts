import { requireFault, type Fault } from "./fault";
import { requireIdentifier } from "../identifiers";

/** Which request meets which fault. */
export class FaultInjection {
  #next: Fault[] = [];
  readonly #standing = new Map<string, Fault>();

  /** The next `count` requests meet `fault`, after those for which faults are queued already. */
  failNext(count: number, fault: Fault): void {
    requireFault(fault);
    if (!Number.isInteger(count) || count < 1) {
      throw new RangeError("count must be a whole number from 1");
    }
    for (let i = 0; i < count; i++) {
      this.#next.push(fault);
    }
  }

  /** From now on requests for that service or account (`*`: all requests) meet `fault`, until it is undefined again. */
  set(sid: string, fault: Fault | undefined): void {
    if (sid !== "*") {
      requireIdentifier(["IS", "AC"], sid, "sid");
    }
    if (fault === undefined) {
      this.#standing.delete(sid);
      return;
    }
    requireFault(fault);
    this.#standing.set(sid, fault);
  }

  clear(): void {
    this.#next = [];
    this.#standing.clear();
  }

  /** The fault for a request that has just come in; takes it off the queue if it comes from there. */
  take(sid: string | undefined): Fault | undefined {
    return this.#next.shift() ?? this.#standing.get(sid ?? "*") ?? this.#standing.get("*");
  }
}
