// Tested by test/rules/checks.test.ts
import type { Rule } from "../../rule";
import { unusedUrl } from "./unused-url";

/** The pre URL is set, and only post events are listed. */
export const preUrlUnused: Rule = {
  id: "pre-url-unused",
  severity: "error",
  title: "A pre webhook gets no events",
  help:
    "preWebhookUrl is called before an action is committed, for events such as onMessageAdd, and may change or reject it. " +
    "Events with the final -ed, such as onMessageAdded, go to postWebhookUrl. With these alone, whatever preWebhookUrl " +
    "should check is never checked.",
  check: (subject) => unusedUrl(subject, "pre"),
};
