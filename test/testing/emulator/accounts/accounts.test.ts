import { startEmulator, type TwilioEmulator } from "../../../../provider/testing";
import { ask, basic, webhookPath } from "../../support/ask";

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

const withHeader = (path: string, authorization: string | undefined) =>
  fetch(emulator.baseUrl + path, authorization === undefined ? {} : { headers: { Authorization: authorization } });

test("the account SID opens its services with the auth token, the API key with its secret", async () => {
  const { sid } = emulator.addService();
  const { accountSid, authToken, apiKey, apiSecret } = emulator.account;
  expect((await withHeader(webhookPath(sid), basic(accountSid, authToken))).status).toBe(200);
  expect((await withHeader(webhookPath(sid), basic(apiKey, apiSecret))).status).toBe(200);
  expect(emulator.requests.map(({ credential }) => credential)).toEqual(["authToken", "apiKey"]);
});

test("wrong, mixed up, misspelt and missing credentials get 401 with Twilio's code 20003", async () => {
  const { sid } = emulator.addService();
  const other = emulator.addAccount();
  const { accountSid, authToken, apiKey, apiSecret } = emulator.account;
  const refused = [
    undefined,
    "",
    "Basic",
    "Basic !!!",
    `Bearer ${authToken}`,
    basic(accountSid, ""),
    basic(accountSid, `${authToken}x`),
    basic(accountSid, apiSecret),
    basic(apiKey, authToken),
    basic(accountSid, other.authToken),
    basic(accountSid.toLowerCase(), authToken),
    `Basic ${Buffer.from(accountSid + authToken).toString("base64")}`,
  ];
  for (const authorization of refused) {
    const response = await withHeader(webhookPath(sid), authorization);
    expect([authorization, response.status]).toEqual([authorization, 401]);
    expect(response.headers.get("WWW-Authenticate")).toBe('Basic realm="Twilio API"');
    expect(await response.json()).toEqual({
      code: 20003,
      message: "Authenticate",
      more_info: "https://www.twilio.com/docs/errors/20003",
      status: 401,
    });
  }
  expect(emulator.countRequests({ accountSid: undefined, status: 401 })).toBe(refused.length);
});

test("without credentials an unknown path is no more than a 401, so that nothing can be learnt", async () => {
  expect((await withHeader("/v1/Nothing", undefined)).status).toBe(401);
});

test("a password may have colons and letters beyond ASCII", async () => {
  const account = emulator.addAccount({ authToken: "a:b:ü" });
  expect((await ask(emulator, "/v1/Services", { account })).status).toBe(200);
});

test("a service of another account is as unknown as one that does not exist", async () => {
  const other = emulator.addAccount();
  const { sid } = emulator.addService({ accountSid: other.accountSid });
  const strangers = await ask(emulator, webhookPath(sid));
  expect(strangers.status).toBe(404);
  expect(strangers.body.code).toBe(20404);
  expect((await ask(emulator, webhookPath(sid), { account: other })).status).toBe(200);
});

test("made-up credentials have Twilio's shapes where those are fixed, and say that they are emulated", () => {
  const another = emulator.addAccount();
  for (const account of [emulator.account, another]) {
    expect(account.accountSid).toMatch(/^AC[0-9a-f]{32}$/);
    expect(account.apiKey).toMatch(/^SK[0-9a-f]{32}$/);
    expect(account.authToken).toMatch(/^emulated-/);
    expect(account.apiSecret).toMatch(/^emulated-/);
  }
  expect(new Set([...Object.values(emulator.account), ...Object.values(another)]).size).toBe(8);
});

test("an account of the wrong shape, or one that is there already, is refused", () => {
  expect(() => emulator.addAccount({ accountSid: "AC1" })).toThrow(RangeError);
  expect(() => emulator.addAccount({ accountSid: `AC${"0".repeat(32)}\n` })).toThrow(RangeError);
  expect(() => emulator.addAccount({ apiKey: `AC${"0".repeat(32)}` })).toThrow("apiKey must be SK and 32 hex digits");
  expect(() => emulator.addAccount({ accountSid: emulator.account.accountSid })).toThrow("already");
  expect(() => emulator.addAccount({ apiKey: emulator.account.apiKey })).toThrow("already");
});

test("the accounts to start with keep what they are given, and the first of them is the emulator's own", async () => {
  const accountSid = `AC${"1".repeat(32)}`;
  const second = { accountSid: `AC${"2".repeat(32)}`, authToken: "second" };
  await using started = await startEmulator({ accounts: [{ accountSid, authToken: "first" }, second] });
  expect(started.account).toMatchObject({ accountSid, authToken: "first" });
  const account = { ...started.account, ...second };
  expect((await ask(started, "/v1/Services", { account })).status).toBe(200);
});

test("the credentials of a parent account reach a subaccount's services, and the answers name the subaccount", async () => {
  const child = emulator.addAccount({ parentSid: emulator.account.accountSid });
  const { sid } = emulator.addService({ accountSid: child.accountSid });
  const own = emulator.addService();
  const { apiKey, apiSecret } = emulator.account;
  const byParentsKey = await withHeader(webhookPath(sid), basic(apiKey, apiSecret));
  expect([byParentsKey.status, await byParentsKey.json()]).toMatchObject([200, { account_sid: child.accountSid }]);
  expect((await ask(emulator, webhookPath(own.sid), { account: child })).status).toBe(404);
  expect((await ask(emulator, "/v1/Services")).body.services.map((service) => service.sid)).toEqual([own.sid]);
});

test("a subaccount of an account that is not there is refused", () => {
  expect(() => emulator.addAccount({ parentSid: `AC${"0".repeat(32)}` })).toThrow("add it with addAccount first");
});
