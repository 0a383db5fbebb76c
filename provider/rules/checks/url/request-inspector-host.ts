// Tested by test/rules/checks.test.ts
import { ofHosts } from "../../of-urls";
import type { Rule } from "../../rule";
import { shownHost } from "../../webhook-url";

/** Whoever has the link reads the conversations. */
export const requestInspectorHost: Rule = {
  id: "request-inspector-host",
  severity: "error",
  title: "A webhook URL leads to a request inspector",
  help:
    "The service keeps each request and shows it to whoever has the link, or guesses it. With a webhook that was left " +
    "there, people's conversations are handed to strangers.",
  check: (subject) =>
    ofHosts(subject, "requestInspector", (url, { service }) => ({
      message: `${url.property} leads to ${url.isSecret ? "a host" : `${shownHost(url)} (${service}),`} where requests are kept for others to look at`,
      remediation: "Set a URL of your own server, and delete what the service has kept",
    })),
};
