// Tested by test/report/html/matrix/matrix.test.ts
import { defaultPorts, readUrl } from "../../../url/readable-url";
import { secretPlaceholder } from "../../../text/secret-placeholder";

/** A host that is told of events. */
export interface Host {
  /** A short name of it in this report: `A`. */
  readonly key: string;
  readonly name: string;
  /** Its place among the report's hosts, from 0. */
  readonly index: number;
  /** Which of the page's colours it has, from 0. */
  readonly colour: number;
  /** How many services tell it something. */
  readonly services: number;
}

/** How many colours there are. After these they begin again: the key tells hosts apart as well. */
const colours = 8;

/** The hosts of a report, those of the most services first. */
export class Hosts {
  readonly all: readonly Host[];
  readonly #byName: ReadonlyMap<string, Host>;

  /** @param urlsOfServices the URLs that are called, of each service */
  constructor(urlsOfServices: readonly (readonly string[])[]) {
    const counts = new Map<string, number>();
    for (const urls of urlsOfServices) {
      for (const name of new Set(urls.map(hostName))) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    this.all = [...counts]
      .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
      .map(([name, services], index) => ({ key: keyOf(index), name, index, colour: index % colours, services }));
    this.#byName = new Map(this.all.map((host) => [host.name, host]));
  }

  /** The host of a URL; undefined if it is none of the report's. */
  of(url: string): Host | undefined {
    return this.#byName.get(hostName(url));
  }
}

/** `hooks.example.com`, `hooks.example.com:8443` */
function hostName(url: string): string {
  if (url === secretPlaceholder) {
    return "a secret URL";
  }
  const read = readUrl(url);
  if (!read.isReadable) {
    return url.includes(secretPlaceholder) ? "a secret URL" : "an ambiguous URL";
  }
  return read.port === defaultPorts[read.protocol] ? read.host : `${read.host}:${read.port}`;
}

/** `A` to `Z`, then `AA` and so on. */
function keyOf(index: number): string {
  const before = Math.floor(index / 26);
  return (before === 0 ? "" : keyOf(before - 1)) + String.fromCharCode(65 + (index % 26));
}
