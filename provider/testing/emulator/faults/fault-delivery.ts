import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { errorReply, type ErrorFormat } from "../error-bodies";
import type { Fault, StatusFault } from "./fault";
import type { Reply } from "../reply";

/** How an answer goes out. */
export interface Delivery {
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly errorFormat: ErrorFormat;
  /** Aborted when the client has gone or the emulator stops. */
  readonly signal: AbortSignal;
  /** Called just before the client can see a status. */
  readonly onHead: (status: number) => void;
}

const page = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><h1>Welcome</h1></body></html>\n";

/**
 * Sends the usual answer as `fault` has it. `respond` makes that answer, at once: a delayed answer is an old one.
 * Rejects if the client has gone meanwhile.
 */
export async function deliver(respond: () => Reply, fault: Fault | undefined, delivery: Delivery): Promise<void> {
  const reply = replyUnder(fault, respond, delivery);
  if (fault?.delay) {
    await wait(fault.delay, undefined, { signal: delivery.signal });
  }
  if (fault === undefined) {
    return sendWhole(reply, delivery);
  }
  if ("reset" in fault) {
    if (fault.reset === "body") {
      await sendHalf(reply, delivery, true);
    }
    delivery.response.socket?.resetAndDestroy();
    return;
  }
  if ("truncate" in fault) {
    await sendHalf(reply, delivery, fault.truncate !== "chunked");
    delivery.response.socket?.destroySoon();
    return;
  }
  if ("hang" in fault) {
    if (fault.hang === "body") {
      await sendHalf(reply, delivery, true);
    }
    return;
  }
  if ("endless" in fault) {
    return sendForEver(reply, delivery);
  }
  return sendWhole(reply, delivery);
}

function replyUnder(fault: Fault | undefined, respond: () => Reply, delivery: Delivery): Reply {
  if (fault && "html" in fault) {
    return { status: fault.status ?? 200, body: Buffer.from(page), contentType: "text/html", headers: {} };
  }
  return fault && "status" in fault ? statusReply(fault, delivery) : respond();
}

function statusReply(fault: StatusFault, { errorFormat, requestId }: Delivery): Reply {
  const { status, retryAfter, body } = fault;
  const code = fault.code ?? (status === 401 ? 20003 : 20000 + status);
  const usual = errorReply({ status, code, message: `Emulated fault ${status}` }, errorFormat, requestId);
  return {
    status,
    body: body === undefined ? usual.body : bytes(body),
    contentType: fault.contentType ?? usual.contentType,
    headers: { ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }), ...fault.headers },
  };
}

function bytes(body: unknown): Buffer {
  if (ArrayBuffer.isView(body)) {
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  }
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

function sendHead(reply: Reply, { response, onHead }: Delivery, length: number | undefined): void {
  onHead(reply.status);
  const ofBody = {
    "Content-Type": reply.contentType,
    ...(length === undefined ? {} : { "Content-Length": length }),
  };
  response.writeHead(reply.status, { ...(reply.status === 204 ? {} : ofBody), ...reply.headers });
}

function sendWhole(reply: Reply, delivery: Delivery): void {
  sendHead(reply, delivery, reply.body.length);
  delivery.response.end(reply.body);
}

/** Sends the headers and half of the body, and resolves once the client can have them. */
async function sendHalf(reply: Reply, delivery: Delivery, declareLength: boolean): Promise<void> {
  sendHead(reply, delivery, declareLength ? reply.body.length : undefined);
  await new Promise((resolve) => delivery.response.write(reply.body.subarray(0, reply.body.length >> 1), resolve));
  // A reset overtakes what the client has not read yet.
  await wait(20, undefined, { signal: delivery.signal });
}

async function sendForEver(reply: Reply, delivery: Delivery): Promise<void> {
  sendHead(reply, delivery, undefined);
  const blanks = Buffer.alloc(16 * 1024, " ");
  while (!delivery.signal.aborted) {
    const room = delivery.response.write(blanks);
    await (room ? nextTurn() : once(delivery.response, "drain", { signal: delivery.signal }));
  }
}
