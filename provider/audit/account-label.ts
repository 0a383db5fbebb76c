/** The name of an account in messages. */
export function accountLabel(name: string | null | undefined): string {
  return name == null ? "the default account" : `account ${name}`;
}
