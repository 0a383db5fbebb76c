import type { AuditProgress } from "../audit/audit-options";
import type { OutputStream } from "./command-context";

const barWidth = 24;
/** Milliseconds between two looks; a terminal over a network would only be slowed down by more. */
const interval = 80;

const nouns: Readonly<Record<AuditProgress["phase"], string>> = { stacks: "stacks", services: "services" };

/** Draws how far an audit is in one line of a terminal, and takes it away again. */
export class ProgressBar {
  readonly #stream: OutputStream;
  readonly #now: () => number;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isDrawn = false;

  constructor(stream: OutputStream, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
  }

  /** Draws it, unless that was done a moment ago. */
  show({ phase, done, total }: AuditProgress): void {
    const now = this.#now();
    if (now - this.#drawnAt < interval && done < total) {
      return;
    }
    this.#drawnAt = now;
    this.#isDrawn = true;
    const filled = total === 0 ? 0 : Math.floor((done / total) * barWidth);
    const bar = `[${"=".repeat(filled)}${" ".repeat(barWidth - filled)}]`;
    const text = `Reading ${nouns[phase]} ${bar} ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
    this.#stream.write(`\r${text.slice(0, (this.#stream.columns ?? 80) - 1)}\u001b[K`);
  }

  /** Takes it away. */
  clear(): void {
    if (this.#isDrawn) {
      this.#isDrawn = false;
      this.#stream.write("\r\u001b[K");
    }
  }
}
