import { ambiguousUrl } from "./checks/url/ambiguous-url";
import { credentialInUrl } from "./checks/url/credential-in-url";
import { eventsWithoutUrl } from "./checks/delivery/events-without-url";
import { expiringCertificate } from "./checks/reach/expiring-certificate";
import { getMethod } from "./checks/delivery/get-method";
import { noEvents } from "./checks/delivery/no-events";
import { nothingConfigured } from "./checks/delivery/nothing-configured";
import { placeholderHost } from "./checks/url/placeholder-host";
import { plainHttp } from "./checks/url/plain-http";
import { postUrlUnused } from "./checks/delivery/post-url-unused";
import { preUrlUnused } from "./checks/delivery/pre-url-unused";
import { requestInspectorHost } from "./checks/url/request-inspector-host";
import { shadowedAccount } from "./checks/delivery/shadowed-account";
import { tunnelHost } from "./checks/url/tunnel-host";
import { unknownEvent } from "./checks/delivery/unknown-event";
import { unreachableHost } from "./checks/reach/unreachable-host";
import { unresolvableHost } from "./checks/reach/unresolvable-host";
import { untrustedCertificate } from "./checks/reach/untrusted-certificate";
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
