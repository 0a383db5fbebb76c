import type { AccountClient } from "../request/account-client";
import type { ReadOptions } from "../request/client";
import { fieldFormatError } from "../response/format-error";
import { parseServiceListPage } from "../response/service-list";
import { canonicalSid } from "../service-sid/same-sid";
import { accountNote } from "./account-note";
import { firstPagePath, nextPagePath } from "./next-page";

/** A Conversations service in the account's list. */
export interface ListedService {
  /** `IS` and 32 hex digits. */
  readonly sid: string;
  /** The account that it belongs to, `AC` and 32 hex digits. */
  readonly accountSid: string | null;
  /** Its friendly name; null if nobody has named it. */
  readonly friendlyName: string | null;
}

const field = "meta.next_page_url";

/**
 * All services of the account, page by page, each service once: Twilio may show one again where others were added while
 * the list was read.
 * @see https://www.twilio.com/docs/conversations-classic/api/service-resource
 * @throws {ResponseFormatError} also if a page leads to another host or path, before any request there, and where the
 * pages have no end. Else every error of this package but InvalidInputError; an abort rejects with the signal's reason.
 */
export async function* listServices(
  account: AccountClient,
  options: Omit<ReadOptions, "subject"> = {},
): AsyncGenerator<readonly ListedService[], void, undefined> {
  const subject = `the list of services${accountNote(account)}`;
  const seen = new Set<string>();
  for (let path: string | undefined = firstPagePath; path !== undefined;) {
    const { object, requestId } = await account.client.getJson(path, { ...options, subject });
    const { services, next_page_url: next } = parseServiceListPage(object, { ...account, subject, requestId });
    const refuse = (what: string) => fieldFormatError(subject, field, what, requestId);
    path = next === null ? undefined : nextPagePath(next, account.baseUrl);
    if (next !== null && path === undefined) {
      throw refuse("expected a page of the list at the host that was asked; got another address, which was not asked");
    }
    const fresh = services.filter(({ sid }) => !seen.has(canonicalSid(sid)) && seen.add(canonicalSid(sid)));
    if (path !== undefined && fresh.length === 0) {
      throw refuse("expected null after a page without a further service; got another page, so the list has no end");
    }
    yield fresh.map((service) => ({
      sid: service.sid,
      accountSid: service.account_sid,
      friendlyName: service.friendly_name,
    }));
  }
}
