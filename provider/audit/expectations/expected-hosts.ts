// Tested by test/audit/expected-hosts.test.ts
import { InvalidInputError } from "../../errors/invalid-input-error";
import { compileExpectation, readExpectation } from "../../expectation/compile-expectation";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";

/** A property that leads to a host. */
export type UrlProperty = "preWebhookUrl" | "postWebhookUrl";

/** The hosts to which webhooks may lead: an expectation for each URL, as only those that are set are judged. */
export interface ExpectedHosts {
  /** As they were given, each once. */
  readonly hosts: readonly string[];
  readonly of: Readonly<Record<UrlProperty, CompiledExpectation>>;
}

/**
 * Reads the hosts that are expected, in the words of an expectation's `host`.
 * @throws {InvalidInputError} for an empty list, and for what cannot be a host.
 */
export function requireExpectedHosts(given: readonly string[]): ExpectedHosts {
  const hosts = [...new Set(given)];
  if (hosts.length === 0) {
    throw new InvalidInputError("expectHosts", "expectHosts is an empty list: leave it out if any host may be");
  }
  for (const host of hosts) {
    const reading = readExpectation({ postWebhookUrl: { host } });
    if ("problems" in reading) {
      throw new InvalidInputError("expectHosts", `an expected host ${reading.problems[0]?.text ?? "is wrong"}`);
    }
  }
  return {
    hosts,
    of: {
      preWebhookUrl: compileExpectation({ preWebhookUrl: { host: hosts } }),
      postWebhookUrl: compileExpectation({ postWebhookUrl: { host: hosts } }),
    },
  };
}
