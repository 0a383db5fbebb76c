import type { Condition } from "./condition";
import type { ExpectationNode } from "../reading/expectation-node";
import type { LiveUrl } from "./live-url";
import { plainPattern } from "./plain-pattern";
import { isList } from "../../text/kind-of";
import { urlPartCondition } from "./url-condition";

type Re2 = typeof import("re2js");
/** A pattern, RE2's or JavaScript's. Neither takes long for any URL. */
type LinearPattern = Pick<RegExp, "test">;

const longestSource = 1_000;
// With the longest URL that is read, a pattern of this size takes about a tenth of a second at worst.
const largestProgram = 2_000;

/** Reads `pattern`. */
export function parsePattern(node: ExpectationNode): Condition<LiveUrl> | undefined {
  if (typeof node.value !== "object" || node.value === null || isList(node.value)) {
    return node.problem(`must be { source, flags? }; it is ${node.shown}`);
  }
  const fields = node.fields(["source", "flags"], "key");
  const source = fields?.get("source");
  if (fields !== undefined && source === undefined) {
    return node.problem("has no `source`");
  }
  const flags = parseFlags(fields?.get("flags"));
  const pattern = source?.isKnown === true ? compile(source, flags ?? "") : undefined;
  if ([source, fields?.get("flags")].some((field) => field?.isKnown === false)) {
    return node.defer();
  }
  if (pattern === undefined || flags === undefined) {
    return undefined;
  }
  return urlPartCondition("pattern", node, (_url, raw) => {
    // Case folding and classes such as \s and \w differ between dialects, but not on ASCII.
    if (/[^\x21-\x7e]/.test(raw)) {
      return { found: raw, because: "the URL has characters that are not printable ASCII" };
    }
    return pattern.test(raw) ? undefined : { found: raw };
  });
}

function parseFlags(node: ExpectationNode | undefined): string | undefined {
  if (!node?.isKnown) {
    return "";
  }
  const { value } = node;
  return typeof value === "string" && /^(?!.*(.).*\1)[imsu]*$/.test(value)
    ? value
    : node.problem(`must be any of i, m, s and u, each at most once; it is ${node.shown}`);
}

function compile(node: ExpectationNode, flags: string): LinearPattern | undefined {
  const { value } = node;
  if (typeof value !== "string" || value === "" || value.length > longestSource) {
    return node.problem(`must be a regular expression of 1 to ${longestSource.toLocaleString("en-US")} characters`);
  }
  if (hasAmbiguousClass(value)) {
    return node.problem(`has a class that begins with "]" or has "[:" in it; write "\\]" or "\\[": ${node.shown}`);
  }
  // A quarter of a megabyte of source: only an expectation with a pattern pays for it.
  const { RE2JS } = require("re2js") as Re2;
  const bits: Readonly<Record<string, number>> = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL };
  try {
    const pattern = RE2JS.compile(
      value,
      [...flags].reduce((sum, flag) => sum | (bits[flag] ?? 0), 0),
    );
    return pattern.programSize() <= largestProgram
      ? (plainPattern(value, flags) ?? pattern)
      : node.problem(`is too large, with all its repetitions: ${node.shown}`);
  } catch {
    return node.problem(`is not in RE2 syntax, which has no lookaround and no backreferences: ${node.shown}`);
  }
}

/**
 * The syntax is RE2's, and the library refuses most of what RE2 does not have. What it takes and reads in another way than
 * JavaScript does is refused here, since whoever tried the pattern in JavaScript has seen it refuse URLs that it would let
 * pass: `[]` is a class without characters there, and with RE2 begins one that has the bracket; `[^[:alpha:]x]` is a class
 * that ends at the first bracket there, and with RE2 a class of all but letters and x.
 */
function hasAmbiguousClass(source: string): boolean {
  const classes = source.replace(/\\./gs, "__").match(/\[\^?\]|\[[^\]]*/g) ?? [];
  return classes.some((text) => /^\[\^?\]|.\[:/s.test(text));
}
