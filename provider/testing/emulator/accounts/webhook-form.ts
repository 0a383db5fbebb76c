import { invalidParameter, type ApiFailure } from "../error-bodies";
import type { EmulatedAccountWebhookSettings, EmulatedWebhookSettings } from "./webhook-settings";
import { parseUrl } from "../../../url/parse-url";

/**
 * How the values that a form sends are stored. `normalized` is as Twilio documents it: an empty URL clears it (null), a
 * relative URL is refused, and the method is stored in upper case. `verbatim` stores each text as it is sent: `""` stays
 * `""`, `get` stays `get`, and any text is taken for a URL.
 * @example
 * const emulator = await startEmulator();
 * const formValues: FormValues = "verbatim";
 * emulator.formValues = formValues;
 */
export type FormValues = "normalized" | "verbatim";

/** The changes that a form asks for, at any webhook and at an account's only, or why Twilio would refuse them. */
export type FormReading =
  | {
      readonly webhook: Partial<EmulatedWebhookSettings>;
      readonly account: Partial<Pick<EmulatedAccountWebhookSettings, "target">>;
    }
  | { readonly failure: ApiFailure };

/**
 * Reads the form that changes a webhook: `PreWebhookUrl`, `PostWebhookUrl`, `Method`, `Filters` (repeated) and, for an
 * account, `Target`. What the form does not have stays as it is; an empty filter unsets, and so does an empty URL unless
 * values are stored verbatim.
 */
export function readWebhookForm(form: URLSearchParams, formValues: FormValues): FormReading {
  const verbatim = formValues === "verbatim";
  const [preWebhookUrl, postWebhookUrl] = [form.get("PreWebhookUrl"), form.get("PostWebhookUrl")];
  const [method, target] = [form.get("Method"), form.get("Target")];
  const relative = [preWebhookUrl, postWebhookUrl].find((url) => url && parseUrl(url) === undefined);
  if (relative && !verbatim) {
    return { failure: invalidParameter(`${relative} is not an absolute URL`) };
  }
  if (method !== null && !verbatim && !/^(get|post)$/i.test(method)) {
    return { failure: invalidParameter("Method must be GET or POST") };
  }
  if (target !== null && target !== "webhook" && target !== "flex") {
    return { failure: invalidParameter("Target must be webhook or flex") };
  }
  const url = (text: string): string | null => (verbatim ? text : text || null);
  return {
    webhook: {
      ...(preWebhookUrl === null ? {} : { preWebhookUrl: url(preWebhookUrl) }),
      ...(postWebhookUrl === null ? {} : { postWebhookUrl: url(postWebhookUrl) }),
      ...(method === null ? {} : { method: verbatim ? method : method.toUpperCase() }),
      ...(form.has("Filters") ? { filters: form.getAll("Filters").filter((filter) => filter !== "") } : {}),
    },
    account: target === null ? {} : { target },
  };
}
