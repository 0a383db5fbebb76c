// Tested by test/rules/checks.test.ts
import type { Rule } from "../../rule";
import { unusedUrl } from "./unused-url";

/** The post URL is set, and only pre events are listed. */
export const postUrlUnused: Rule = {
  id: "post-url-unused",
  severity: "error",
  title: "A post webhook gets no events",
  help:
    "postWebhookUrl is called after an action, for events such as onMessageAdded. Events without the final -ed, such as " +
    "onMessageAdd, are sent before it and to preWebhookUrl. With these alone, postWebhookUrl is never called.",
  check: (subject) => unusedUrl(subject, "post"),
};
