import { isResponseFormatError } from "../../provider/errors/response-format-error";
import { isTwilioApiError } from "../../provider/errors/twilio-api-error";
import type { AccountClient } from "../../provider/request/account-client";
import { listServices, type ListedService } from "../../provider/result/list-services";
import type { TwilioEmulator } from "../../provider/testing";
import { accountOf, addServices, emulate, failureOf } from "./support/account";

const paths = (emulator: TwilioEmulator): string[] => emulator.requests.map(({ path }) => path);

async function pagesOf(account: AccountClient, signal?: AbortSignal): Promise<(readonly ListedService[])[]> {
  const pages: (readonly ListedService[])[] = [];
  for await (const services of listServices(account, { signal })) {
    pages.push(services);
  }
  return pages;
}

async function all(account: AccountClient, signal?: AbortSignal): Promise<readonly ListedService[]> {
  return (await pagesOf(account, signal)).flat();
}

/** A page as Twilio sends it. */
function page(sids: readonly string[], next: unknown): { status: 200; body: unknown } {
  const services = sids.map((sid) => ({ sid, account_sid: null, friendly_name: null }));
  return { status: 200, body: { services, meta: { key: "services", next_page_url: next } } };
}

const sid = (digit: number): string => `IS${digit.toString(16).padStart(32, "0")}`;

test("250 services come in three pages of at most 100, in Twilio's order", async () => {
  const emulator = await emulate();
  const sids = addServices(emulator, 250);
  const pages = await pagesOf(accountOf(emulator));
  expect(pages.map((services) => services.length)).toEqual([100, 100, 50]);
  expect(pages.flat()).toEqual(
    sids.map((each, index) => ({
      sid: each,
      accountSid: emulator.account.accountSid,
      friendlyName: `Service ${index}`,
    })),
  );
  expect(paths(emulator)).toEqual([
    "/v1/Services?PageSize=100",
    expect.stringMatching(/^\/v1\/Services\?PageSize=100&Page=1&PageToken=/),
    expect.stringMatching(/^\/v1\/Services\?PageSize=100&Page=2&PageToken=/),
  ]);
});

test("an account without services has an empty list", async () => {
  expect(await all(accountOf(await emulate()))).toEqual([]);
});

test("a page is asked for only when the one before it is used up", async () => {
  const emulator = await emulate();
  addServices(emulator, 150);
  const pages = listServices(accountOf(emulator));
  await pages.next();
  expect(emulator.countRequests()).toBe(1);
  await pages.return();
  expect(emulator.countRequests()).toBe(1);
});

test.each([
  ["another host", () => "http://localhost:9/v1/Services?Page=1"],
  ["another port", ({ baseUrl }: TwilioEmulator) => `${baseUrl.replace(/:\d+$/, ":9")}/v1/Services?Page=1`],
  ["another protocol", ({ baseUrl }: TwilioEmulator) => `${baseUrl.replace("http:", "https:")}/v1/Services?Page=1`],
  ["Twilio, where another server was asked,", () => "https://conversations.twilio.com/v1/Services?Page=1"],
  ["another path", ({ baseUrl }: TwilioEmulator) => `${baseUrl}/v1/Services/${sid(1)}/Users?Page=1`],
  ["a path that only looks the same", ({ baseUrl }: TwilioEmulator) => `${baseUrl}/v1/Services/?Page=1`],
  ["a user name", ({ baseUrl }: TwilioEmulator) => `${baseUrl.replace("//", "//somebody@")}/v1/Services?Page=1`],
])("a next page at %s is refused before any request there", async (_what, next) => {
  const emulator = await emulate();
  emulator.failNext(1, page([sid(1)], next(emulator)));
  const error = await failureOf(all(accountOf(emulator)));
  expect(isResponseFormatError(error)).toBe(true);
  expect(error).toMatchObject({
    field: "meta.next_page_url",
    message: expect.stringContaining("the list of services could not be read"),
  });
  expect(String(error)).not.toContain(next(emulator));
  expect(paths(emulator)).toEqual(["/v1/Services?PageSize=100"]);
});

