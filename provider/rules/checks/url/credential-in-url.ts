// Tested by test/rules/checks.test.ts
import { ofUrls } from "../../of-urls";
import type { Rule } from "../../rule";

/** Whoever reads the configuration reads a credential. */
export const credentialInUrl: Rule = {
  id: "credential-in-url",
  severity: "warning",
  title: "A webhook URL carries a credential",
  help:
    "A user name and password, or a parameter such as token, stands in the configuration in plain sight, for everybody who " +
    "may read it at Twilio, and in the logs of servers and proxies. Twilio signs every request (X-Twilio-Signature): " +
    "a server that checks the signature needs no credential in the URL.",
  check: (subject) =>
    ofUrls(
      subject,
      ({ hasCredential }) => hasCredential,
      ({ property }) => ({
        message: `${property} carries a credential: a user name, a password or a parameter whose name says secret`,
        remediation:
          "Have the server check the header X-Twilio-Signature, then set the URL without the credential and revoke it",
      }),
    ),
};
