import { invalidParameter, type ApiFailure } from "../error-bodies";
import type { EmulatedAccountWebhookSettings, EmulatedWebhookSettings } from "./webhook-settings";
import { parseUrl } from "../../../url/parse-url";

/** What a form asks to change at any webhook and at an account's only, or why Twilio would refuse it. */
export type FormReading =
  | {
      readonly webhook: Partial<EmulatedWebhookSettings>;
      readonly account: Partial<Pick<EmulatedAccountWebhookSettings, "target">>;
    }
  | { readonly failure: ApiFailure };

/**
 * Reads the form that changes a webhook: `PreWebhookUrl`, `PostWebhookUrl`, `Method`, `Filters` (repeated) and, for an
 * account, `Target`. What the form does not have stays as it is; an empty URL or an empty filter unsets.
 */
export function readWebhookForm(form: URLSearchParams): FormReading {
  const [preWebhookUrl, postWebhookUrl] = [form.get("PreWebhookUrl"), form.get("PostWebhookUrl")];
  const [method, target] = [form.get("Method"), form.get("Target")];
  const relative = [preWebhookUrl, postWebhookUrl].find((url) => url && parseUrl(url) === undefined);
  if (relative) {
    return { failure: invalidParameter(`${relative} is not an absolute URL`) };
  }
  if (method !== null && !/^(get|post)$/i.test(method)) {
    return { failure: invalidParameter("Method must be GET or POST") };
  }
  if (target !== null && target !== "webhook" && target !== "flex") {
    return { failure: invalidParameter("Target must be webhook or flex") };
  }
  return {
    webhook: {
      ...(preWebhookUrl === null ? {} : { preWebhookUrl: preWebhookUrl || null }),
      ...(postWebhookUrl === null ? {} : { postWebhookUrl: postWebhookUrl || null }),
      ...(method === null ? {} : { method: method.toUpperCase() }),
      ...(form.has("Filters") ? { filters: form.getAll("Filters").filter((filter) => filter !== "") } : {}),
    },
    account: target === null ? {} : { target },
  };
}
