// Tested by test/audit/rules.test.ts
import type { FileLocation } from "../file-location";
import type { CompiledRules, RuleSettings } from "../../rules/rule-settings";
import { layeredRules } from "../../rules/rule-settings";
import { canonicalSid } from "../../service-sid/same-sid";
import type { NameMatcher } from "../expectations/name-pattern";

/** Rule settings of a file, and where it has them. */
export interface PlacedRules {
  readonly settings: RuleSettings;
  readonly place: FileLocation;
}

/** The same for services whose friendly name matches a pattern. */
export interface PatternRules extends PlacedRules {
  readonly pattern: string;
  readonly matches: NameMatcher;
}

/** The rules that a file sets. */
export interface FileRules {
  /** For everything. */
  readonly general: RuleSettings;
  /** By canonical SIDs. */
  readonly bySid: ReadonlyMap<string, PlacedRules>;
  readonly byName: readonly PatternRules[];
}

export const noFileRules: FileRules = { general: {}, bySid: new Map(), byName: [] };

/** Which rules apply to which service: each kind of settings is made ready once. */
export class ServiceRules {
  /** For what is not about one service: an account's own configuration. */
  readonly general: CompiledRules;
  readonly #file: FileRules;
  readonly #base: RuleSettings;
  readonly #known = new Map<PatternRules | undefined, CompiledRules>();

  /**
   * @param base what the audit was asked for; "off" leaves nothing for the file to change
   */
  constructor(base: RuleSettings, file: FileRules) {
    this.#base = base;
    this.#file = base === "off" ? { ...noFileRules, general: "off" } : file;
    this.general = layeredRules([base, this.#file.general]);
  }

  /** The rules for a service: those for all, on top of them those of the first pattern that matches, then its own. */
  of(sid: string, friendlyName: string | null): CompiledRules {
    const { general, bySid, byName } = this.#file;
    const named = friendlyName === null ? undefined : byName.find(({ matches }) => matches(friendlyName));
    const own = bySid.size === 0 ? undefined : bySid.get(canonicalSid(sid));
    if (own !== undefined) {
      return layeredRules([this.#base, general, ...(named === undefined ? [] : [named.settings]), own.settings]);
    }
    if (named === undefined) {
      return this.general;
    }
    const rules = this.#known.get(named) ?? layeredRules([this.#base, general, named.settings]);
    this.#known.set(named, rules);
    return rules;
  }
}
