// Tested by test/policy/ignored-changes.test.ts
import type { ResourceValidationArgs } from "@pulumi/policy";
import { firstProperty } from "../recording/property-path";

/**
 * Says why a policy cannot judge a resource, if that is so: with `ignoreChanges`, Pulumi shows it what is recorded in place
 * of what is live. A webhook that leads elsewhere since then would pass.
 * @param judged the properties that the policy judges
 */
export function ignoredChangesMessage(
  { opts }: Pick<ResourceValidationArgs, "opts">,
  judged: readonly string[],
): string | undefined {
  const steps = opts.ignoreChanges.map(firstProperty);
  const ignored = judged.filter((property) => steps.includes(property) || steps.includes("*"));
  return ignored.length === 0
    ? undefined
    : `ignoreChanges has ${ignored.join(", ")}: Pulumi shows a policy what is recorded then, not what is live, so it cannot be judged\n` +
        "  Take it out of the resource's ignoreChanges";
}
