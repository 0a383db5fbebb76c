import { ConfigurationError } from "../errors/configuration-error";

/** Whether `hostname` (as `URL` gives it) can only be this machine. */
function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

/**
 * The base URL that stands in a setting, without a slash at its end.
 * @throws {ConfigurationError} if credentials must not be sent there, or it is not such a URL. It names the setting and
 * never repeats the value, which may hold a password.
 */
export function parseBaseUrl(value: string, settingName: string, account: string | undefined): string {
  const refuse = (why: string, ...steps: string[]) => new ConfigurationError(account, `${settingName} ${why}`, steps);
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw refuse("is not an absolute URL", "It looks like https://conversations.twilio.com or http://127.0.0.1:8080.");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw refuse("must begin with https:// (or http:// for a server on this machine)");
  }
  if (url.protocol === "http:" && !isLoopbackHost(url.hostname)) {
    throw refuse(
      "would send the credentials over plain HTTP to another machine, which is refused",
      "Use https://, or a loopback address such as http://127.0.0.1:8080.",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw refuse("must not hold a user name or a password", "The credentials have settings of their own.");
  }
  if (url.search !== "" || url.hash !== "") {
    throw refuse("must not have a query or a fragment");
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
