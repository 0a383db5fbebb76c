import { CompiledExpectation } from "../expectation/compiled-expectation";
import { compileExpectation } from "../expectation/compile-expectation";
import type { ServiceWebhookExpectation } from "../expectation/service-webhook-expectation";
import { InvalidInputError } from "../errors/invalid-input-error";
import { DataSnapshot } from "./data-snapshot";
import { judge, type JudgedConfiguration } from "./judge";
import type { Violation } from "./violation";

interface Remembered {
  readonly snapshot: DataSnapshot;
  readonly compiled: CompiledExpectation;
}

const remembered = new WeakMap<object, Remembered>();

/**
 * Judges a webhook configuration by an expectation: pure, without a request. URLs that carry a credential are not shown
 * in what it gives back.
 *
 * To judge many configurations by one expectation, hand in the same object again: it is read once.
 * @returns All violations; none where the expectation holds.
 * @throws InvalidInputError if the expectation is not valid, or not all of it is known.
 * @example
 * const live = await getServiceWebhookConfiguration({ chatServiceSid });
 * const violations = verifyServiceWebhookConfiguration(live, { postWebhookUrl: { protocol: "https" } });
 */
export function verifyServiceWebhookConfiguration(
  configuration: JudgedConfiguration,
  expectation: ServiceWebhookExpectation | CompiledExpectation,
): readonly Violation[] {
  if (typeof configuration !== "object" || configuration === null) {
    throw new InvalidInputError("configuration", "configuration is no webhook configuration: it must be an object");
  }
  const compiled = expectation instanceof CompiledExpectation ? expectation : compiledOnce(expectation);
  const [unknown] = compiled.deferred;
  if (unknown !== undefined) {
    throw new InvalidInputError(unknown, `${unknown} is not known yet, so nothing can be verified by it`);
  }
  return judge(configuration, compiled).violations;
}

function compiledOnce(expectation: ServiceWebhookExpectation): CompiledExpectation {
  const known = remembered.get(expectation);
  if (known?.snapshot.isCurrent === true) {
    return known.compiled;
  }
  const compiled = compileExpectation(expectation);
  if (compiled.deferred.length === 0) {
    remembered.set(expectation, { snapshot: new DataSnapshot(expectation), compiled });
  }
  return compiled;
}
