import * as pulumi from "@pulumi/pulumi";
import { perStack } from "./per-stack";

/** How many lines wait for each other at most. */
const most = 32;

/**
 * Lines for Pulumi's log at debug level. Each entry is a call to the engine, whether anybody wants to see it or not, and
 * takes as long as a read does: so the lines of requests that are under way together go together.
 */
class DebugLines {
  #underWay = 0;
  #lines: string[] = [];

  /** A request begins: lines may wait for its end. */
  begin(): void {
    this.#underWay += 1;
  }

  add(line: string): void {
    this.#lines.push(line);
    this.#sendWhereDue();
  }

  /** A request has ended. */
  end(): void {
    this.#underWay -= 1;
    this.#sendWhereDue();
  }

  #sendWhereDue(): void {
    if (this.#lines.length > 0 && (this.#underWay === 0 || this.#lines.length >= most)) {
      const text = this.#lines.join("\n");
      this.#lines = [];
      void pulumi.log.debug(text);
    }
  }
}

/** The running stack's: each has an engine of its own. */
export const debugLines = perStack(() => new DebugLines());
