/**
 * The one spelling of a SID, to compare it by or to use as a key: its hexadecimal digits in lower case. Twilio takes them in
 * either case and answers in lower case. The two letters in front have no other case.
 */
export function canonicalSid(sid: string): string {
  return sid.slice(0, 2) + sid.slice(2).toLowerCase();
}

/** Whether two SIDs name the same thing. */
export function isSameSid(one: string, other: string): boolean {
  return canonicalSid(one) === canonicalSid(other);
}
