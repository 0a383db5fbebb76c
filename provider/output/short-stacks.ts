/** Frames of an error's stack, from where it was made: of a mistake in a user's transform, its line. */
const enough = 1;

/**
 * Has stacks kept short for a while, as Pulumi's SDK itself does for its own ends: it takes one for each promise of each
 * property of a resource (about 40 for one of ours), and each frame of each goes through the source maps. For 300
 * resources that is 3 s, most of what a preview takes.
 * @returns what puts an end to it
 */
export function shortStacks(): () => void {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = Math.min(usual, enough);
  return () => {
    Error.stackTraceLimit = usual;
  };
}
