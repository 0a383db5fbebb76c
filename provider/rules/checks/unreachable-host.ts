import { ofHosts } from "../of-urls";
import type { Rule } from "../rule";

/** Twilio cannot reach the host. */
export const unreachableHost: Rule = {
  id: "unreachable-host",
  severity: "error",
  title: "A webhook URL leads to a host that Twilio cannot reach",
  help:
    "The host is an address or a name of a private network, or of the machine itself. Twilio calls webhooks from the " +
    "internet: nothing arrives there.",
  check: (subject) =>
    ofHosts(subject, "unreachable", ({ property, shownHost, isSecret }, { because }) => ({
      message: isSecret
        ? `${property} leads to a host that Twilio cannot reach`
        : `${property} leads to ${shownHost}, which Twilio cannot reach: it is ${because}`,
      remediation: "Set a URL whose host can be reached from the internet",
    })),
};
