// Tested by test/rules/reach.test.ts
import { ofReach } from "../../of-reach";
import type { Rule } from "../../rule";
import { shownHost } from "../../webhook-url";

const day = 86_400_000;
/** A certificate that renews itself, as most of 90 days do, is renewed before this. */
const leastDays = 21;

/** The certificate ends soon, and nobody seems to renew it. */
export const expiringCertificate: Rule = {
  id: "expiring-certificate",
  severity: "warning",
  title: "A webhook's server has a certificate that ends soon",
  help:
    `The certificate ends in less than ${leastDays} days: what renews certificates by itself has done so by then. From its last day on, ` +
    "Twilio delivers nothing. It is looked for in audits with reach only.",
  check: (subject) =>
    ofReach(subject, "reachable", (url, { certificateEnds }, now) =>
      certificateEnds === null || Number(certificateEnds) - Number(now) >= leastDays * day
        ? undefined
        : {
            message: `${url.property} leads to ${url.isSecret ? "a server" : shownHost(url)}, whose certificate ends on ${certificateEnds.toISOString().slice(0, 10)}`,
            remediation: "Renew the certificate, and find out why that was not done by itself",
          },
    ),
};
