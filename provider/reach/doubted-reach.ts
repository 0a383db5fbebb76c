// Tested by test/reach/seen-servers.test.ts
import type { HostReach, WebhookServer } from "./host-reach";

/** It exists and is trusted, for certain: without it there are no webhooks. */
export const twilioServer: WebhookServer = { hostname: "api.twilio.com", port: 443, secure: true };

/** Whether it is a fault that may be this machine's: of its name servers, or of something on the way. */
export function mayBeOurs({ kind }: HostReach): boolean {
  return kind === "unresolvable" || kind === "private" || kind === "untrusted";
}

/**
 * The look at a server, in the light of what was seen of one that is fine: from a machine that does not see the
 * internet as Twilio does, a fault says nothing.
 */
export function doubted(seen: HostReach, reference: HostReach, { hostname }: WebhookServer): HostReach {
  if (!mayBeOurs(seen)) {
    return seen;
  }
  if (reference.kind === "unresolvable" || reference.kind === "private") {
    return {
      kind: "unknown",
      because: `the name servers of this machine know no public address of ${hostname} either`,
    };
  }
  return seen.kind === "untrusted" && reference.kind === "untrusted"
    ? {
        kind: "unknown",
        because: `from here, the certificate of ${hostname} is not trusted either: it seems to be replaced on the way`,
      }
    : seen;
}
