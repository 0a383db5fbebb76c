import type * as pulumi from "@pulumi/pulumi";

/**
 * A value derived from a resource's arguments: a promise if all of them are plain values, which takes Pulumi's SDK a tenth of
 * the time of an output, and an output if one of them may be unknown, secret or of another resource.
 */
export type PromiseOrOutput<T> = Promise<T> | pulumi.Output<T>;

/** Applies `next` to it, and keeps the form. That may be a secret output, or hold one. */
export function after<T, Result>(
  value: PromiseOrOutput<T>,
  next: (value: T) => Result | PromiseOrOutput<Result>,
): PromiseOrOutput<Result> {
  return value instanceof Promise
    ? value.then<Result>(next as (value: T) => Result | Promise<Result>)
    : (value.apply((value) => next(value)) as pulumi.Output<Result>);
}
