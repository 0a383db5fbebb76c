/** How a report is shown where it goes. */
export interface RenderOptions {
  /** How many columns a line may have; undefined where that does not matter. */
  readonly width: number | undefined;
  readonly colours: boolean;
  /** Whether only what fails is shown. */
  readonly quiet: boolean;
}
