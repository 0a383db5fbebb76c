// Tested by test/rules/checks.test.ts
import { remedy } from "../../remedy";
import { nothing, type Rule } from "../../rule";

/** Texts that people write stand in URLs. */
export const getMethod: Rule = {
  id: "get-method",
  severity: "warning",
  title: "A webhook is called with GET",
  help:
    "With GET, what people write travels in the URL, and URLs end up in the logs of servers, proxies and monitoring. They " +
    "are also limited in length, so a long message may not arrive. With POST it travels in the body.",
  check(subject) {
    const { urls, method } = subject;
    return urls.length === 0 || typeof method !== "string" || method.toUpperCase() !== "GET"
      ? nothing
      : [
          {
            property: "method",
            message: subject.hides("method")
              ? "the method puts what people write into URLs, and so into logs"
              : "method is GET: what people write travels in URLs, and so into logs",
            remediation: remedy("Have the server take POST, then set it", subject, [["method", "POST"]]),
          },
        ];
  },
};
