// Tested by test/cli/record-command.test.ts
import { accountLabel } from "../../audit/account-label";
import { expectationOfLive, type SnapshotDetail } from "../../audit/snapshot/expectation-of";
import type { SnapshotService } from "../../audit/snapshot/take-snapshot";
import { displayedText } from "../../text/displayed-text";
import { secretPlaceholder } from "../../text/secret-placeholder";

/** A value in a program. */
export type Value = null | boolean | string | readonly Value[] | { readonly [key: string]: Value };

/** A service, as a program records it. */
export interface Recordable {
  /** The resource's name: lower-case letters, digits and hyphens, each once. */
  readonly name: string;
  readonly chatServiceSid: string;
  /** The named account; undefined for the default one. */
  readonly account: string | undefined;
  readonly expect: Readonly<Record<string, Value>>;
  /** Lines for a reader, without a line break in them. */
  readonly comments: readonly string[];
}

const longestName = 40;
const longestComment = 200;

/** The services that can be recorded: those that Twilio has, and whose SID is not a secret. */
export function recordables(services: readonly SnapshotService[], detail: SnapshotDetail): readonly Recordable[] {
  const taken = new Set<string>();
  return services.flatMap(({ audited, live }) => {
    const { chatServiceSid, friendlyName, account } = audited;
    if (live === undefined || chatServiceSid === secretPlaceholder) {
      return [];
    }
    const name = freeName(friendlyName ?? "", chatServiceSid, taken);
    taken.add(name);
    const { expectation, remarks } = expectationOfLive(live, detail);
    const entries = Object.entries(expectation) as (readonly [string, Value])[];
    const title = [friendlyName, account === null ? null : accountLabel(account)].filter((text) => text !== null);
    return [
      {
        name,
        chatServiceSid,
        account: account ?? undefined,
        expect: Object.fromEntries(entries.filter(([, value]) => isText(value))),
        comments: [
          ...(title.length === 0 ? [] : [title.join(", ")]),
          ...[...remarks].map(([property, remark]) => `${property}: ${remark}`),
          ...entries
            .filter(([, value]) => !isText(value))
            .map(([property]) => `${property}: no program can send it, and so it is left out`),
        ].map(comment),
      },
    ];
  });
}

/** A friendly name as a resource's, or one made of the SID. */
function freeName(friendlyName: string, sid: string, taken: ReadonlySet<string>): string {
  const plain = friendlyName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestName)
    .replace(/^[-0-9]+|-+$/g, "");
  const name = plain || `service-${sid.slice(-6).toLowerCase()}`;
  return taken.has(name) ? `${name}-${sid.slice(2).toLowerCase()}` : name;
}

/** Whether all texts in a value are text: half of a pair of code units is none. */
function isText(value: Value): boolean {
  return typeof value === "string"
    ? !/\p{Cs}/u.test(value)
    : typeof value !== "object" || value === null || Object.values(value).every((part) => isText(part));
}

function comment(text: string): string {
  const shown = displayedText(text);
  return shown.length > longestComment ? `${[...shown].slice(0, longestComment).join("")}...` : shown;
}

/** An expectation as languages without null and without choices of types have it, and what of it they cannot say. */
export function portable(expect: Recordable["expect"]): {
  readonly expect: Readonly<Record<string, Value>>;
  readonly unsaid: readonly string[];
} {
  const said: Record<string, Value> = {};
  const unsaid: string[] = [];
  for (const [property, value] of Object.entries(expect)) {
    if (property.endsWith("Url")) {
      said[property] = portableUrl(value);
    } else if (value === null) {
      unsaid.push(`${property}: never set, which cannot be demanded in this language`);
    } else {
      said[property] = property === "filters" ? { equals: value } : [value];
    }
  }
  return { expect: said, unsaid };
}

function portableUrl(value: Value): Value {
  if (value === null) {
    return { set: false };
  }
  if (typeof value !== "object") {
    return { equals: value };
  }
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Value>>).map(([key, part]) => [
      key,
      key === "protocol" || key === "host" ? [part] : part,
    ]),
  );
}
