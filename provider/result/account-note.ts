// Tested by test/engine/resource/accounts.test.ts
import type { AccountClient } from "../request/account-client";

/** Which named account something is read from, after its name in messages; nothing for the default one. */
export function accountNote({ name }: Pick<AccountClient, "name">): string {
  return name === undefined ? "" : ` (account "${name}")`;
}
