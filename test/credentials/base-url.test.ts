import { parseBaseUrl } from "../../provider/credentials/base-url";
import { isConfigurationError } from "../../provider/errors/configuration-error";

const setting = "twilio-eu:baseUrl";

function refusal(value: string): string {
  try {
    parseBaseUrl(value, setting, "eu");
  } catch (error) {
    expect(isConfigurationError(error)).toBe(true);
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

test.each([
  ["https://proxy.example.com", "https://proxy.example.com"],
  ["https://proxy.example.com///", "https://proxy.example.com"],
  ["https://proxy.example.com/a//b//", "https://proxy.example.com/a//b"],
  ["https://proxy.example.com:8443/a", "https://proxy.example.com:8443/a"],
  ["http://localhost:8080/", "http://localhost:8080"],
  ["http://[::1]", "http://[::1]"],
  ["http://127.0.0.1", "http://127.0.0.1"],
  ["http://127.100.200.255", "http://127.100.200.255"],
])("%s is a base URL, and becomes %s", (value, baseUrl) => {
  expect(parseBaseUrl(value, setting, "eu")).toBe(baseUrl);
});

const noUrl = `${setting} is not an absolute URL
  It looks like https://conversations.twilio.com or http://127.0.0.1:8080.`;
const otherProtocol = `${setting} must begin with https:// (or http:// for a server on this machine)`;
const plainHttp = `${setting} would send the credentials over plain HTTP to another machine, which is refused
  Use https://, or a loopback address such as http://127.0.0.1:8080.`;
const withUser = `${setting} must not hold a user name or a password
  The credentials have settings of their own.`;
const withQuery = `${setting} must not have a query or a fragment`;

test.each([
  ["proxy.example.com", noUrl],
  ["https://", noUrl],
  ["ftp://127.0.0.1", otherProtocol],
  ["localhost:8080", otherProtocol],
  ["http://proxy.example.com", plainHttp],
  ["http://128.0.0.1", plainHttp],
  ["http://x.127.0.0.1.example", plainHttp],
  ["http://127.0.0.1.example", plainHttp],
  ["https://user@proxy.example.com", withUser],
  ["https://:word@proxy.example.com", withUser],
  ["https://user:word@proxy.example.com", withUser],
  ["https://proxy.example.com?a", withQuery],
  ["https://proxy.example.com/#a", withQuery],
])("%s is no base URL, and the refusal says why and what to do", (value, message) => {
  expect(refusal(value)).toBe(message);
});
