// Tested by test/testing/emulator/server.test.ts
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AccountStore } from "./accounts/accounts";
import type { Concurrency } from "./concurrency";
import { documentedHeaders } from "./documented-headers";
import { authenticationFailed, bodyTooLarge, errorReply, tooManyConcurrentRequests } from "./error-bodies";
import type { ApiFailure } from "./error-bodies";
import { deliver, type Delivery } from "./faults/fault-delivery";
import type { FaultInjection } from "./faults/fault-injection";
import { randomIdentifier } from "./identifiers";
import type { Reply } from "./reply";
import type { RequestLog } from "./request-log";
import { accountWebhookPath, answer, parseTarget, type ApiState } from "./routes";

/** Everything that answering a request takes. */
export interface HandlerParts {
  readonly accounts: AccountStore;
  readonly faults: FaultInjection;
  readonly log: RequestLog;
  readonly concurrency: Concurrency;
  readonly concurrencyLimit: number | undefined;
  readonly state: ApiState;
}

const longestForm = 64 * 1024;

/** Answers one request, from its arrival to the last byte, faults included. Rejects if the client has gone. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HandlerParts,
): Promise<void> {
  const { state, concurrencyLimit } = parts;
  const { method = "", url: path = "" } = request;
  const requestId = randomIdentifier("RQ");
  const target = parseTarget(path);
  const authentication = parts.accounts.authenticate(request.headers.authorization);
  const onHead = parts.log.add({
    method,
    path,
    requestId,
    accountSid: authentication?.account.accountSid,
    credential: authentication?.credential,
    chatServiceSid: target.chatServiceSid,
  });
  const { count, leave } = parts.concurrency.enter();
  setHeaders(response, requestId, count);
  const delivery: Delivery = {
    response,
    requestId,
    errorFormat: state.errorFormat,
    signal: closing(response, leave),
    onHead,
  };
  const refuse = (failure: ApiFailure): Reply => errorReply(failure, state.errorFormat, requestId);
  if (concurrencyLimit !== undefined && count > concurrencyLimit) {
    request.resume();
    return deliver(() => refuse(tooManyConcurrentRequests), undefined, delivery);
  }
  const askedAccountSid = target.path === accountWebhookPath ? authentication?.account.accountSid : undefined;
  const fault = parts.faults.take(target.chatServiceSid ?? askedAccountSid);
  const form = await readForm(request);
  const respond = (): Reply => {
    if (authentication === undefined) {
      return refuse(authenticationFailed);
    }
    if (form === undefined) {
      return refuse(bodyTooLarge);
    }
    return answer({ method, target, form, account: authentication.account, requestId }, state);
  };
  return deliver(respond, fault, delivery);
}

function setHeaders(response: ServerResponse, requestId: string, concurrentRequests: number): void {
  for (const [name, value] of Object.entries(documentedHeaders)) {
    response.setHeader(name, value);
  }
  response.setHeader("Twilio-Request-Id", requestId);
  response.setHeader("Twilio-Concurrent-Requests", String(concurrentRequests));
}

/** Aborted when there is nobody to answer any more. */
function closing(response: ServerResponse, onClose: () => void): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    onClose();
    controller.abort();
  });
  return controller.signal;
}

/** The form in the request's body; undefined if it is longer than any form of the API. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= longestForm) {
      chunks.push(chunk);
    }
  }
  return length > longestForm ? undefined : new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
