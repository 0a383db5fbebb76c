import { ambiguousUrl } from "./checks/ambiguous-url";
import { credentialInUrl } from "./checks/credential-in-url";
import { eventsWithoutUrl } from "./checks/events-without-url";
import { expiringCertificate } from "./checks/expiring-certificate";
import { getMethod } from "./checks/get-method";
import { noEvents } from "./checks/no-events";
import { nothingConfigured } from "./checks/nothing-configured";
import { placeholderHost } from "./checks/placeholder-host";
import { plainHttp } from "./checks/plain-http";
import { postUrlUnused } from "./checks/post-url-unused";
import { preUrlUnused } from "./checks/pre-url-unused";
import { requestInspectorHost } from "./checks/request-inspector-host";
import { shadowedAccount } from "./checks/shadowed-account";
import { tunnelHost } from "./checks/tunnel-host";
import { unknownEvent } from "./checks/unknown-event";
import { unreachableHost } from "./checks/unreachable-host";
import { unresolvableHost } from "./checks/unresolvable-host";
import { untrustedCertificate } from "./checks/untrusted-certificate";
import type { RuleId } from "./finding";
import type { Rule } from "./rule";

/** Every rule: the compiler misses one that is left out. */
export const ruleTable: Readonly<Record<RuleId, Rule>> = {
  "no-events": noEvents,
  "post-url-unused": postUrlUnused,
  "pre-url-unused": preUrlUnused,
  "plain-http": plainHttp,
  "ambiguous-url": ambiguousUrl,
  "unreachable-host": unreachableHost,
  "request-inspector-host": requestInspectorHost,
  "tunnel-host": tunnelHost,
  "credential-in-url": credentialInUrl,
  "get-method": getMethod,
  "unknown-event": unknownEvent,
  "events-without-url": eventsWithoutUrl,
  "placeholder-host": placeholderHost,
  "nothing-configured": nothingConfigured,
  "shadowed-account": shadowedAccount,
  "unresolvable-host": unresolvableHost,
  "untrusted-certificate": untrustedCertificate,
  "expiring-certificate": expiringCertificate,
};
