// Tested by test/rules/checks.test.ts
import { ofHosts } from "../../of-urls";
import type { Rule } from "../../rule";
import { shownHost } from "../../webhook-url";

/** The webhook depends on somebody's machine. */
export const tunnelHost: Rule = {
  id: "tunnel-host",
  severity: "warning",
  title: "A webhook URL leads through a developer's tunnel",
  help:
    "The tunnel ends at somebody's machine, and works as long as that runs. Many tunnels get another name at each start: " +
    "the old one may be given to somebody else, and the conversations with it.",
  check: (subject) =>
    ofHosts(subject, "tunnel", (url, { service }) => ({
      message: url.isSecret
        ? `${url.property} leads through a developer's tunnel`
        : `${url.property} leads to ${shownHost(url)}, a developer's tunnel (${service})`,
      remediation: "Set a URL of a deployed server",
    })),
};
