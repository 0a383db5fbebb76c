// Tested by test/verdict/remediation/delivery-steps.test.ts
import type { Violation } from "../violation";

/** The violation of `delivers`, if it may be shown by whose settings events could be delivered. */
export function undelivered(
  violations: readonly Violation[],
): (Violation & Required<Pick<Violation, "delivery" | "missing">>) | undefined {
  const violation = violations.find(({ property }) => property === "delivers");
  return violation?.delivery === undefined || violation.missing === undefined
    ? undefined
    : { ...violation, delivery: violation.delivery, missing: violation.missing };
}

/**
 * A violation of `delivers` as one of `filters`, for the events that the service's own settings need to list; none if there
 * is a violation of an exact list, which cannot have more events, or if it takes a URL besides that is still to be chosen.
 */
export function eventsToList(violations: readonly Violation[]): readonly Violation[] {
  const violation = undelivered(violations);
  if (violation?.delivery.by !== "service") {
    return [];
  }
  const { delivery, missing } = violation;
  const unlisted = missing.filter((event) => !delivery.filters.includes(event));
  const isExact = violations.some(({ property, condition }) => property === "filters" && condition === "equals");
  const isSet = (url: string) =>
    violations.some(
      ({ property, condition, expected }) => property === url && condition === "equals" && expected !== null,
    );
  const isAlone = violations.every(({ property }) => property !== "filters");
  return unlisted.length === 0 || isExact || (isAlone && !delivery.unsetUrls.every(isSet))
    ? []
    : [{ ...violation, property: "filters", condition: "includes", found: delivery.filters, missing: unlisted }];
}

/** Whether what a command sets has all events delivered. */
export function isDelivered(violation: Violation, toList: readonly Violation[], sets: readonly string[]): boolean {
  const { property, delivery, missing = [] } = violation;
  return (
    property === "delivers" &&
    delivery?.by === "service" &&
    delivery.unsetUrls.every((url) => sets.includes(url)) &&
    (toList.length > 0 ? sets.includes("filters") : missing.every((event) => delivery.filters.includes(event)))
  );
}
