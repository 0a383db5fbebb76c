// Tested by test/output/functions/get-service-webhook-configuration.test.ts
import { secretPlaceholder } from "./secret-placeholder";

/** Takes a value that the program marked as secret out of an error's message, stack and own properties. */
export function redactError<E>(error: E, secret: string | undefined): E {
  if (secret !== undefined && error instanceof Error) {
    for (const key of Object.getOwnPropertyNames(error)) {
      const value: unknown = Reflect.get(error, key);
      if (typeof value === "string") {
        Reflect.set(error, key, value.replaceAll(secret, secretPlaceholder));
      }
    }
  }
  return error;
}
