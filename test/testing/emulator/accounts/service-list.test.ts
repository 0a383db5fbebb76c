import { startEmulator, type TwilioEmulator } from "../../../../provider/testing";
import { ask, type Answer } from "../../support/ask";

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

const sidsOf = (page: Answer): string[] => page.body.services.map(({ sid }) => sid);

async function followPages(first: string, between?: (page: Answer) => void): Promise<Answer[]> {
  const pages: Answer[] = [];
  for (let next: string | null = first; next !== null; next = pages.at(-1)!.body.meta.next_page_url) {
    expect(pages.length).toBeLessThan(200);
    const page: Answer = await ask(emulator, next);
    pages.push(page);
    between?.(page);
  }
  return pages;
}

test("120 services come in pages of 50, each naming the next by an absolute address, the last one none", async () => {
  const added = Array.from({ length: 120 }, (_, i) => emulator.addService({ friendlyName: `Service ${i}` }).sid);
  const pages = await followPages("/v1/Services");
  expect(pages.map((page) => sidsOf(page).length)).toEqual([50, 50, 20]);
  expect(pages.flatMap(sidsOf)).toEqual(added);
  expect(pages.map(({ body }) => body.meta)).toEqual([
    {
      page: 0,
      page_size: 50,
      first_page_url: `${emulator.baseUrl}/v1/Services?PageSize=50&Page=0`,
      previous_page_url: null,
      url: `${emulator.baseUrl}/v1/Services?PageSize=50&Page=0`,
      next_page_url: expect.stringMatching(/^http:.*\/v1\/Services\?PageSize=50&Page=1&PageToken=PT[0-9a-f]{32}$/),
      key: "services",
    },
    {
      page: 1,
      page_size: 50,
      first_page_url: `${emulator.baseUrl}/v1/Services?PageSize=50&Page=0`,
      previous_page_url: `${emulator.baseUrl}/v1/Services?PageSize=50&Page=0`,
      url: pages[0]!.body.meta.next_page_url,
      next_page_url: expect.stringContaining("&Page=2&PageToken=PT"),
      key: "services",
    },
    expect.objectContaining({ page: 2, next_page_url: null }),
  ]);
  for (const { body } of pages) {
    expect(body.meta.first_page_url.startsWith(`${emulator.baseUrl}/`)).toBe(true);
  }
  expect(sidsOf(await ask(emulator, pages[2]!.body.meta.previous_page_url!))).toEqual(added.slice(50, 100));
});

test("a page that the services fill exactly is the last one", async () => {
  emulator.addService();
  emulator.addService();
  const pages = await followPages("/v1/Services?PageSize=1");
  expect(pages.map((page) => sidsOf(page).length)).toEqual([1, 1]);
});

test("an account without services has one empty page", async () => {
  const { status, body } = await ask(emulator, "/v1/Services?PageSize=100");
  expect(status).toBe(200);
  expect(body.services).toEqual([]);
  expect(body.meta).toMatchObject({ page: 0, page_size: 100, previous_page_url: null, next_page_url: null });
});

test("services that are added or removed between two pages neither repeat nor hide the others", async () => {
  const added = Array.from({ length: 6 }, () => emulator.addService().sid);
  let late = "";
  const pages = await followPages("/v1/Services?PageSize=2", ({ body }) => {
    if (body.meta.page === 0) {
      emulator.removeService(added[0]!);
      emulator.removeService(added[1]!);
      emulator.removeService(added[3]!);
      late = emulator.addService().sid;
    }
  });
  expect(pages.flatMap(sidsOf)).toEqual([added[0], added[1], added[2], added[4], added[5], late]);
});

test("a service in the list has the documented fields", async () => {
  const { sid, accountSid } = emulator.addService({ friendlyName: "Support" });
  const url = `https://conversations.twilio.com/v1/Services/${sid}`;
  const { body } = await ask(emulator, "/v1/Services");
  expect(body.services).toEqual([
    {
      account_sid: accountSid,
      sid,
      friendly_name: "Support",
      date_created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      date_updated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      url,
      links: {
        conversations: `${url}/Conversations`,
        users: `${url}/Users`,
        roles: `${url}/Roles`,
        bindings: `${url}/Bindings`,
        configuration: `${url}/Configuration`,
      },
    },
  ]);
});

test("an account lists its own services only", async () => {
  const other = emulator.addAccount();
  const own = emulator.addService();
  const others = emulator.addService({ accountSid: other.accountSid });
  expect(sidsOf(await ask(emulator, "/v1/Services"))).toEqual([own.sid]);
  expect(sidsOf(await ask(emulator, "/v1/Services", { account: other }))).toEqual([others.sid]);
});

test.each([
  ["PageSize=0", 20001],
  ["PageSize=-1", 20001],
  ["PageSize=many", 20001],
  ["PageSize=", 20001],
  ["PageSize=101", 20007],
  ["Page=x", 20001],
  ["PageToken=PT1", 20001],
])("the list refuses %s with 400", async (query, code) => {
  const { status, body } = await ask(emulator, `/v1/Services?${query}`);
  expect([status, body.code]).toEqual([400, code]);
});

test("the page sizes can be other ones, within reason", async () => {
  await using small = await startEmulator({ maxPageSize: 3 });
  Array.from({ length: 5 }, () => small.addService());
  expect((await ask(small, "/v1/Services")).body.services).toHaveLength(3);
  expect((await ask(small, "/v1/Services?PageSize=4")).status).toBe(400);
  await using tiny = await startEmulator({ defaultPageSize: 1 });
  tiny.addService();
  tiny.addService();
  expect((await ask(tiny, "/v1/Services")).body.services).toHaveLength(1);
  await expect(startEmulator({ maxPageSize: 0 })).rejects.toThrow(RangeError);
  await expect(startEmulator({ defaultPageSize: 101 })).rejects.toThrow(RangeError);
});
