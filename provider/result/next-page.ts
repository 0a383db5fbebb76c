const listPath = "/v1/Services";

/** The names that Twilio's servers for Conversations have: the plain one, and those of an edge and a region. */
const twilioHost = /^conversations(?:\.[a-z0-9-]+){0,2}\.twilio\.com$/;

/** The path of the first page of the list of services, below the base URL. */
export const firstPagePath = `${listPath}?PageSize=100`;

/**
 * The path, below the base URL, of the page that an answer names as the next one; undefined if that is not a page of the
 * list of services at this server.
 *
 * Of what the answer names no more than the query is followed: a request never goes anywhere but to the base URL. A
 * server below a path prefix may or may not know of it, and Twilio may name its plain host if an edge was asked.
 */
export function nextPagePath(nextPageUrl: string, baseUrl: string): string | undefined {
  const next = new URL(nextPageUrl);
  const base = new URL(baseUrl);
  const prefix = base.pathname === "/" ? "" : base.pathname;
  const isHere = next.origin === base.origin || [next, base].every(isTwilio);
  const isList = next.pathname === prefix + listPath || next.pathname === listPath;
  const isBare = next.username === "" && next.password === "";
  return isHere && isList && isBare ? listPath + next.search : undefined;
}

function isTwilio({ protocol, hostname, port }: URL): boolean {
  return protocol === "https:" && port === "" && twilioHost.test(hostname);
}
