// Tested by test/policy/recorded-services-policy.test.ts
import { secretPlaceholder } from "../text/secret-placeholder";

/**
 * A service's SID as a word of its own: in a URL, in JSON in a string, or alone. The escape in front of it may end in a
 * letter or a digit that does not belong to the word: `%2F`, even if its percent sign is encoded again; `\\n`, `\\x2F`,
 * `\\u0022` in JSON or a program; `=3D` in a mail.
 */
const sidInText =
  /(?:(?<![0-9A-Za-z])|(?<=%(?:25)*[0-9a-fA-F]{2})|(?<=\\[abfnrtv0])|(?<=\\x[0-9a-fA-F]{2})|(?<=\\u[0-9a-fA-F]{4})|(?<==[0-9A-F]{2}))IS[0-9a-fA-F]{32}(?![0-9A-Za-z])/g;

/** Text in base64, such as a Kubernetes Secret's data or an instance's user data; of what is shorter, none has a SID in it. */
const base64 = /^[A-Za-z0-9+/_-][A-Za-z0-9+/_\s-]{44,}={0,2}\s*$/;

/** Where a service's SID stands in a resource's properties. */
export interface SidPlace {
  readonly sid: string;
  /** The property and the way from there: `environment.variables[2]`. */
  readonly path: string;
  /** The property alone. */
  readonly property: string;
}

/**
 * The service SIDs in a resource's properties: in values and in keys, at any depth, in the text of assets too. What is
 * not known yet in preview has none in it.
 */
export async function serviceSidsIn(properties: object): Promise<readonly SidPlace[]> {
  const places: SidPlace[] = [];
  const later: Promise<void>[] = [];
  const search = (value: unknown, path: string, property: string): void => {
    if (value instanceof Promise) {
      later.push(value.then((text: unknown) => search(text, path, property)));
    } else if (typeof value === "string") {
      places.push(...sidsIn(value).map((sid) => ({ sid, path, property })));
    } else if (typeof value === "object" && value !== null) {
      for (const [key, part] of ownValues(value)) {
        const below = path === "" ? key : path + step(value, key);
        search(key, below, property || key);
        search(part, below, property || key);
      }
    }
  };
  search(properties, "", "");
  await Promise.all(later);
  return places;
}

/** A name without the service SIDs in it, which may be secret. */
export function withoutSids(name: string): string {
  return name.replace(sidInText, secretPlaceholder);
}

function sidsIn(text: string): readonly string[] {
  const decoded = base64.test(text) ? Buffer.from(text, "base64").toString("latin1") : "";
  return [...(text.match(sidInText) ?? []), ...(decoded.match(sidInText) ?? [])];
}

/** Without asking for the property: the policy SDK throws at what is not known yet, and the rest would go unseen. */
function ownValues(object: object): [string, unknown][] {
  return Object.entries(Object.getOwnPropertyDescriptors(object)).flatMap(([key, { value, enumerable }]) =>
    enumerable === true ? [[key, value as unknown]] : [],
  );
}

function step(object: object, key: string): string {
  return Array.isArray(object) ? `[${key}]` : `.${key}`;
}
