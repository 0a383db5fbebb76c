/** A service's SID as a word of its own: in a URL, in JSON in a string, or alone. */
const sidInText = /(?<![0-9A-Za-z])IS[0-9a-fA-F]{32}(?![0-9A-Za-z])/g;

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
      places.push(...(value.match(sidInText) ?? []).map((sid) => ({ sid, path, property })));
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

/** Without asking for the property: the policy SDK throws at what is not known yet, and the rest would go unseen. */
function ownValues(object: object): [string, unknown][] {
  return Object.entries(Object.getOwnPropertyDescriptors(object)).flatMap(([key, { value, enumerable }]) =>
    enumerable === true ? [[key, value as unknown]] : [],
  );
}

function step(object: object, key: string): string {
  return Array.isArray(object) ? `[${key}]` : `.${key}`;
}
