// Tested by test/rules/checks.test.ts
import { ofUrls } from "../../of-urls";
import type { Rule } from "../../rule";

/** HTTP clients read the URL in different ways, or not at all. */
export const ambiguousUrl: Rule = {
  id: "ambiguous-url",
  severity: "error",
  title: "A webhook URL is read in different ways, or not at all",
  help:
    "HTTP clients take such a URL apart in different ways, or refuse it. It may lead to another host than a reader " +
    "sees in it, or to none.",
  check: (subject) =>
    ofUrls(
      subject,
      ({ ambiguity }) => ambiguity !== undefined,
      ({ property, ambiguity = "" }) => ({
        message: `${property} ${ambiguity}`,
        remediation:
          "Set an absolute https URL with a host in its usual notation, and with percent-encoding for what is not plain ASCII",
      }),
    ),
};
