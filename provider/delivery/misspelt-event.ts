import { knownWebhookFilters } from "../result/webhook-filter";
import { nearestWord } from "../text/did-you-mean";
import { accountOnlyEvents } from "./webhook-event";

/** Events that can be meant, by their plain names. */
class Vocabulary {
  readonly events: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  /** The subjects of the events: `message`. */
  readonly #subjects: ReadonlySet<string>;

  constructor(events: readonly string[]) {
    this.events = new Set(events);
    this.byName = new Map(events.map((event) => [plainName(event), event]));
    this.names = [...this.byName.keys()];
    this.#subjects = new Set(events.map((event) => plainName(event.split(/(?=[A-Z])/, 2).join(""))));
  }

  /** If the subject is spelt right, three other letters make another verb: `onMessageRead` may be new. */
  mostSlips(name: string): number {
    return [...this.#subjects].some((subject) => name.startsWith(subject)) ? 2 : 3;
  }
}

const ofServices = new Vocabulary(knownWebhookFilters);
const ofAccounts = new Vocabulary([...knownWebhookFilters, ...accountOnlyEvents]);

/**
 * The known event that was most likely meant; undefined if `event` is known, or may be a new one of Twilio's.
 *
 * Meant is the one that is the same but for case, separators and `on`; else the first that goes on where `event` ends, as
 * with `onMessage`; else one with a few other letters.
 */
export function meantEvent(event: string, owner: "service" | "account" = "service"): string | undefined {
  const vocabulary = owner === "account" ? ofAccounts : ofServices;
  if (vocabulary.events.has(event) || !/[a-z0-9]/i.test(event)) {
    return undefined;
  }
  const { byName, names } = vocabulary;
  const name = plainName(event);
  const meant = byName.has(name)
    ? name
    : (names.find((known) => known.startsWith(name)) ?? nearestWord(name, names, vocabulary.mostSlips(name)));
  return meant === undefined ? undefined : byName.get(meant);
}

/** Whether `event` is no more than the beginning of a known one: which one is meant is then a guess. */
export function isOnlyBeginning(event: string, meant: string): boolean {
  const [name, whole] = [plainName(event), plainName(meant)];
  return whole !== name && whole.startsWith(name);
}

/** The part of a name that tells events apart: `messageadded`. */
function plainName(event: string): string {
  return event
    .toLowerCase()
    .replace(/[\s_-]/g, "")
    .replace(/^on/, "");
}
