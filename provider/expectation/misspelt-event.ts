import { knownWebhookFilters } from "../result/webhook-filter";
import { nearestWord } from "../text/did-you-mean";

const knownByName: ReadonlyMap<string, string> = new Map(knownWebhookFilters.map((event) => [plainName(event), event]));
const names = [...knownByName.keys()];
/** What the known events are about: `message`. */
const subjects = new Set(knownWebhookFilters.map((event) => plainName(event.split(/(?=[A-Z])/, 2).join(""))));

/**
 * The known event that was most likely meant; undefined where `event` is known, or may be a new one of Twilio's.
 *
 * Meant is the one that is the same but for case, separators and `on`; else the first that goes on where `event` ends, as
 * with `onMessage`; else one with a few other letters.
 */
export function meantEvent(event: string): string | undefined {
  if ((knownWebhookFilters as readonly string[]).includes(event)) {
    return undefined;
  }
  const name = plainName(event);
  if (!/[a-z0-9]/i.test(event)) {
    return undefined;
  }
  const meant = knownByName.has(name)
    ? name
    : (names.find((known) => known.startsWith(name)) ?? nearestWord(name, names, mostSlips(name)));
  return meant === undefined ? undefined : knownByName.get(meant);
}

/** Where the subject is spelt right, three other letters make another verb: `onMessageRead` may be new. */
function mostSlips(name: string): number {
  return [...subjects].some((subject) => name.startsWith(subject)) ? 2 : 3;
}

/** What is left to tell events apart by: `messageadded`. */
function plainName(event: string): string {
  return event
    .toLowerCase()
    .replace(/[\s_-]/g, "")
    .replace(/^on/, "");
}
