import { connect, type Socket } from "node:net";
import type { TwilioEmulator } from "../../../provider/testing";
import { basic } from "./ask";

/** What came back over a bare socket, and how it ended. */
export interface RawExchange {
  readonly head: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** `complete`: the answer was, and the server kept the connection; `open`: the test stopped looking. */
  readonly end: "complete" | "ended" | "reset" | "open";
}

export interface RawOptions {
  readonly method?: string;
  /** Stop looking when nothing has come for so many milliseconds. */
  readonly patience?: number;
  /** Stop looking only after the headers have come. */
  readonly untilHead?: boolean;
  /** Stop looking after so many bytes. */
  readonly atMost?: number;
}

export function openSocket(emulator: TwilioEmulator): Socket {
  const { hostname, port } = new URL(emulator.baseUrl);
  return connect(Number(port), hostname.replace(/^\[|\]$/g, ""));
}

export function rawRequest(emulator: TwilioEmulator, path: string, method = "GET", more = ""): string {
  const { accountSid, authToken } = emulator.account;
  return `${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic(accountSid, authToken)}\r\n${more}\r\n`;
}

/** Sends one request over a socket of its own and takes down every byte of what follows. */
export function exchange(emulator: TwilioEmulator, path: string, options: RawOptions = {}): Promise<RawExchange> {
  const { method = "GET", patience, untilHead = false, atMost = Infinity } = options;
  return new Promise((resolve) => {
    const socket = openSocket(emulator);
    let received = "";
    const finish = (end: RawExchange["end"]): void => {
      socket.destroy();
      resolve({ ...parse(received), end });
    };
    if (patience !== undefined) {
      socket.setTimeout(patience, () => {
        if (received !== "" || !untilHead) {
          finish("open");
        }
      });
    }
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      if (received.length > atMost) {
        finish("open");
      } else if (isComplete(received, method)) {
        finish("complete");
      }
    });
    socket.on("error", () => finish("reset"));
    socket.on("end", () => finish("ended"));
    socket.write(rawRequest(emulator, path, method));
  });
}

function parse(received: string): Omit<RawExchange, "end"> {
  const split = received.indexOf("\r\n\r\n");
  const head = split < 0 ? received : received.slice(0, split);
  const lines = head.split("\r\n").slice(1);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
    }),
  );
  return { head, headers, body: split < 0 ? "" : received.slice(split + 4) };
}

function isComplete(received: string, method: string): boolean {
  if (!received.includes("\r\n\r\n")) {
    return false;
  }
  const { head, headers, body } = parse(received);
  if (method === "HEAD" || head.startsWith("HTTP/1.1 204 ")) {
    return true;
  }
  return headers.has("content-length") && body.length >= Number(headers.get("content-length"));
}
