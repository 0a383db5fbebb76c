import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Behaviour } from "./fault-server";
import { configured } from "./reading";

/** What an answer says. */
export interface AnswerOptions {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text or bytes as they are; anything else as JSON. */
  readonly body?: unknown;
}

/** A whole answer, with the headers that Twilio documents unless others are given. */
export function answer(options: AnswerOptions = {}): Behaviour {
  return (socket) => {
    socket.write(answerBytes(options));
  };
}

/** The usual answer: a service's webhook configuration. */
export const good: Behaviour = answer({ body: configured });

/** Bytes as they are, after which the connection stays open. */
export function raw(...parts: (string | Buffer)[]): Behaviour {
  return (socket) => {
    for (const part of parts) {
      socket.write(part);
    }
  };
}

/** Bytes as they are, and the end of the connection. */
export function rawThenEnd(...parts: (string | Buffer)[]): Behaviour {
  return (socket) => {
    raw(...parts)(socket, undefined as never);
    socket.end();
  };
}

/** Bytes as they are, and then a reset. */
export function rawThenReset(...parts: (string | Buffer)[]): Behaviour {
  return (socket) => {
    raw(...parts)(socket, undefined as never);
    // Not in the same breath: a reset takes away what was not delivered yet.
    setTimeout(() => drop(socket), 20);
  };
}

export const reset: Behaviour = (socket) => drop(socket);

/** A TCP reset; TLS knows none, and there it is an end without a farewell. */
function drop(socket: Socket): void {
  if (socket instanceof TLSSocket) {
    socket.destroy();
  } else {
    socket.resetAndDestroy();
  }
}

/** Nothing, for ever. */
export const silence: Behaviour = () => {};

/** The head of an answer with that much body announced. */
export function head(headers: Readonly<Record<string, string | number>>, status = 200): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join("")}\r\n`;
}

export const json = { "Content-Type": "application/json" };

export function answerBytes({ status = 200, headers = {}, body = "" }: AnswerOptions): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const all = { ...json, "Twilio-Request-Id": "RQ0123456789abcdef0123456789abcdef", ...headers };
  const length = status === 204 || status === 304 ? {} : { "Content-Length": bytes.length };
  return Buffer.concat([Buffer.from(head({ ...all, ...length }, status)), bytes]);
}

/** Writes `next()` again and again, as fast as it is taken, until the other side goes away; gives what was written. */
export function flood(socket: Socket, next: () => string | Buffer): { readonly bytes: number } {
  const written = { bytes: 0 };
  const more = () => {
    while (!socket.destroyed) {
      const chunk = next();
      written.bytes += chunk.length;
      if (!socket.write(chunk)) {
        return;
      }
    }
  };
  socket.on("drain", more);
  more();
  return written;
}
