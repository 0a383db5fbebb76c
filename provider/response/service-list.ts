import type { AccountContext } from "./account-context";
import { absoluteUri, object, objectArray, orUnset, sid, text } from "./field-kind";
import { readFields, type FieldTable, type WireOf } from "./field-table";
import { requireAccount } from "./require-same";

/**
 * The fields that the package takes of a service in the list of services.
 * @see https://www.twilio.com/docs/conversations-classic/api/service-resource
 */
const listedServiceFields = {
  sid: sid("IS"),
  account_sid: orUnset(sid("AC")),
  friendly_name: orUnset(text),
} satisfies FieldTable;

const pageFields = { services: objectArray, meta: object } satisfies FieldTable;
const metaFields = { next_page_url: orUnset(absoluteUri) } satisfies FieldTable;

/** A service in the list of services as Twilio sends it, checked. */
export type ListedServiceWire = WireOf<typeof listedServiceFields>;

/** One page of the list of services. */
export interface ServiceListPageWire {
  readonly services: readonly ListedServiceWire[];
  /** The absolute URL of the page after this one; null on the last. */
  readonly next_page_url: string | null;
}

/**
 * Checks a page of the list of services, each service included.
 * @throws ResponseFormatError if it is not as documented, or has another account's service in it.
 */
export function parseServiceListPage(
  page: Readonly<Record<string, unknown>>,
  context: AccountContext,
): ServiceListPageWire {
  const { services, meta } = readFields(pageFields, page, context);
  return {
    services: services.map((service, index) => {
      const at = { ...context, within: `services[${index}].` };
      const wire = readFields(listedServiceFields, service, at);
      requireAccount(wire.account_sid, at);
      return wire;
    }),
    next_page_url: readFields(metaFields, meta, { ...context, within: "meta." }).next_page_url,
  };
}
