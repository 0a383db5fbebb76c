import { ofReach } from "../of-reach";
import type { Rule } from "../rule";

/** Nobody has the name, so that anybody may take it. */
export const unresolvableHost: Rule = {
  id: "unresolvable-host",
  severity: "error",
  title: "A webhook URL leads to a host that does not exist",
  help:
    "Name servers know no address for the host: Twilio delivers nothing. A name that nobody has can be registered by anybody, " +
    "and whoever takes it takes the conversations. It is looked for in audits with reach only.",
  check: (subject) =>
    ofReach(subject, "unresolvable", ({ property, shownHost, isSecret }, { nameExists }) => ({
      message: `${property} leads to ${isSecret ? "a host that" : `${shownHost}, which`} ${
        nameExists
          ? "has no address: nothing arrives there"
          : "does not exist: whoever takes the name takes the conversations"
      }`,
      remediation:
        "Set a URL of a host that is yours and has an address, or clear the URL before somebody takes the name",
    })),
};
