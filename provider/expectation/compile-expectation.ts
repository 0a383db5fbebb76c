import { InvalidInputError } from "../errors/invalid-input-error";
import { CompiledExpectation } from "./compiled-expectation";
import type { Condition, ExpectedProperty } from "./conditions/condition";
import { ExpectationNode, type ExpectationPath, type Problem, type ReadingContext } from "./reading/expectation-node";
import { parseFilters } from "./filters-expectation";
import { isList, kindOf } from "../text/kind-of";
import { parseUrlExpectation } from "./url-expectation";
import { parseAccountSid, parseMethod } from "./value-expectation";

/** How an expectation is read. */
export interface CompileOptions {
  /**
   * What the expectation is called, for messages.
   * @default "expect"
   */
  readonly name?: string;
  /**
   * Where it holds secrets: `[["postWebhookUrl", "host"]]`; `[[]]` where all of it is secret. A URL that carries a
   * credential is one in any case.
   * @default none
   */
  readonly secretPaths?: readonly ExpectationPath[];
}

const properties: readonly ExpectedProperty[] = ["preWebhookUrl", "postWebhookUrl", "method", "filters", "accountSid"];

/** What came of reading an expectation: it is valid, or all that is wrong with it is known. */
export type ExpectationReading = { readonly compiled: CompiledExpectation } | { readonly problems: readonly Problem[] };

/**
 * Reads an expectation, which may hold {@link notYetKnown} in place of any value.
 * @throws InvalidInputError that names every key that is wrong; its `argument` is the first of them.
 */
export function compileExpectation(value: unknown, options: CompileOptions = {}): CompiledExpectation {
  const reading = readExpectation(value, options);
  if ("problems" in reading) {
    throw invalid(options.name ?? "expect", reading.problems);
  }
  return reading.compiled;
}

/** The same for a reader that shows what is wrong in its own way. */
export function readExpectation(value: unknown, options: CompileOptions = {}): ExpectationReading {
  const { name = "expect", secretPaths = [] } = options;
  const context: ReadingContext = { root: name, secretPaths, problems: [], deferred: [], secretTexts: new Set() };
  const root = new ExpectationNode(value, [], context);
  const fields = root.isKnown ? fieldsOf(root) : root.defer();
  const read = <Live>(
    property: ExpectedProperty,
    parse: (node: ExpectationNode) => readonly Condition<Live>[],
  ): readonly Condition<Live>[] => {
    const node = fields?.get(property);
    return node?.isKnown === true ? parse(node) : (node?.defer() ?? []);
  };
  const parts = {
    name,
    preWebhookUrl: read("preWebhookUrl", parseUrlExpectation),
    postWebhookUrl: read("postWebhookUrl", parseUrlExpectation),
    method: read("method", parseMethod),
    filters: read("filters", parseFilters),
    accountSid: read("accountSid", parseAccountSid),
    deferred: context.deferred,
    secretProperties: new Set([...(fields?.keys() ?? properties)].filter((key) => isPartlySecret(key, secretPaths))),
    secretTexts: [...context.secretTexts],
  };
  return context.problems.length > 0 ? { problems: context.problems } : { compiled: new CompiledExpectation(parts) };
}

/** Also where the secret is not known yet: its place is. */
function isPartlySecret(property: ExpectedProperty, secretPaths: readonly ExpectationPath[]): boolean {
  return secretPaths.some(([first]) => first === undefined || first === property);
}

function fieldsOf(root: ExpectationNode): ReadonlyMap<ExpectedProperty, ExpectationNode> | undefined {
  const { value } = root;
  return typeof value === "object" && value !== null && !isList(value)
    ? root.fields(properties, "property")
    : root.problem(`must be an object with at least one of ${properties.join(", ")}; it is ${kindOf(value)}`);
}

function invalid(name: string, problems: readonly Problem[]): InvalidInputError {
  const lines = problems.map((problem) => `${problem.name} ${problem.text}`);
  const [first = name, ...others] = lines;
  const argument = problems[0]?.name ?? name;
  return others.length === 0
    ? new InvalidInputError(argument, `${name} is not a valid expectation: ${first}`)
    : new InvalidInputError(argument, `${name} is not a valid expectation, for ${lines.length} reasons:`, lines);
}
