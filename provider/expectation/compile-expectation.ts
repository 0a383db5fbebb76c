import { InvalidInputError } from "../errors/invalid-input-error";
import { CompiledExpectation, type LiveValue, type LiveValues } from "./compiled-expectation";
import type { Condition, ExpectedProperty } from "./conditions/condition";
import { ExpectationNode, type ExpectationPath, type Problem, type ReadingContext } from "./reading/expectation-node";
import type { ServiceWebhookExpectation } from "./service-webhook-expectation";
import { parseDelivers } from "./delivers-expectation";
import { parseFilters } from "./filters-expectation";
import { isList, kindOf } from "../text/kind-of";
import { parseUrlExpectation } from "./url-expectation";
import { parseAccountSid, parseMethod } from "./value-expectation";

/** How an expectation is read. */
export interface CompileOptions {
  /**
   * The name of the expectation, for messages.
   * @default "expect"
   */
  readonly name?: string;
  /**
   * The places of its secrets: `[["postWebhookUrl", "host"]]`; `[[]]` if all of it is secret. A URL that carries a
   * credential is one in any case.
   * @default none
   */
  readonly secretPaths?: readonly ExpectationPath[];
}

type Parsers = { readonly [P in ExpectedProperty]: (node: ExpectationNode) => readonly Condition<LiveValues[P]>[] };

const parsers: Parsers = {
  preWebhookUrl: parseUrlExpectation,
  postWebhookUrl: parseUrlExpectation,
  method: parseMethod,
  filters: parseFilters,
  accountSid: parseAccountSid,
};
const properties = Object.keys(parsers) as ExpectedProperty[];
/** All that an expectation may have. */
const keys = [...properties, "delivers"] as const;
type ExpectationKey = (typeof keys)[number];

/** The result of reading an expectation: it is valid, or all that is wrong with it is known. */
export type ExpectationReading = { readonly compiled: CompiledExpectation } | { readonly problems: readonly Problem[] };

/**
 * Reads an expectation once, to judge many configurations by it with `verifyServiceWebhookConfiguration`. What is done to
 * the expectation afterwards changes nothing.
 * @throws {InvalidInputError} that names every key that is wrong; its `argument` is the first of them.
 * @example
 * const ours = compileExpectation({ postWebhookUrl: { host: "*.example.com" } });
 * const { services } = await getServiceWebhookConfigurations({});
 * const wrong = services.filter(
 *   ({ configuration: live }) => live === null || verifyServiceWebhookConfiguration(live, ours).length > 0,
 * );
 */
export function compileExpectation(expectation: ServiceWebhookExpectation): CompiledExpectation;
/**
 * The same for whatever may be an expectation, which may hold {@link notYetKnown} in place of any value.
 * @internal
 */
export function compileExpectation(value: unknown, options?: CompileOptions): CompiledExpectation;
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
  const conditions = new Map<ExpectedProperty, readonly Condition<LiveValue>[]>();
  for (const property of properties) {
    const node = fields?.get(property);
    const parsed = node?.isKnown === true ? parsers[property](node) : (node?.defer() ?? []);
    if (parsed.length > 0) {
      conditions.set(property, parsed);
    }
  }
  const delivers = fields?.get("delivers");
  const expected = delivers?.isKnown === true ? parseDelivers(delivers) : delivers?.defer();
  return context.problems.length > 0
    ? { problems: context.problems }
    : {
        compiled: new CompiledExpectation({
          conditions,
          delivers: expected,
          deferred: context.deferred,
          secretProperties: new Set(
            [...(fields?.keys() ?? keys)]
              .filter((key) => isPartlySecret(key, secretPaths))
              .map((key) => (key === "delivers" ? "filters" : key)),
          ),
          secretTexts: [...context.secretTexts],
        }),
      };
}

/** A secret that is not known yet counts: its place is known. */
function isPartlySecret(property: ExpectationKey, secretPaths: readonly ExpectationPath[]): boolean {
  return secretPaths.some(([first]) => first === undefined || first === property);
}

function fieldsOf(root: ExpectationNode): ReadonlyMap<ExpectationKey, ExpectationNode> | undefined {
  const { value } = root;
  return typeof value === "object" && value !== null && !isList(value)
    ? root.fields(keys, "property")
    : root.problem(`must be an object with at least one of ${keys.join(", ")}; it is ${kindOf(value)}`);
}

function invalid(name: string, problems: readonly Problem[]): InvalidInputError {
  const lines = problems.map((problem) => `${problem.name} ${problem.text}`);
  const [first = name, ...others] = lines;
  const argument = problems[0]?.name ?? name;
  return others.length === 0
    ? new InvalidInputError(argument, `${name} is not a valid expectation: ${first}`)
    : new InvalidInputError(argument, `${name} is not a valid expectation (${lines.length} problems):`, lines);
}
