// Tested by test/engine/resource/inputs.test.ts
import * as pulumi from "@pulumi/pulumi";

/** The SDK's record of a component: its children, and a promise for the end of its construction. */
interface ComponentInternals {
  readonly __childResources?: Iterable<pulumi.Resource>;
  readonly __data?: Promise<unknown>;
}

/**
 * The names of the resources in `dependsOn`, once all of those are done in this update, a component's children included.
 * In preview it is unknown if one of them is still to be created: what it will do to the webhook cannot be read yet. These are
 * the rules of Pulumi's own invokes.
 * @param isExcluded Says of a resource that it is the one that waits: it would wait for itself if its component is among them.
 */
export function dependenciesDone(
  dependsOn: pulumi.InvokeOutputOptions["dependsOn"],
  isExcluded: (resource: pulumi.Resource) => boolean = () => false,
): pulumi.Output<readonly string[]> {
  const explicit = pulumi.output(dependsOn ?? []).apply<pulumi.Resource[]>((resources) => [resources].flat());
  return explicit
    .apply(async (resources) => {
      const reached = new Set<pulumi.Resource>();
      await Promise.all(resources.map((resource) => reach(resource, reached, isExcluded)));
      return [...reached];
    })
    .apply((resources) => pulumi.all(resources.map(whenDone)))
    .apply(() => explicit)
    .apply((resources) => pulumi.all(resources.map(({ urn }) => urn)))
    .apply((urns) => urns.map((urn) => urn.slice(urn.lastIndexOf("::") + 2)));
}

async function reach(
  resource: pulumi.Resource,
  reached: Set<pulumi.Resource>,
  isExcluded: (resource: pulumi.Resource) => boolean,
): Promise<void> {
  if (!pulumi.Resource.isInstance(resource)) {
    throw new pulumi.RunError("dependsOn has an entry that is not a resource");
  }
  if (reached.has(resource) || isExcluded(resource)) {
    return;
  }
  reached.add(resource);
  if (pulumi.ComponentResource.isInstance(resource)) {
    const component = resource as ComponentInternals;
    await component.__data;
    await Promise.all([...(component.__childResources ?? [])].map((child) => reach(child, reached, isExcluded)));
  }
}

function whenDone(resource: pulumi.Resource): pulumi.Output<unknown> {
  return (pulumi.CustomResource.isInstance(resource) && resource.id) || resource.urn;
}
