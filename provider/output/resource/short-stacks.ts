import type * as pulumi from "@pulumi/pulumi";

/** Frames of an error's stack where functions of the program run meanwhile: of a mistake in one of them, its line. */
const forFunctionsOfTheProgram = 1;

/** The part of a resource that the SDK keeps: the transformations that its children go through. */
interface ResourceInternals {
  readonly __transformations?: readonly unknown[];
}

/**
 * Has no stacks made for a while: Pulumi's SDK takes one for each promise of each property of a resource (about 40 for
 * one of ours), and each frame of each goes through the source maps. For 300 resources that is 3 s, most of what a
 * preview takes; with one frame each, still 0.15 s.
 * @param parent What the resource is made under: its parent, or else the stack.
 * @returns what puts an end to it
 */
export function shortStacks(
  { transformations }: Pick<pulumi.ResourceOptions, "transformations">,
  parent: pulumi.Resource | undefined,
): () => void {
  const usual = Error.stackTraceLimit;
  const { __transformations: inherited } = (parent ?? {}) as ResourceInternals;
  const enough = transformations?.length || inherited?.length ? forFunctionsOfTheProgram : 0;
  // Whoever looks for promises that never end is shown where they were made.
  if (!process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) {
    Error.stackTraceLimit = Math.min(usual, enough);
  }
  return () => {
    Error.stackTraceLimit = usual;
  };
}

/**
 * Gives an error that was made meanwhile a stack of the usual length: from the line on at which the program calls
 * `constructor`.
 */
export function withStack<E>(error: E, constructor: NewableFunction | CallableFunction): E {
  if (error instanceof Error && !/\n\s+at /.test(error.stack ?? "")) {
    Error.captureStackTrace(error, constructor);
  }
  return error;
}
