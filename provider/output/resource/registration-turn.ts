// Tested by test/engine/resource/read-order.test.ts
import * as pulumi from "@pulumi/pulumi";
import { dependenciesDone } from "../sdk/dependencies-done";

/** The part of a resource that the SDK keeps: its parent, which for the outermost ones is the stack. */
interface ResourceInternals {
  readonly __parentResource?: pulumi.Resource;
}

/** The options for which Pulumi waits before it registers a resource. */
export type OrderingOptions = Pick<
  pulumi.CustomResourceOptions,
  "dependsOn" | "parent" | "provider" | "deletedWith" | "replaceWith"
>;

/** The resource that waits, once it is made: a component that it is in may be in its `dependsOn`. */
export interface Waiting {
  resource: pulumi.Resource | undefined;
}

/** Whether Pulumi waits for nothing but the resource's inputs. */
export function isFirstInTurn({ dependsOn, parent, provider, deletedWith, replaceWith }: OrderingOptions): boolean {
  return (
    dependsOn === undefined &&
    provider === undefined &&
    deletedWith === undefined &&
    replaceWith === undefined &&
    ancestorsOf(parent).length === 0
  );
}

/**
 * Waits for what Pulumi waits for before it registers a resource, its inputs aside: `dependsOn`, its ancestors with all
 * that those wait for, and other resources that its options name. Gives the names of the resources that may be what puts
 * a webhook right: those in `dependsOn`, and ancestors that are not components. In preview it is unknown if one of those
 * is still to be created.
 */
export function registrationTurn(options: OrderingOptions, waiting: Waiting): pulumi.Output<readonly string[]> {
  const { dependsOn, parent, provider, deletedWith, replaceWith } = options;
  const ancestors = ancestorsOf(parent);
  const isExcluded = (resource: pulumi.Resource): boolean => resource === waiting.resource;
  // A component is registered after all that it depends on, and never waits for its children as its own.
  const others = [...ancestors, provider, deletedWith].filter((other) => pulumi.Resource.isInstance(other));
  const turn = pulumi
    .all([
      pulumi.all(others.map(({ urn }) => urn)),
      dependenciesDone(ancestors.filter((ancestor) => pulumi.CustomResource.isInstance(ancestor))),
      dependenciesDone(dependsOn, isExcluded),
      dependenciesDone(replaceWith, isExcluded),
    ])
    .apply(([, above, before]) => [...above, ...before]);
  return withoutResources(turn);
}

/** A resource that depends on a component depends on all of its children: two of them would wait for each other for ever. */
function withoutResources<T>(output: pulumi.Output<T>): pulumi.Output<T> {
  let known: unknown = pulumi.unknown;
  const whenSettled = pulumi.isSecret(
    output.apply((value) => {
      known = value;
    }),
  );
  return pulumi.output(whenSettled.then(() => known)) as pulumi.Output<T>;
}

function ancestorsOf(parent: pulumi.Resource | undefined): readonly pulumi.Resource[] {
  const ancestors: pulumi.Resource[] = [];
  const stack = pulumi.runtime.getStackResource();
  let next = parent;
  while (pulumi.Resource.isInstance(next) && next !== stack) {
    ancestors.push(next);
    next = (next as ResourceInternals).__parentResource;
  }
  return ancestors;
}
