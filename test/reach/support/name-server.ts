import { createSocket } from "node:dgram";
import { once } from "node:events";
import { decode, encode, type Answer } from "dns-packet";

/** What a name server answers for a name: addresses, a code, or nothing at all. */
export type Zone = Readonly<
  Record<
    string,
    readonly string[] | { readonly A?: Reply; readonly AAAA?: Reply } | "NXDOMAIN" | "SERVFAIL" | "REFUSED" | "silence"
  >
>;
type Reply = readonly string[] | "NXDOMAIN" | "SERVFAIL" | "silence";

/** A name server on loopback. */
export interface NameServer extends AsyncDisposable {
  /** As resolvers take it: `127.0.0.1:5353`. */
  readonly address: string;
  /** The questions that came, such as `A hooks.example.com`, in their order. */
  readonly questions: readonly string[];
}

const codes = { NXDOMAIN: 3, SERVFAIL: 2, REFUSED: 5 } as const;

export async function startNameServer(zone: Zone): Promise<NameServer> {
  const questions: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const query = decode(message);
    const { name = "", type = "A" } = query.questions?.[0] ?? {};
    questions.push(`${type} ${name}`);
    const found = zone[name.toLowerCase()] ?? "NXDOMAIN";
    const reply: Reply | "REFUSED" =
      typeof found === "string"
        ? found
        : isList(found)
          ? found.filter((address) => address.includes(":") === (type === "AAAA"))
          : ((type === "AAAA" ? found.AAAA : found.A) ?? []);
    if (reply === "silence") {
      return;
    }
    const code = typeof reply === "string" ? codes[reply] : 0;
    const answers: Answer[] =
      typeof reply === "string"
        ? []
        : reply.map((data) => ({ type: data.includes(":") ? "AAAA" : "A", name, ttl: 60, data }));
    const bytes = encode({
      type: "response",
      ...(query.id === undefined ? {} : { id: query.id }),
      // Recursion desired and available, and the response code.
      flags: 0x0180 | code,
      ...(query.questions === undefined ? {} : { questions: query.questions }),
      answers,
    });
    socket.send(bytes, from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    questions,
    [Symbol.asyncDispose]: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
