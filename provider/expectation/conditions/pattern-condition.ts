import type { Condition } from "./condition";
import type { ExpectationNode } from "../reading/expectation-node";
import type { LiveUrl } from "./live-url";
import { dialectComplaint } from "./pattern-dialect";
import { isList } from "../../text/kind-of";
import { urlPartCondition } from "./url-condition";

type Re2 = typeof import("re2js");
type LinearPattern = InstanceType<Re2["RE2JS"]>;

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
    return node.problem("has no source");
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
      return { found: raw, because: "the URL has characters that are not ASCII" };
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
    : node.problem(`must be of i, m, s and u, each at most once; it is ${node.shown}`);
}

function compile(node: ExpectationNode, flags: string): LinearPattern | undefined {
  const { value } = node;
  if (typeof value !== "string" || value === "" || value.length > longestSource) {
    return node.problem(`must be a regular expression of 1 to ${longestSource.toLocaleString("en-US")} characters`);
  }
  if (!isJavaScript(value, flags)) {
    return node.problem(`is not a regular expression (with the flag u): ${node.shown}`);
  }
  const complaint = dialectComplaint(value);
  if (complaint !== undefined) {
    return node.problem(`${complaint}: ${node.shown}`);
  }
  // A quarter of a megabyte of source: only an expectation with a pattern pays for it.
  const { RE2JS } = require("re2js") as Re2;
  const bits: Readonly<Record<string, number>> = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL };
  try {
    const pattern = RE2JS.compile(
      value,
      [...flags].reduce((sum, flag) => sum | (bits[flag] ?? 0), 0),
    );
    return pattern.programSize() <= largestProgram ? pattern : node.problem(`repeats too much: ${node.shown}`);
  } catch {
    return node.problem(`cannot be matched in linear time: ${node.shown}`);
  }
}

function isJavaScript(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags.includes("u") ? flags : `${flags}u`) instanceof RegExp;
  } catch {
    return false;
  }
}
