// Tested by test/testing/emulator/server.test.ts
import type { AccountStore, EmulatorAccount } from "./accounts/accounts";
import type { AccountWebhookStore } from "./accounts/account-webhook-store";
import { errorReply, methodNotAllowed, notFound, type ApiFailure, type ErrorFormat } from "./error-bodies";
import { jsonReply, type Reply } from "./reply";
import { serviceListReply, type PageLimits } from "./accounts/service-list";
import type { ServiceStore } from "./accounts/service-store";
import { readWebhookForm, type FormValues } from "./accounts/webhook-form";
import { accountWebhookBody, serviceWebhookBody } from "./wire-bodies";

/** The state that the API answers from. */
export interface ApiState {
  readonly accounts: AccountStore;
  readonly services: ServiceStore;
  readonly accountWebhooks: AccountWebhookStore;
  readonly pageLimits: PageLimits;
  readonly errorFormat: ErrorFormat;
  readonly formValues: FormValues;
  readonly baseUrl: string;
}

/** An authenticated request. */
export interface ApiRequest {
  readonly method: string;
  readonly target: RequestTarget;
  readonly form: URLSearchParams;
  readonly account: EmulatorAccount;
  readonly requestId: string;
}

/** The two parts of what the request line asks for, and the service that it names. */
export interface RequestTarget {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly chatServiceSid: string | undefined;
}

const serviceWebhookPath = /^\/v1\/Services\/([^/]+)\/Configuration\/Webhooks$/;

/** The path of an account's own webhook configuration. */
export const accountWebhookPath = "/v1/Configuration/Webhooks";

/** Reads a request line's target; nothing is decoded, since no documented path needs it. */
export function parseTarget(target: string): RequestTarget {
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1));
  return { path, query, chatServiceSid: serviceWebhookPath.exec(path)?.[1] };
}

type Outcome = { readonly body: unknown } | { readonly failure: ApiFailure };

/** The answer to an authenticated request. */
export function answer(request: ApiRequest, state: ApiState): Reply {
  const outcome = decide(request, state);
  return "failure" in outcome
    ? errorReply(outcome.failure, state.errorFormat, request.requestId)
    : jsonReply(200, outcome.body);
}

function decide(request: ApiRequest, state: ApiState): Outcome {
  const { path, chatServiceSid } = request.target;
  if (chatServiceSid !== undefined) {
    return serviceWebhook(request, state, chatServiceSid);
  }
  if (path === accountWebhookPath) {
    return accountWebhook(request, state);
  }
  if (path === "/v1/Services") {
    return services(request, state);
  }
  return { failure: notFound(path) };
}

function serviceWebhook(request: ApiRequest, state: ApiState, chatServiceSid: string): Outcome {
  const refusal = refuseMethod(request, ["GET", "POST"]);
  if (refusal) {
    return refusal;
  }
  const { services, accounts, formValues } = state;
  const service = services.find(chatServiceSid);
  if (service === undefined || !accounts.reaches(request.account, service.accountSid)) {
    return { failure: notFound(request.target.path) };
  }
  if (request.method === "POST") {
    const reading = readWebhookForm(request.form, formValues);
    if ("failure" in reading) {
      return reading;
    }
    services.changeSettings(service, reading.webhook);
  }
  return { body: serviceWebhookBody(service) };
}

function accountWebhook(request: ApiRequest, { accountWebhooks, formValues }: ApiState): Outcome {
  const refusal = refuseMethod(request, ["GET", "POST"]);
  if (refusal) {
    return refusal;
  }
  const { accountSid } = request.account;
  if (request.method === "POST") {
    const reading = readWebhookForm(request.form, formValues);
    if ("failure" in reading) {
      return reading;
    }
    accountWebhooks.change(accountSid, { ...reading.webhook, ...reading.account });
  }
  return { body: accountWebhookBody(accountSid, accountWebhooks.get(accountSid), accountWebhooks.raw.get(accountSid)) };
}

function services(request: ApiRequest, state: ApiState): Outcome {
  const own = state.services.ofAccount(request.account.accountSid);
  return refuseMethod(request, ["GET"]) ?? serviceListReply(own, request.target.query, state.pageLimits, state.baseUrl);
}

function refuseMethod(request: ApiRequest, allowed: readonly string[]): { readonly failure: ApiFailure } | undefined {
  return allowed.includes(request.method) ? undefined : { failure: methodNotAllowed(allowed) };
}
