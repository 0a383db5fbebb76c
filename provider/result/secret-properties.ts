// Tested by test/url/secret-url.test.ts
import { isSecretUrl } from "../url/secret-url";
import type { GetServiceWebhookConfigurationResult } from "./service-webhook-configuration";

/** A property of the result that may hold a credential. */
export type UrlProperty = "preWebhookUrl" | "postWebhookUrl";

/** The properties whose URL carries a credential, and which are therefore secret without anybody asking. */
export function secretProperties(
  configuration: Pick<GetServiceWebhookConfigurationResult, UrlProperty>,
): ReadonlySet<UrlProperty> {
  const urls: readonly UrlProperty[] = ["preWebhookUrl", "postWebhookUrl"];
  return new Set(
    urls.filter((property) => {
      // A configuration from a user's mocks may lack what its type promises.
      const url: unknown = configuration[property];
      return typeof url === "string" && isSecretUrl(url);
    }),
  );
}
