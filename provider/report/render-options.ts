import type { Repository } from "./repository-path";

/** How a report is laid out for its destination. */
export interface RenderOptions {
  /** How many columns a line may have; undefined if that does not matter. */
  readonly width: number | undefined;
  readonly colours: boolean;
  /** Whether only what fails is shown, besides warnings and the outcome. */
  readonly quiet: boolean;
  readonly repository: Repository;
}
