// Tested by test/output/functions/assert-service-webhook-configuration.test.ts
import * as pulumi from "@pulumi/pulumi";
import { isTwilioConversationsError } from "../../errors/twilio-conversations-error";
import { requireEnforcement, type Enforcement } from "../../verdict/enforcement";
import { decideGate, type GateDecision, type LiveReading } from "../../verdict/gate-decision";
import type { Violation } from "../../verdict/violation";
import { anyOutput } from "../sdk/any-output";
import { knownExpectation } from "./gate-input";

// Tested on the engine: test/engine/gate.

/** What a program says of a gate; any part may be an output. */
export interface GateInput {
  readonly expect: unknown;
  readonly enforcement: unknown;
}

/** A gate that is read and found valid. */
export interface CompiledGate {
  /** The properties of which something secret is expected. */
  readonly secretProperties: ReadonlySet<string>;
  /** Judges a live configuration, and decides what the verdict leads to. */
  decide(reading: LiveReading): GateDecision & { readonly violations: readonly Violation[] };
}

/**
 * Reads and validates what a program says of a gate, as far as it is known. An enforcement level that is not known in
 * preview only warns there.
 * @param name What the expectation is called in messages.
 * @throws {InvalidInputError} if the expectation or the enforcement level is not valid.
 */
export async function compileGate({ expect, enforcement }: GateInput, name: string): Promise<CompiledGate> {
  const expectation = await knownExpectation(expect, { name });
  const level = await knownEnforcement(enforcement);
  return {
    secretProperties: expectation.secretProperties,
    decide: (reading) =>
      decideGate(reading, { expectation, name, enforcement: level, isPreview: pulumi.runtime.isDryRun() }),
  };
}

async function knownEnforcement(enforcement: unknown): Promise<Enforcement> {
  // An input that is still unknown in the update never will be known, because its source has failed: fail closed.
  let known: Enforcement = pulumi.runtime.isDryRun() ? "advisory" : "mandatory";
  let problem: unknown;
  await pulumi.isSecret(
    anyOutput(enforcement).apply((value) => {
      try {
        known = requireEnforcement(value);
      } catch (error) {
        problem = error;
      }
    }),
  );
  if (problem !== undefined) {
    throw problem as unknown;
  }
  return known;
}

/** What is wrong with a gate, in words for the user; null if it is valid. Anything unforeseen is thrown on. */
export async function problemWith(gate: Promise<CompiledGate>): Promise<string | null> {
  try {
    await gate;
    return null;
  } catch (error) {
    if (isTwilioConversationsError(error)) {
      return error.message;
    }
    throw error;
  }
}
