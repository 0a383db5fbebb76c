import type { AuditProgress } from "../audit/audit-options";
import { printableText } from "../text/printable";
import type { OutputStream } from "./command-context";

const barWidth = 24;
/** Milliseconds between two drawings; more of them would only slow down a terminal over a network. */
const interval = 80;

const deeds: Readonly<Record<AuditProgress["phase"], string>> = {
  stacks: "Reading stacks",
  services: "Reading services",
  hosts: "Looking at hosts",
};

/** Draws the progress of an audit in one line of a terminal, and clears it again. */
export class ProgressBar {
  readonly #stream: OutputStream;
  readonly #now: () => number;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isDrawn = false;

  constructor(stream: OutputStream, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
  }

  /** Draws it, unless it was drawn a moment ago. */
  show({ phase, done, total, current = [] }: AuditProgress): void {
    const now = this.#now();
    if (now - this.#drawnAt < interval && done < total) {
      return;
    }
    this.#drawnAt = now;
    this.#isDrawn = true;
    const filled = total === 0 ? 0 : Math.floor((done / total) * barWidth);
    const bar = `[${"=".repeat(filled)}${" ".repeat(barWidth - filled)}]`;
    const counts = `${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
    const text = `${deeds[phase]} ${bar} ${counts}${namesText(current)}`;
    this.#stream.write(`\r${text.slice(0, (this.#stream.columns ?? 80) - 1)}\u001b[K`);
  }

  /** Clears it. */
  clear(): void {
    if (this.#isDrawn) {
      this.#isDrawn = false;
      this.#stream.write("\r\u001b[K");
    }
  }
}

function namesText([first, ...rest]: readonly string[]): string {
  return first === undefined ? "" : `: ${printableText(first)}${rest.length === 0 ? "" : ` and ${rest.length} more`}`;
}
