// Tested by test/audit/rules.test.ts
import { readRuleSettings, type RuleSettings } from "../../rules/rule-settings";
import { canonicalSid } from "../../service-sid/same-sid";
import { isServiceSid } from "../../service-sid/service-sid";
import { kindOf } from "../../text/kind-of";
import { printableJson } from "../../text/printable";
import { compileNamePattern } from "../expectations/name-pattern";
import type { YamlPath } from "../expectations/yaml-tree";
import type { FileLocation } from "../file-location";
import { noFileRules, type FileRules, type PatternRules, type PlacedRules } from "./file-rules";

/** A section of a file for its reader: what is wrong goes to the file's problems, by its place. */
export interface SectionContext {
  readonly problem: (path: YamlPath, message: string) => void;
  readonly locationOf: (path: YamlPath) => FileLocation;
  /** The entries of the object at a path, in the order of the file. */
  readonly entriesAt: (path: YamlPath) => readonly (readonly [key: string, value: unknown])[];
}

/** Reads the section `rules`: settings for everything, and beside them `services` and `friendlyNames`. */
export function readFileRules(section: unknown, context: SectionContext): FileRules {
  if (section === undefined) {
    return noFileRules;
  }
  if (typeof section !== "object" || section === null || Array.isArray(section)) {
    return { ...noFileRules, general: settings(section, ["rules"], context) ?? {} };
  }
  const { services, friendlyNames, ...general } = section as Record<string, unknown>;
  const bySid = new Map<string, PlacedRules>();
  for (const [sid, value] of entries(services, "services", context)) {
    const path = ["rules", "services", sid];
    const before = bySid.get(canonicalSid(sid))?.place.line;
    if (before !== undefined) {
      context.problem(
        path,
        `rules.services duplicates the service at line ${before}: the case of a SID's digits does not matter`,
      );
    }
    if (!isServiceSid(sid)) {
      // Not repeated: it may be a credential that was put in the wrong place.
      context.problem(
        path,
        "rules.services has a key that is not a service SID, which is IS and 32 hexadecimal digits",
      );
    }
    const own = settings(value, path, context);
    if (own !== undefined) {
      bySid.set(canonicalSid(sid), { settings: own, place: context.locationOf(path) });
    }
  }
  const byName: PatternRules[] = [];
  for (const [pattern, value] of entries(friendlyNames, "friendlyNames", context)) {
    const path = ["rules", "friendlyNames", pattern];
    const own = settings(value, path, context);
    if (own !== undefined) {
      const place = context.locationOf(path);
      byName.push({ pattern, matches: compileNamePattern(pattern), settings: own, place });
    }
  }
  return { general: settings(general, ["rules"], context) ?? {}, bySid, byName };
}

function entries(value: unknown, name: string, context: SectionContext): ReturnType<SectionContext["entriesAt"]> {
  if (value === undefined) {
    return [];
  }
  const path = ["rules", name];
  const found = typeof value === "object" && value !== null && !Array.isArray(value) ? context.entriesAt(path) : [];
  if (found.length === 0) {
    const what = typeof value === "object" && value !== null ? "it is empty, or a list" : `it is ${kindOf(value)}`;
    context.problem(path, `rules.${name} must be an object with at least one entry; ${what}`);
  }
  return found;
}

function settings(value: unknown, path: YamlPath, context: SectionContext): RuleSettings | undefined {
  const reading = readRuleSettings(value);
  if ("compiled" in reading) {
    return value ?? "recommended";
  }
  for (const { key, text } of reading.problems) {
    const name = [...path.map(String), ...(key === undefined ? [] : [key])].map(step).join("").replace(/^\./, "");
    context.problem(key === undefined ? path : [...path, key], `${name} ${text}`);
  }
  return undefined;
}

function step(name: string): string {
  return /^[\w-]+$/.test(name) ? `.${name}` : `[${printableJson(name.slice(0, 300))}]`;
}