test.each(["", "/gateway/twilio"])(
  'a base URL with the path "%s" works, whether or not the server names it in the next page',
  async (known) => {
    const emulator = await emulate();
    const next = `${emulator.baseUrl}${known}/v1/Services?PageSize=100&Page=1`;
    emulator.failNext(1, page([sid(1)], next));
    emulator.failNext(1, page([sid(2)], null));
    const account = accountOf(emulator, { TWILIO_BASE_URL: `${emulator.baseUrl}/gateway/twilio` });
    expect((await all(account)).map((service) => service.sid)).toEqual([sid(1), sid(2)]);
    expect(paths(emulator)).toEqual([
      "/gateway/twilio/v1/Services?PageSize=100",
      "/gateway/twilio/v1/Services?PageSize=100&Page=1",
    ]);
  },
);

test("pages that lead back to one another end with an error, not with an endless list", async () => {
  const emulator = await emulate();
  for (let times = 0; times < 20; times += 1) {
    emulator.failNext(1, page([sid(times % 2)], `${emulator.baseUrl}/v1/Services?Page=${(times + 1) % 2}`));
  }
  const error = await failureOf(all(accountOf(emulator)));
  expect(isResponseFormatError(error)).toBe(true);
  expect(String(error)).toContain("the list has no end");
  expect(emulator.countRequests()).toBe(3);
});

test("a service that is listed again, since others were added meanwhile, comes once", async () => {
  const emulator = await emulate();
  emulator.failNext(1, page([sid(1), sid(2)], `${emulator.baseUrl}/v1/Services?Page=1`));
  emulator.failNext(1, page([sid(2), sid(3)], `${emulator.baseUrl}/v1/Services?Page=2`));
  emulator.failNext(1, page([sid(3)], null));
  expect((await all(accountOf(emulator))).map((service) => service.sid)).toEqual([sid(1), sid(2), sid(3)]);
});

test.each([
  ["services", { meta: { next_page_url: null } }, "expected a list of objects; got no such field"],
  ["services", { services: ["IS"], meta: { next_page_url: null } }, "got a list with a string in it"],
  [
    "services[1].sid",
    { services: [{ sid: sid(1), account_sid: null, friendly_name: null }, { sid: null }], meta: {} },
    "got null",
  ],
  ["meta", { services: [] }, "expected an object; got no such field"],
  ["meta.next_page_url", { services: [], meta: {} }, "expected an absolute URI, or null; got no such field"],
  [
    "meta.next_page_url",
    { services: [], meta: { next_page_url: "/v1/Services?Page=1" } },
    "got a string of another form",
  ],
])("a page whose %s is not as documented is refused by that name", async (field, body, got) => {
  const emulator = await emulate();
  emulator.failNext(1, { status: 200, body });
  const error = await failureOf(all(accountOf(emulator)));
  expect(error).toMatchObject({ name: "ResponseFormatError", field, message: expect.stringContaining(got) });
});

test("another account's service in the list is a format error", async () => {
  const emulator = await emulate();
  const services = [{ sid: sid(1), account_sid: `AC${"f".repeat(32)}`, friendly_name: null }];
  emulator.failNext(1, { status: 200, body: { services, meta: { next_page_url: null } } });
  expect(await failureOf(all(accountOf(emulator)))).toMatchObject({ field: "services[0].account_sid" });
});

test("wrong credentials are Twilio's own 401", async () => {
  const emulator = await emulate();
  const error = await failureOf(all(accountOf(emulator, { TWILIO_AUTH_TOKEN: "another" })));
  expect(isTwilioApiError(error) && error.status).toBe(401);
});

test("an abort ends the list with the signal's reason", async () => {
  const emulator = await emulate();
  emulator.setFault("*", { hang: true });
  const controller = new AbortController();
  const listing = failureOf(all(accountOf(emulator), controller.signal));
  const reason = new Error("no longer wanted");
  controller.abort(reason);
  expect(await listing).toBe(reason);
});
