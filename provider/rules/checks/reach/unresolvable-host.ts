// Tested by test/rules/reach.test.ts
import { ofReach } from "../../of-reach";
import type { Rule } from "../../rule";
import { shownHost } from "../../webhook-url";

/** Nobody has the name, so that anybody may take it. */
export const unresolvableHost: Rule = {
  id: "unresolvable-host",
  severity: "error",
  title: "A webhook URL leads to a host that does not exist",
  help:
    "Name servers know no address for the host: Twilio delivers nothing. A name that nobody has can be registered by anybody, " +
    "and whoever takes it takes the conversations. It is looked for in audits with reach only.",
  check: (subject) =>
    ofReach(subject, "unresolvable", (url, { nameExists }) => ({
      message: `${url.property} leads to ${url.isSecret ? "a host that" : `${shownHost(url)}, which`} ${
        nameExists
          ? "has no address: nothing arrives there"
          : "does not exist: whoever takes the name takes the conversations"
      }`,
      remediation:
        "Set a URL of a host that is yours and has an address, or clear the URL before somebody takes the name",
    })),
};
