import { InvalidInputError } from "../errors/invalid-input-error";
import { didYouMean } from "../text/did-you-mean";
import { kindOf } from "../text/kind-of";
import { printableJson, shortened } from "../text/printable";
import { ruleIds, type RuleId, type RuleSeverity } from "./finding";
import type { Rule } from "./rule";
import { ruleTable } from "./rule-table";

/**
 * Which rules apply: `"recommended"`, all of them as the page of the rules has them; `"off"`, none; or an object that gives
 * some of them another severity, or switches them off, on top of what is recommended.
 * @see https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md
 * @example
 * const rules: RuleSettings = { "tunnel-host": "error", "placeholder-host": "off" };
 */
export type RuleSettings = "recommended" | "off" | Readonly<Partial<Record<RuleId, RuleSeverity | "off" | undefined>>>;

const severities: readonly RuleSeverity[] = ["error", "warning", "note"];

/** Settings that were read: the rules that apply, in the order of their findings. */
export class CompiledRules {
  readonly rules: readonly (readonly [Rule, RuleSeverity])[];

  constructor(severityOf: (rule: Rule) => RuleSeverity | "off") {
    const severityOrOff = ruleIds.map((id) => [ruleTable[id], severityOf(ruleTable[id])] as const);
    this.rules = severities.flatMap((severity) =>
      severityOrOff.flatMap(([rule, given]) => (given === severity ? [[rule, severity] as const] : [])),
    );
  }
}

const recommended = new CompiledRules(({ severity }) => severity);
const off = new CompiledRules(() => "off");

/** The rules of several settings, each of which changes what those before it say. */
export function layeredRules(layers: readonly RuleSettings[]): CompiledRules {
  const given = new Map<RuleId, RuleSeverity | "off">();
  let isOff = false;
  for (const layer of layers) {
    if (typeof layer === "string") {
      given.clear();
      isOff = layer === "off";
    } else {
      for (const [id, severity] of Object.entries(layer) as [RuleId, RuleSeverity | "off" | undefined][]) {
        if (severity !== undefined) {
          given.set(id, severity);
        }
      }
    }
  }
  return new CompiledRules(({ id, severity }) => given.get(id) ?? (isOff ? "off" : severity));
}

/** One thing that is wrong with rule settings; `text` follows the setting's name. */
export interface RuleProblem {
  /** The key that is wrong; undefined if the settings as a whole are. */
  readonly key: string | undefined;
  readonly text: string;
}

/** Reads rule settings, for a reader that shows what is wrong in its own way. */
export function readRuleSettings(
  value: unknown,
): { readonly compiled: CompiledRules } | { readonly problems: readonly RuleProblem[] } {
  if (value === undefined || value === "recommended") {
    return { compiled: recommended };
  }
  if (value === "off") {
    return { compiled: off };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const got = typeof value === "string" ? `"${shortened(value)}"` : kindOf(value);
    const text = `must be "recommended", "off" or an object of rules and their severities; it is ${got}`;
    return { problems: [{ key: undefined, text }] };
  }
  const given = Object.entries(value).filter(([, severity]) => severity !== undefined);
  const problems = given.flatMap(([key, severity]) => problemsOf(key, severity));
  const settings = new Map<string, unknown>(given);
  return problems.length > 0
    ? { problems }
    : { compiled: new CompiledRules(({ id, severity }) => (settings.get(id) ?? severity) as RuleSeverity | "off") };
}

function problemsOf(key: string, severity: unknown): readonly RuleProblem[] {
  if (!(ruleIds as readonly string[]).includes(key)) {
    return [{ key, text: `is not a rule${didYouMean(key, ruleIds)}` }];
  }
  if (severity === "off" || (severities as readonly unknown[]).includes(severity)) {
    return [];
  }
  const got = typeof severity === "string" ? printableJson(severity.slice(0, 300)) : kindOf(severity);
  return [{ key, text: `must be "error", "warning", "note" or "off"; it is ${got}` }];
}

/**
 * Reads rule settings.
 * @throws InvalidInputError that names every rule that is wrong; its `argument` is the first of them.
 */
export function compileRules(value: unknown, name = "rules"): CompiledRules {
  const reading = readRuleSettings(value);
  if ("compiled" in reading) {
    return reading.compiled;
  }
  const argumentOf = ({ key }: RuleProblem) => (key === undefined ? name : `${name}.${shortened(key, 100)}`);
  const lines = reading.problems.map((problem) => `${argumentOf(problem)} ${problem.text}`);
  const [first = name, ...others] = lines;
  const [problem] = reading.problems;
  const argument = problem === undefined ? name : argumentOf(problem);
  throw others.length === 0
    ? new InvalidInputError(argument, `${name} is not valid: ${first}`)
    : new InvalidInputError(argument, `${name} is not valid, for ${lines.length} reasons:`, lines);
}
