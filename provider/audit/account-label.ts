/** The name of an account in messages. */
export function accountLabel(name: string | null | undefined): string {
  return name == null ? "the default account" : `account ${name}`;
}

/** An account in messages, with its SID if that is known: `account AC…`, `account eu (AC…)`. */
export function accountDescription(name: string | null | undefined, accountSid: string | undefined): string {
  const label = name == null ? "account" : accountLabel(name);
  return accountSid === undefined ? accountLabel(name) : `${label} ${name == null ? accountSid : `(${accountSid})`}`;
}
