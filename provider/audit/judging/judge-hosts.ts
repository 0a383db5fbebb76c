// Tested by test/audit/expected-hosts.test.ts
import { hasOwnSettings, isWebhookTarget, setUrl, type WebhookSettings } from "../../delivery/webhook-settings";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import { printableJson } from "../../text/printable";
import { judge, type JudgedConfiguration } from "../../verdict/judge";
import type { Violation } from "../../verdict/violation";
import type { ExpectedHosts, UrlProperty } from "../expectations/expected-hosts";
import type { WebhookValues } from "../webhook-values";
import { hiddenIn } from "./shown-values";

/** The circumstances of a judgement of hosts. */
export interface HostContext {
  /** The settings of the service's account, which apply if the service has no URL; undefined if they are not known. */
  readonly account: GetWebhookConfigurationResult | undefined;
  /** The properties of the service that must not be shown. */
  readonly hidden: ReadonlySet<string>;
  readonly showSecrets: boolean;
}

const urls: readonly UrlProperty[] = ["preWebhookUrl", "postWebhookUrl"];

/**
 * Judges whether all that a service sends leads to the expected hosts: each URL that is set; of its account's, if it has
 * none. One that sends to nobody, or to Twilio Flex, sends nothing there.
 */
export function judgeHosts(live: WebhookValues, expected: ExpectedHosts, context: HostContext): readonly Violation[] {
  const { account, hidden: secretProperties, showSecrets } = context;
  if (hasOwnSettings(live)) {
    return judgedUrls(live, expected, { secretProperties, showSecrets });
  }
  if (account === undefined) {
    return [nowhere("it has no URL of its own, and its account's settings are not known", expected)];
  }
  const elsewhere = otherTarget(account.target);
  if (elsewhere !== undefined) {
    return [nowhere(`it has no URL of its own, and its account's settings lead to ${elsewhere}`, expected)];
  }
  return hasOwnSettings(account)
    ? judgedAccount(account, expected, showSecrets).map((violation) => ({
        ...violation,
        message: `the service has no URL of its own, so its account's settings apply:\n  ${violation.message.replaceAll("\n", "\n  ")}`,
      }))
    : [nowhere("neither the service nor its account has a URL", expected)];
}

/** The same of an account's own settings, which may have a URL of which no service makes use. */
export function judgedAccount(
  account: GetWebhookConfigurationResult,
  expected: ExpectedHosts,
  showSecrets: boolean,
): readonly Violation[] {
  const { preWebhookUrl, postWebhookUrl, filters, method } = account;
  const settings = { preWebhookUrl, postWebhookUrl, filters, method, accountSid: account.accountSid };
  return judgedUrls(settings, expected, { secretProperties: hiddenIn([account]), showSecrets });
}

function judgedUrls(
  settings: JudgedConfiguration & Pick<WebhookSettings, UrlProperty>,
  { of }: ExpectedHosts,
  options: { readonly secretProperties: ReadonlySet<string>; readonly showSecrets: boolean },
): readonly Violation[] {
  return urls
    .filter((url) => setUrl(settings[url]) !== undefined)
    .flatMap((url) => judge(settings, of[url], options).violations);
}

/** Where an account's settings lead, if that is not their URLs. */
function otherTarget(target: string | null): string | undefined {
  if (isWebhookTarget(target)) {
    return undefined;
  }
  return target === "flex" ? "Twilio Flex" : `the target ${printableJson(target)}`;
}

function nowhere(why: string, { hosts }: ExpectedHosts): Violation {
  const names = hosts.map((host) => printableJson(host)).join(" or ");
  return {
    property: "postWebhookUrl",
    condition: "host",
    expected: hosts.length === 1 ? (hosts[0] ?? null) : hosts,
    found: null,
    secret: false,
    message: `nothing leads to ${names}: ${why}`,
  };
}
