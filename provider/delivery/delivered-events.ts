import { accountOnlyEvents, momentOf } from "./webhook-event";
import { isWebhookTarget, listedEvents, setUrl, type AccountWebhookSettings } from "./webhook-settings";

/**
 * The events of services that an account's settings deliver, or may deliver: listed, and with somewhere to go. Those of
 * users are the account's alone.
 */
export function deliveredByAccount(account: AccountWebhookSettings): readonly string[] {
  const listed = listedEvents(account.filters).filter((event) => !accountOnlyEvents.includes(event));
  return isWebhookTarget(account.target) ? listed.filter((event) => hasUrlFor(event, account)) : listed;
}

/** Whether the URL of an event's moment is set; any URL, if its moment is not known. */
export function hasUrlFor(
  event: string,
  { preWebhookUrl, postWebhookUrl }: Pick<AccountWebhookSettings, "preWebhookUrl" | "postWebhookUrl">,
): boolean {
  const moment = momentOf(event);
  return (
    (moment !== "post" && setUrl(preWebhookUrl) !== undefined) ||
    (moment !== "pre" && setUrl(postWebhookUrl) !== undefined)
  );
}
