import { invalidParameter, type ApiFailure } from "../error-bodies";
import type { StoredService } from "./service-store";
import { serviceBody } from "../wire-bodies";

/**
 * How many services one page of the list may have.
 * @example
 * const limits: PageLimits = { defaultPageSize: 2, maxPageSize: 2 };
 * const emulator = await startEmulator(limits);
 */
export interface PageLimits {
  /** Services in a page when the request does not say. */
  readonly defaultPageSize: number;
  /** The most services that a request may ask of one page. */
  readonly maxPageSize: number;
}

/** @throws RangeError if no page could be as long as that. */
export function requirePageLimits(given: Partial<PageLimits>): PageLimits {
  const maxPageSize = given.maxPageSize ?? 100;
  const defaultPageSize = given.defaultPageSize ?? Math.min(50, maxPageSize);
  if (![maxPageSize, defaultPageSize].every(Number.isInteger) || defaultPageSize < 1 || defaultPageSize > maxPageSize) {
    throw new RangeError("page sizes are whole numbers from 1, and the default is at most the greatest");
  }
  return { maxPageSize, defaultPageSize };
}

/**
 * One page of `GET /v1/Services`. A token names the last service of the page before, so that services added or removed
 * between two pages neither repeat nor skip the others.
 */
export function serviceListReply(
  services: readonly StoredService[],
  query: URLSearchParams,
  limits: PageLimits,
  baseUrl: string,
): { readonly body: unknown } | { readonly failure: ApiFailure } {
  const pageSize = wholeNumber(query.get("PageSize"), limits.defaultPageSize);
  const page = wholeNumber(query.get("Page"), 0);
  const after = readToken(query.get("PageToken"));
  if (pageSize === undefined || pageSize < 1) {
    return { failure: invalidParameter("PageSize must be a whole number from 1") };
  }
  if (pageSize > limits.maxPageSize) {
    return { failure: { status: 400, code: 20007, message: `PageSize must be at most ${limits.maxPageSize}` } };
  }
  if (page === undefined || after === undefined) {
    return { failure: invalidParameter("Page and PageToken must be those of a page address that was handed out") };
  }
  const rest = after === null ? services.slice(page * pageSize) : services.filter(({ position }) => position > after);
  const shown = rest.slice(0, pageSize);
  const last = shown.at(-1);
  const address = (number: number, token = ""): string =>
    `${baseUrl}/v1/Services?PageSize=${pageSize}&Page=${number}${token && `&PageToken=${token}`}`;
  return {
    body: {
      meta: {
        page,
        page_size: pageSize,
        first_page_url: address(0),
        previous_page_url: page > 0 ? address(page - 1) : null,
        url: address(page, query.get("PageToken") ?? ""),
        next_page_url: last && rest.length > shown.length ? address(page + 1, token(last)) : null,
        key: "services",
      },
      services: shown.map(serviceBody),
    },
  };
}

function token(service: StoredService): string {
  return `PT${service.position.toString(16).padStart(32, "0")}`;
}

/** The position that a token names, null if there is no token, undefined if it is not one of ours. */
function readToken(text: string | null): number | null | undefined {
  if (text === null) {
    return null;
  }
  return /^PT[0-9a-f]{32}$/.test(text) ? Number.parseInt(text.slice(2), 16) : undefined;
}

function wholeNumber(text: string | null, ifAbsent: number): number | undefined {
  if (text === null) {
    return ifAbsent;
  }
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
