import { read } from "../../provider/recording/recorded-resource";
import { accountSettings, type AccountClient } from "../../provider/request/account-client";
import type { EmulatorAccount, Fault, TwilioEmulator } from "../../provider/testing";
import { emulate, failureOf } from "../result/support/account";

const sid = `IS${"9".repeat(32)}`;
const clients: AccountClient[] = [];

afterEach(() => clients.splice(0).forEach(({ client }) => client.close()));

/** Connects with an account's token, or with its API key, beside which an account SID may stand. */
function connect(
  emulator: TwilioEmulator,
  account: EmulatorAccount,
  key?: { readonly accountSid?: string },
): AccountClient {
  const credentials =
    key === undefined
      ? { TWILIO_ACCOUNT_SID: account.accountSid, TWILIO_AUTH_TOKEN: account.authToken }
      : {
          TWILIO_API_KEY: account.apiKey,
          TWILIO_API_SECRET: account.apiSecret,
          ...(key.accountSid === undefined ? {} : { TWILIO_ACCOUNT_SID: key.accountSid }),
        };
  const environment = { TWILIO_BASE_URL: emulator.baseUrl, TWILIO_MAX_ATTEMPTS: "1", ...credentials };
  const client = accountSettings(undefined, () => undefined, environment).connect();
  clients.push(client);
  return client;
}

const refresh = (client: AccountClient, accountSid: unknown) =>
  read(sid, { chatServiceSid: sid, accountSid }, () => client);

test("A refresh drops the record of a service that Twilio does not know, asked as the account that is recorded", async () => {
  const emulator = await emulate();
  const { account } = emulator;
  const gone = { id: "", props: {} };
  expect(await refresh(connect(emulator, account), account.accountSid)).toEqual(gone);
  expect(await refresh(connect(emulator, account), account.accountSid.toUpperCase())).toEqual(gone);
  expect(await refresh(connect(emulator, account, {}), account.accountSid)).toEqual(gone);
});

test("It keeps the record if another account was asked, or if nobody knows which", async () => {
  const emulator = await emulate();
  const { account } = emulator;
  const other = emulator.addAccount();
  for (const [client, recorded] of [
    [connect(emulator, other), account.accountSid],
    [connect(emulator, other, {}), account.accountSid],
    [connect(emulator, account), null],
    [connect(emulator, account), undefined],
  ] as const) {
    const error = await failureOf(refresh(client, recorded));
    expect(String(error)).toContain("so the record stays");
  }
  const disguised = connect(emulator, other, { accountSid: account.accountSid });
  expect(await failureOf(refresh(disguised, account.accountSid))).toBeInstanceOf(Error);
  emulator.setFault(account.accountSid, { status: 403, code: 20003 });
  emulator.setFault(sid, { status: 404, code: 20404 });
  expect(String(await failureOf(refresh(connect(emulator, account), account.accountSid)))).toContain(
    "so the record stays",
  );
});

test.each<[what: string, fault: Fault]>([
  ["a proxy's page", { html: true, status: 404 }],
  ["JSON that is not Twilio's", { status: 404, body: { error: "not found" } }],
  ["an error of Twilio's with another code", { status: 404, code: 20003 }],
  ["nothing at all", { status: 404, body: "" }],
  ["410", { status: 410, code: 20404 }],
])("It keeps the record if the answer is %s", async (_what, fault) => {
  const emulator = await emulate();
  emulator.setFault(sid, fault);
  expect(String(await failureOf(refresh(connect(emulator, emulator.account), emulator.account.accountSid)))).toMatch(
    /could not be read|not as documented/,
  );
});

test("It keeps the record if the account's own configuration is not found either: the base URL leads to another place", async () => {
  const emulator = await emulate();
  emulator.setFault("*", { status: 404, code: 20404 });
  expect(String(await failureOf(refresh(connect(emulator, emulator.account), emulator.account.accountSid)))).toContain(
    "the account's webhook configuration could not be read",
  );
});

test("Reading a service by its SID that is not there is an error, never an answer", async () => {
  const emulator = await emulate();
  const client = connect(emulator, emulator.account);
  expect(String(await failureOf(read(sid, {}, () => client)))).toContain("Twilio answered 404");
});

test("A gate that a transformation turns into a mere read is an error: nothing was judged", async () => {
  const emulator = await emulate();
  emulator.addService({ sid });
  const client = connect(emulator, emulator.account);
  const error = await failureOf(read(sid, { chatServiceSid: sid, __read: '{"failure":null}' }, () => client));
  expect(String(error)).toContain("nothing would be judged");
});
