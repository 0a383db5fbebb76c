import { isResponseFormatError } from "../../provider/errors/response-format-error";
import { parseServiceListPage } from "../../provider/response/service-list";

const accountSid = `AC${"a".repeat(32)}`;
const sid = (digit: string) => `IS${digit.repeat(32)}`;
const context = { subject: "the list of services", requestId: "RQ1", accountSid };
const service = (digit: string) => ({ sid: sid(digit), account_sid: accountSid, friendly_name: `service ${digit}` });
const next = "https://conversations.twilio.com/v1/Services?PageSize=100&Page=1";
const page = { services: [service("1"), service("2")], meta: { key: "services", next_page_url: next } };

function errorOf(given: Record<string, unknown>, changed = {}): Error & { field?: unknown } {
  try {
    parseServiceListPage(given, { ...context, ...changed });
  } catch (error) {
    expect(isResponseFormatError(error)).toBe(true);
    return error as Error;
  }
  throw new Error("it was taken");
}

test("a page has its services and the URL of the next page, and nothing besides", () => {
  const withMore = { ...page, services: page.services.map((each) => ({ ...each, links: {} })), more: 1 };
  expect(parseServiceListPage(withMore, context)).toEqual({ services: page.services, next_page_url: next });
});

test("the last page has no next one, and an account may have no services, and services no names", () => {
  const last = { services: [], meta: { next_page_url: null } };
  expect(parseServiceListPage(last, context)).toEqual({ services: [], next_page_url: null });
  const nameless = { sid: sid("1"), account_sid: null, friendly_name: null };
  expect(parseServiceListPage({ ...page, services: [nameless] }, context).services).toEqual([nameless]);
});

test("Text that is empty is not set: a service without a name, a page without a next one", () => {
  const given = { services: [{ sid: sid("1"), account_sid: "", friendly_name: "" }], meta: { next_page_url: "" } };
  expect(parseServiceListPage(given, context)).toEqual({
    services: [{ sid: sid("1"), account_sid: null, friendly_name: null }],
    next_page_url: null,
  });
});

const of = (field: string, what: string) =>
  `the list of services could not be read: the answer's field ${field} is not as documented: expected ${what}\n` +
  "  Twilio's request id: RQ1";

test.each<[field: string, what: string, given: Record<string, unknown>]>([
  ["services", "a list of objects; got no such field", { meta: page.meta }],
  ["services", "a list of objects; got an object", { ...page, services: {} }],
  ["services", "a list of objects; got a list with null in it", { ...page, services: [service("1"), null] }],
  ["services", "a list of objects; got a list with a list in it", { ...page, services: [[], 1] }],
  ["services", "a list of objects; got a list with a string in it", { ...page, services: ["x", {}] }],
  ["meta", "an object; got no such field", { services: [] }],
  ["meta", "an object; got null", { ...page, meta: null }],
  ["meta", "an object; got a list", { ...page, meta: [] }],
  ["meta", "an object; got a string", { ...page, meta: "x" }],
  ["meta.next_page_url", "an absolute URI, or null; got no such field", { ...page, meta: {} }],
  [
    "meta.next_page_url",
    "an absolute URI, or null; got a string of another form",
    { ...page, meta: { next_page_url: "/v1/Services" } },
  ],
  [
    "services[1].sid",
    "IS and 32 hex digits; got a string of another form",
    { ...page, services: [service("1"), service("x")] },
  ],
  [
    "services[0].friendly_name",
    "a string, or null; got a number",
    { ...page, services: [{ ...service("1"), friendly_name: 1 }] },
  ],
  [
    "services[1].account_sid",
    "the account of the credentials used; got another one",
    { ...page, services: [service("1"), { ...service("2"), account_sid: `AC${"b".repeat(32)}` }] },
  ],
])("a page whose field %s is wrong is refused: expected %s", (field, what, given) => {
  const error = errorOf(given);
  expect(error.field).toBe(field);
  expect(error.message).toBe(of(field, what));
});

test("an answer without a request id is refused without one", () => {
  expect(errorOf({}, { requestId: undefined }).message).not.toContain("request id");
});
