// Tested by test/expectation/url-expectation.test.ts
import type { Condition } from "./condition";
import type { ExpectationNode } from "../reading/expectation-node";
import type { LiveUrl } from "./live-url";
import { urlPartCondition } from "./url-condition";

/** Reads `path`. */
export function parsePath(node: ExpectationNode): Condition<LiveUrl> | undefined {
  const { value } = node;
  const complaint = complaintAbout(value);
  if (complaint !== undefined || typeof value !== "string") {
    return node.problem(`${complaint}; it is ${node.shown}`);
  }
  if (!value.endsWith("/*")) {
    return urlPartCondition("path", node, (url) => (url.path === value ? undefined : { found: url.path }));
  }
  const prefix = value.slice(0, -1);
  return urlPartCondition("path", node, (url) => {
    if (!url.path.startsWith(prefix)) {
      return { found: url.path };
    }
    return canLeave(url.path.slice(prefix.length))
      ? { found: url.path, because: "what follows the prefix could lead out of it" }
      : undefined;
  });
}

function complaintAbout(value: unknown): string | undefined {
  if (typeof value !== "string" || !value.startsWith("/")) {
    return 'must start with "/"';
  }
  if (/[^\x21-\x7e]|[?#\\]/.test(value)) {
    return "must be a path alone, in printable ASCII, percent-encoded if needed, without query and fragment";
  }
  const fixed = value.replace(/\/\*$/, "/");
  if (fixed.includes("*")) {
    return 'may have a star only as the whole last segment, as in "/twilio/*"';
  }
  return hasDotSegment(fixed)
    ? 'must not have "." or ".." segments, which clients and servers resolve, nor a percent sign that encodes nothing'
    : undefined;
}

/** Whether a server that decodes or normalises the rest of a path could end up outside of the part before it. */
function canLeave(rest: string): boolean {
  // Most paths have nothing that could.
  if (!/[%;]|\/\/|^\/|\./.test(rest)) {
    return false;
  }
  const decoded = fullyDecoded(rest);
  if (decoded === undefined || /[\x00-\x1f\x7f\\]/.test(decoded)) {
    return true;
  }
  const segments = barest(decoded);
  return (
    segments.length > rest.split("/").length ||
    segments.some(isDots) ||
    // An empty last one is a slash at the end.
    segments.slice(0, -1).includes("")
  );
}

function hasDotSegment(path: string): boolean {
  const decoded = fullyDecoded(path);
  return decoded === undefined || barest(decoded).some(isDots);
}

function isDots(segment: string): boolean {
  return segment === "." || segment === "..";
}

/** The segments with as little in them as any server leaves: without path parameters, white space and what is not seen. */
function barest(decoded: string): readonly string[] {
  return decoded
    .split("/")
    .map((segment) => segment.replace(/;.*/s, "").replace(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, ""));
}

/** Decoded as often as it can be, with what is taken for a dot or a slash as such; undefined if that has no end. */
function fullyDecoded(path: string): string | undefined {
  let text = path;
  for (let times = 0; times < 5; times += 1) {
    if (!text.includes("%")) {
      return inAscii(text);
    }
    try {
      const decoded = decodeURIComponent(text);
      if (decoded === text) {
        return inAscii(text);
      }
      text = decoded;
    } catch {
      // Not UTF-8, or a lone percent sign: what a server makes of it cannot be told.
      return undefined;
    }
  }
  return undefined;
}

/**
 * The ideographic full stops and the slashes and backslashes of mathematics have no compatible character in Unicode, but
 * have one in the older character sets that some servers still convert to. They are replaced before the others, so that a half does not become 1/2.
 */
function inAscii(text: string): string {
  return text
    .replace(/[\u3002\uff61]/g, ".")
    .replace(/[\u2044\u2215\u29f8]/g, "/")
    .replace(/[\u2216\u29f5\u29f9]/g, "\\")
    .normalize("NFKC");
}
