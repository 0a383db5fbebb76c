import * as pulumi from "@pulumi/pulumi";
import { isTwilioConversationsError } from "../../errors/twilio-conversations-error";
import { enforce, requireEnforcement, type Enforcement, type Ruling } from "../../verdict/enforcement";
import { judge, type JudgedConfiguration, type Verdict } from "../../verdict/judge";
import { anyOutput } from "../sdk/any-output";
import { concealed } from "../../text/conceal";
import { knownExpectation } from "./gate-input";

/** What a program demands of a configuration; any part may be an output. */
export interface Demand {
  readonly expect: unknown;
  readonly enforcement: unknown;
}

/** A live configuration, with what is known about it. */
export interface LiveReading {
  readonly configuration: JudgedConfiguration & { readonly chatServiceSid: string };
  /** Whether the whole of it is secret. */
  readonly isSecret: boolean;
  /** The properties that the program marked as secret. */
  readonly secretProperties?: readonly string[];
  /** The names of the resources that are done before it is read. */
  readonly after: readonly string[];
}

/** A demand that is read and found valid. */
export interface ValidDemand {
  /** The properties of which something secret is expected. */
  readonly secretProperties: ReadonlySet<string>;
  /** What comes of it for a live configuration. */
  rule(reading: LiveReading): Ruling & Pick<Verdict, "violations">;
}

/**
 * Reads and validates a demand, as far as it is known. An enforcement level that is not known in preview only warns
 * there.
 * @throws {InvalidInputError} where the expectation or the enforcement level is not valid.
 */
export async function validDemand({ expect, enforcement }: Demand, name: string): Promise<ValidDemand> {
  const expectation = await knownExpectation(expect, { name });
  const level = await knownEnforcement(enforcement);
  return {
    secretProperties: expectation.secretProperties,
    rule({ configuration, isSecret, secretProperties: marked = [], after }) {
      const secretProperties = new Set(isSecret ? Object.keys(configuration) : marked);
      const verdict = judge(configuration, expectation, { secretProperties });
      const ruling = enforce(verdict, {
        enforcement: level,
        isPreview: pulumi.runtime.isDryRun(),
        after,
        chatServiceSid: isSecret ? concealed : configuration.chatServiceSid,
        expectationName: name,
      });
      return { ...ruling, violations: verdict.violations };
    },
  };
}

async function knownEnforcement(enforcement: unknown): Promise<Enforcement> {
  // What is not known in the update never will be, since what it is of has failed: nothing may then pass by it.
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

/** What is wrong with a demand, in words for the user; null where it is valid. Anything unforeseen is thrown on. */
export async function problemWith(demand: Promise<ValidDemand>): Promise<string | null> {
  try {
    await demand;
    return null;
  } catch (error) {
    if (isTwilioConversationsError(error)) {
      return error.message;
    }
    throw error;
  }
}
