// Tested by test/plugin/resource.test.ts
import { secretOnTheWire } from "../../recording/secret-on-the-wire";
import { isSecretUrl } from "../../url/secret-url";

/** An expectation as it is recorded: a URL in it that carries a credential is secret without anybody asking. */
export function withSecretUrls(sent: unknown): unknown {
  if (typeof sent === "string") {
    return isSecretUrl(sent) ? secretOnTheWire(sent) : sent;
  }
  if (Array.isArray(sent)) {
    return sent.map(withSecretUrls);
  }
  // A secret is one already, with all that is in it.
  if (typeof sent !== "object" || sent === null || "4dabf18193072939515e22adb298388d" in sent) {
    return sent;
  }
  return Object.fromEntries(Object.entries(sent).map(([key, part]) => [key, withSecretUrls(part)]));
}
