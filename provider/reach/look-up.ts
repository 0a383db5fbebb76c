// Tested by test/reach/look-at-server.test.ts
import { CANCELLED, NODATA, NOTFOUND, promises, TIMEOUT } from "node:dns";

/** The addresses of a name, or why there are none. */
export type LookUp =
  | { readonly kind: "addresses"; readonly addresses: readonly string[] }
  /** The name server answered that there is no such name, or none with an address. */
  | { readonly kind: "none"; readonly nameExists: boolean }
  /** No name server gave an answer. */
  | { readonly kind: "failed"; readonly because: string };

/** How names are looked up. */
export interface LookUpOptions {
  /**
   * The name servers to ask, such as `192.0.2.53` or `127.0.0.1:5353`.
   * @default the system's
   */
  readonly nameServers?: readonly string[] | undefined;
  /** In seconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

type Answer = { readonly addresses: readonly string[] } | { readonly code: string };

/**
 * Asks the name servers for a name's IPv4 and IPv6 addresses. The hosts file and the search list are passed over: Twilio
 * has neither.
 * @throws the signal's reason if it is aborted.
 */
export async function lookUp(hostname: string, { nameServers, timeout, signal }: LookUpOptions): Promise<LookUp> {
  signal.throwIfAborted();
  const resolver = new promises.Resolver({ timeout: (timeout * 1000) / 2, tries: 2 });
  if (nameServers !== undefined) {
    resolver.setServers(nameServers);
  }
  const cancel = () => resolver.cancel();
  signal.addEventListener("abort", cancel);
  // The resolver's own limit is one for each name server.
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    cancel();
  }, timeout * 1000);
  try {
    const answers = await Promise.all([answer(resolver.resolve4(hostname)), answer(resolver.resolve6(hostname))]);
    signal.throwIfAborted();
    return merged(isLate ? answers.map(late) : answers);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  }
}

function late(given: Answer): Answer {
  return "code" in given && given.code === CANCELLED ? { code: TIMEOUT } : given;
}

async function answer(query: Promise<readonly string[]>): Promise<Answer> {
  try {
    return { addresses: await query };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? "" };
  }
}

function merged(answers: readonly Answer[]): LookUp {
  const addresses = answers.flatMap((each) => ("addresses" in each ? each.addresses : []));
  if (addresses.length > 0) {
    return { kind: "addresses", addresses };
  }
  const codes = answers.flatMap((each) => ("code" in each ? [each.code] : []));
  const failure = codes.find((code) => code !== NOTFOUND && code !== NODATA);
  // A name server that answers one of two questions may know an address by the other one.
  return failure === undefined
    ? { kind: "none", nameExists: !codes.every((code) => code === NOTFOUND) }
    : { kind: "failed", because: failureText(failure) };
}

const failures: Readonly<Record<string, string>> = {
  ESERVFAIL: "the name server failed (SERVFAIL)",
  EREFUSED: "the name server refused to answer (REFUSED)",
  ECONNREFUSED: "no name server could be reached",
  ETIMEOUT: "no name server answered in time",
  ECANCELLED: "the look-up was cancelled",
  EBADNAME: "it is not a name that name servers know",
};

function failureText(code: string): string {
  return failures[code] ?? `the look-up failed${/^E[A-Z]{1,30}$/.test(code) ? ` (${code})` : ""}`;
}
