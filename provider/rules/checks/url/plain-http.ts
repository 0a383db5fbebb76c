// Tested by test/rules/checks.test.ts
import type { UpdateFlag } from "../../../delivery/update-command";
import { remedy } from "../../remedy";
import { ofUrls } from "../../of-urls";
import type { Rule } from "../../rule";
import { isAtDefaultPort, type WebhookUrl } from "../../webhook-url";

/** Conversations travel in the clear. */
export const plainHttp: Rule = {
  id: "plain-http",
  severity: "error",
  title: "A webhook URL uses plain http",
  help:
    "What people write in their conversations travels to the URL in the clear: everybody on the way can read and change it. " +
    "Twilio advises https for every webhook.",
  check: (subject) =>
    ofUrls(
      subject,
      ({ protocol }) => protocol === "http",
      (url) => ({
        message: `${url.property} uses plain http: conversations travel to it in the clear`,
        remediation: remedy("Set the URL with https, once its server answers there", subject, secured(url)),
      }),
    ),
};

/** A server that has a port of its own for http has another one for https. */
function secured(url: WebhookUrl): readonly UpdateFlag[] {
  const flag = url.property === "preWebhookUrl" ? "pre-webhook-url" : "post-webhook-url";
  return url.isSecret || !isAtDefaultPort(url) ? [] : [[flag, `https${url.text.slice("http".length)}`]];
}
