import type { Condition } from "./condition";
import type { ExpectationNode } from "./expectation-node";
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
    return "must be a path alone, in printable ASCII, percent-encoded where needed, without query and fragment";
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
  if (/\/\/|^\//.test(rest)) {
    return true;
  }
  const decoded = fullyDecoded(rest);
  return (
    decoded === undefined ||
    /[\x00-\x1f\x7f\\]/.test(decoded) ||
    decoded.split("/").length > rest.split("/").length ||
    hasDotSegment(decoded)
  );
}

/** A segment that is `.` or `..`, also one with path parameters, as in `..;x`, which some servers drop first. */
function hasDotSegment(path: string): boolean {
  const decoded = fullyDecoded(path);
  return decoded === undefined || decoded.split("/").some((segment) => /^\.{1,2}(?:;|$)/.test(segment));
}

/** Decoded as often as it can be, with full-width dots and slashes as plain ones; undefined where that has no end. */
function fullyDecoded(path: string): string | undefined {
  let text = path;
  for (let times = 0; times < 5; times += 1) {
    if (!text.includes("%")) {
      return text.normalize("NFKC");
    }
    try {
      const decoded = decodeURIComponent(text);
      if (decoded === text) {
        return text.normalize("NFKC");
      }
      text = decoded;
    } catch {
      // Not UTF-8, or a lone percent sign: what a server makes of it cannot be told.
      return undefined;
    }
  }
  return undefined;
}
