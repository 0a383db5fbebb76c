// Tested by test/result/read-service-webhook-configurations.test.ts
import type { TwilioConversationsError } from "../errors/twilio-conversations-error";
import type { GetServiceWebhookConfigurationResult } from "./service-webhook-configuration";

/**
 * Why a service's configuration could not be read, as plain data.
 * @example
 * const isGone = (error: ReadingError) => error.status === 404;
 */
export interface ReadingError {
  /** The error's class, such as `TwilioApiError`. */
  readonly name: string;
  /** The failure, and below it, a line each, the remedies. */
  readonly message: string;
  /** The HTTP status, if Twilio answered with an error. */
  readonly status?: number;
  /** Twilio's error code, such as 20404, or the system's for a broken connection, such as `ECONNREFUSED`. */
  readonly code?: number | string;
  /** The `Twilio-Request-Id` header, where there was an answer that had one. */
  readonly requestId?: string;
}

interface ServiceRead {
  /** The service, `IS` and 32 hex digits. */
  readonly chatServiceSid: string;
  /** Its friendly name; null if nobody has named it, and if it was asked for by its SID. */
  readonly friendlyName: string | null;
}

/**
 * The outcome of reading one service among several: its configuration, or why there is none.
 * @example
 * const describe = ({ chatServiceSid, configuration, error }: ServiceWebhookConfigurationReading) =>
 *   `${chatServiceSid}: ${error === null ? configuration.postWebhookUrl : error.message}`;
 */
export type ServiceWebhookConfigurationReading = ServiceRead &
  (
    | {
        /** The live configuration. */
        readonly configuration: GetServiceWebhookConfigurationResult;
        /** Null: it was read. */
        readonly error: null;
      }
    | {
        /** Null: it could not be read. */
        readonly configuration: null;
        /** Why not. */
        readonly error: ReadingError;
      }
  );

/** An error as plain data: what there is of it, and no key without a value. */
export function readingError(error: TwilioConversationsError): ReadingError {
  const { status, code, requestId } = error as Partial<Record<"status" | "code" | "requestId", unknown>>;
  return {
    name: error.name,
    message: error.message,
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof code === "number" || typeof code === "string" ? { code } : {}),
    ...(typeof requestId === "string" ? { requestId } : {}),
  };
}
