// Tested by test/rules/checks.test.ts
import { ofHosts } from "../../of-urls";
import type { Rule } from "../../rule";
import { shownHost } from "../../webhook-url";

/** The host is one that documents use. */
export const placeholderHost: Rule = {
  id: "placeholder-host",
  severity: "note",
  title: "A webhook URL leads to a host that is reserved for documents",
  help:
    "example.com, example.net, example.org and everything below .example are reserved for documents (RFC 2606). No " +
    "server of yours is there: the URL was probably copied from an example.",
  check: (subject) =>
    ofHosts(subject, "placeholder", (url) => ({
      message: `${url.property} leads to ${url.isSecret ? "a host" : `${shownHost(url)}, a host`} that is reserved for documents`,
      remediation: "Set the URL of your server",
    })),
};
