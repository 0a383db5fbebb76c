// Tested by test/rules/reach.test.ts
import { printableText } from "../../../text/printable";
import { ofReach } from "../../of-reach";
import { ofHosts } from "../../of-urls";
import type { Rule, RuleFinding } from "../../rule";
import { shownHost, type WebhookUrl } from "../../webhook-url";

const remediation = "Set a URL whose host can be reached from the internet";
const mostAddresses = 4;

/** Twilio cannot reach the host. */
export const unreachableHost: Rule = {
  id: "unreachable-host",
  severity: "error",
  title: "A webhook URL leads to a host that Twilio cannot reach",
  help:
    "The host is an address or a name of a private network, or of the machine itself. Twilio calls webhooks from the " +
    "internet: nothing arrives there.",
  check: (subject) => {
    const byName = ofHosts(subject, "unreachable", (url, { because }) => described(url, `it is ${because}`));
    const byAddress = ofReach(subject, "private", (url, { addresses }) =>
      described(url, `name servers know private addresses for it alone (${shownAddresses(addresses)})`),
    );
    return byAddress.length === 0
      ? byName
      : subject.urls.flatMap(({ property }) => [...byName, ...byAddress].filter((each) => each.property === property));
  },
};

function described(url: WebhookUrl, because: string): Pick<RuleFinding, "message" | "remediation"> {
  const message = url.isSecret
    ? `${url.property} leads to a host that Twilio cannot reach`
    : `${url.property} leads to ${shownHost(url)}, which Twilio cannot reach: ${because}`;
  return { message, remediation };
}

/** In the same order in each audit: name servers answer in any. */
function shownAddresses(addresses: readonly string[]): string {
  const shown = [...addresses].sort().slice(0, mostAddresses).map(printableText);
  return [...shown, ...(addresses.length > mostAddresses ? [`${addresses.length - mostAddresses} more`] : [])].join(
    ", ",
  );
}
