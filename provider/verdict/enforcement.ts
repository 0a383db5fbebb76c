import { InvalidInputError } from "../errors/invalid-input-error";

/**
 * The effect of a violation: `mandatory` stops preview and update, `advisory` warns, `disabled` does neither.
 *
 * It is about violations only: a configuration that could not be read, or an expectation that is not valid, always stops.
 * @example
 * const enforcement = new pulumi.Config().get<Enforcement>("webhookEnforcement") ?? "mandatory";
 */
export type Enforcement = "mandatory" | "advisory" | "disabled";

const levels: ReadonlySet<unknown> = new Set<Enforcement>(["mandatory", "advisory", "disabled"]);

/**
 * Gives an enforcement level back; `mandatory` if none is given.
 * @throws {InvalidInputError} for anything else.
 */
export function requireEnforcement(value: unknown, argument = "enforcement"): Enforcement {
  if (value === undefined || levels.has(value)) {
    return (value ?? "mandatory") as Enforcement;
  }
  throw new InvalidInputError(argument, `${argument} must be "mandatory", "advisory" or "disabled"`);
}
