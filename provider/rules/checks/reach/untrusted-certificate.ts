// Tested by test/rules/reach.test.ts
import { ofReach } from "../../of-reach";
import type { Rule } from "../../rule";
import { shownHost } from "../../webhook-url";

/** Twilio would break off the handshake. */
export const untrustedCertificate: Rule = {
  id: "untrusted-certificate",
  severity: "error",
  title: "A webhook's server has a certificate that Twilio does not trust",
  help:
    "The certificate has expired, is for another name, or is from an issuer that is not publicly trusted. Twilio delivers " +
    "nothing to such a server, unless the account has certificate validation switched off. It is looked for in audits with reach only.",
  check: (subject) =>
    ofReach(subject, "untrusted", (url, { because }) => ({
      // The names in a certificate may be the host's.
      message: url.isSecret
        ? `${url.property} leads to a server that Twilio does not trust, because of its certificate`
        : `${url.property} leads to ${shownHost(url)}, which Twilio does not trust: ${because}`,
      remediation: "Install a certificate for the host, from a public authority and with the whole chain",
    })),
};
