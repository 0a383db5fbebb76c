import type { EmulatorAccount, TwilioEmulator } from "../../../provider/testing";

export interface ListedService {
  readonly sid: string;
  readonly date_created: string;
  readonly date_updated: string;
}

/** The fields of all the emulator's bodies; which of them are there depends on what was asked. */
export interface AnswerBody {
  readonly method: unknown;
  readonly filters: unknown;
  readonly post_webhook_url: unknown;
  readonly code: unknown;
  readonly meta: {
    readonly page: number;
    readonly first_page_url: string;
    readonly previous_page_url: string | null;
    readonly next_page_url: string | null;
  };
  readonly services: readonly ListedService[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

export function webhookPath(sid: string): string {
  return `/v1/Services/${sid}/Configuration/Webhooks`;
}

export interface AskOptions {
  readonly account?: EmulatorAccount;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks as the emulator's own account, unless another one is given. */
export async function ask(
  emulator: TwilioEmulator,
  path: string,
  init: Omit<RequestInit, "headers"> & AskOptions = {},
): Promise<Answer> {
  const { account = emulator.account, ...rest } = init;
  const headers = { Authorization: basic(account.accountSid, account.authToken), ...rest.headers };
  const response = await fetch(new URL(path, emulator.baseUrl), { ...rest, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as AnswerBody };
}
