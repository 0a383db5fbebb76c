// Tested by test/audit/expectations/choosing.test.ts
import { resolve } from "node:path";
import type { AuditEvidence } from "../audit-evidence";
import type { AuditPlan } from "../audit-plan";
import { readTextFile } from "../text-file";
import { readExpectations } from "./read-expectations";

/** Reads a file of expectations; if it is wrong, its problems are evidence, and nothing else may be read. */
export async function takeExpectations(file: string, plan: AuditPlan, evidence: AuditEvidence): Promise<boolean> {
  let text: string;
  try {
    text = await readTextFile(resolve(plan.workDir, file), plan.signal);
  } catch (error) {
    plan.signal.throwIfAborted();
    evidence.problem(file, (error as Error).message, { file, line: null, column: null });
    return false;
  }
  const reading = readExpectations(text, file);
  if ("problems" in reading) {
    reading.problems.forEach(({ message, ...place }) => evidence.problem(file, message, place));
    return false;
  }
  evidence.expectations = reading.expectations;
  return true;
}
