// Tested by test/engine/plural.test.ts
import * as pulumi from "@pulumi/pulumi";
import { anyOutput } from "../sdk/any-output";
import { dependenciesDone } from "../sdk/dependencies-done";

/** `Args`, each of which may be an output. */
export type InputsOf<Args> = { readonly [Key in keyof Args]: pulumi.Input<Args[Key]> };

/** Facts beside the arguments. */
export interface KnownCircumstances<Args> {
  /** The arguments that the program marked as secrets. */
  readonly secrets: ReadonlySet<keyof Args>;
  /** The names of the resources in `dependsOn`. */
  readonly after: readonly string[];
}

/**
 * Hands the arguments to `read` once all of them are known and all of `dependsOn` is done, and gives back what comes of
 * it: unknown in preview if one of those is not there yet, and secret if an argument is.
 */
export function whenKnown<Args extends object, Result>(
  args: InputsOf<Args>,
  dependsOn: pulumi.InvokeOutputOptions["dependsOn"],
  read: (args: Args, circumstances: KnownCircumstances<Args>) => Promise<Result>,
): pulumi.Output<Result> {
  const keys = Object.keys(args) as (keyof Args)[];
  const values = keys.map((key) => anyOutput(args[key]));
  const secrets = Promise.all(values.map((value) => pulumi.isSecret(value)));
  // A value that rejects does so by itself: a second time would be one that nobody handles.
  secrets.catch(() => {});
  return pulumi.all([pulumi.all(values), dependenciesDone(dependsOn)]).apply<Result>(async ([known, after]) => {
    const isSecret = await secrets;
    return read(Object.fromEntries(keys.map((key, index) => [key, known[index]])) as Args, {
      secrets: new Set(keys.filter((_key, index) => isSecret[index])),
      after,
    });
  });
}
