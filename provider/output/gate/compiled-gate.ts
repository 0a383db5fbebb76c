// Tested by test/output/functions/assert-service-webhook-configuration.test.ts
import * as pulumi from "@pulumi/pulumi";
import { isTwilioConversationsError } from "../../errors/twilio-conversations-error";
import { requireEnforcement, type Enforcement } from "../../verdict/enforcement";
import { decideGate, needsAccount, type GateDecision, type LiveReading } from "../../verdict/gate-decision";
import { knownRules } from "../../verdict/known-rules";
import type { Violation } from "../../verdict/violation";
import { compileExpectation } from "../../expectation/compile-expectation";
import { notYetKnown } from "../../expectation/reading/not-yet-known";
import { knownInput } from "./gate-input";

/** A gate as a program describes it; any part may be an output. */
export interface GateInput {
  /** Nothing is expected without the key. */
  readonly expect?: unknown;
  /** No rules apply without the key. */
  readonly rules?: unknown;
  readonly enforcement: unknown;
}

/** A gate that is read and found valid. */
export interface CompiledGate {
  /** The program's words for it. A part that is not known stands in it as not yet known. */
  readonly known: GateInput;
  /** How strictly it is enforced. */
  readonly enforcement: Enforcement;
  /** Whether any part of what the program says of it is secret. */
  readonly isSecret: boolean;
  /** The properties of which something secret is expected. */
  readonly secretProperties: ReadonlySet<string>;
  /** Whether the verdict depends on the settings of the service's account. */
  needsAccount(configuration: LiveReading["configuration"]): boolean;
  /** Judges a live configuration, and decides what the verdict leads to. */
  decide(reading: LiveReading): GateDecision & { readonly violations: readonly Violation[] };
}

/** The demands of a gate: at least one of them. */
const demands = ["expect", "rules"] as const;

/** Whether a program demands anything of a service. */
export function isGate(given: object): boolean {
  return demands.some((key) => key in given);
}

/**
 * Reads and validates what a program says of a gate, as far as it is known. An enforcement level that is not known in
 * preview only warns there.
 * @param name What the expectation is called in messages.
 * @throws {InvalidInputError} if the expectation, the rules or the enforcement level is not valid.
 */
export async function compileGate(input: GateInput, name: string): Promise<CompiledGate> {
  const expect = "expect" in input ? await knownInput(input.expect) : undefined;
  const expectation = expect && compileExpectation(expect.known, { name, secretPaths: expect.secretPaths });
  const settings = "rules" in input ? await knownInput(input.rules) : undefined;
  const rules = settings && knownRules(settings.known, { secretPaths: settings.secretPaths });
  const given = await knownInput(input.enforcement);
  const level = levelOf(given.known);
  const demanded = { expectation, rules, enforcement: level };
  return {
    known: {
      ...(expect && { expect: expect.known }),
      ...(settings && { rules: settings.known }),
      enforcement: given.known,
    },
    enforcement: level,
    isSecret: [expect, settings, given].some((part) => (part?.secretPaths.length ?? 0) > 0),
    secretProperties: expectation?.secretProperties ?? new Set(),
    needsAccount: (configuration) => needsAccount(configuration, demanded),
    decide: (reading) => decideGate(reading, { ...demanded, name, isPreview: pulumi.runtime.isDryRun() }),
  };
}

function levelOf(enforcement: unknown): Enforcement {
  if (enforcement === notYetKnown) {
    // An input that is still unknown in the update never will be known, because its source has failed: fail closed.
    return pulumi.runtime.isDryRun() ? "advisory" : "mandatory";
  }
  return requireEnforcement(enforcement);
}

/** The mistake in a gate, in words for the user; null if it is valid. Anything unforeseen is thrown on. */
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
