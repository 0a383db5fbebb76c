import { inspect } from "node:util";

/** A password with everything in it that an encoding changes, and a mark that is easy to find. */
export const markedToken = 'M4rked-T0ken/+=?&%"\\ü!';
export const markedProxyPassword = "M4rked-Pr0xy:@/+%ü";

/** Every form of a secret that a text might carry, joined to its user name as well. */
export function formsOf(username: string, secret: string): string[] {
  const joined = `${username}:${secret}`;
  const base64 = [secret, joined].flatMap((text) => {
    const encoded = Buffer.from(text).toString("base64");
    return [encoded, encoded.replace(/=+$/, ""), Buffer.from(text).toString("base64url"), encodeURIComponent(encoded)];
  });
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    encodeURI(secret),
    JSON.stringify(secret).slice(1, -1),
    ...base64,
  ];
}

/** Everything of a value that could be printed, logged or stored, in one text. */
export function everythingOf(value: unknown): string {
  const parts = [
    String(value),
    JSON.stringify(value),
    inspect(value, { depth: 10, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null }),
  ];
  if (value instanceof Error) {
    const own = Object.getOwnPropertyNames(value).map((name) =>
      String((value as unknown as Record<string, unknown>)[name]),
    );
    parts.push(value.message, value.stack ?? "", ...own);
    parts.push(value.cause === undefined ? "" : everythingOf(value.cause));
  }
  return parts.join("\n");
}
