// Tested by test/credentials/base-url.test.ts
import { ConfigurationError } from "../errors/configuration-error";
import { parseBaseUrl } from "./base-url";
import type { SettingsSource } from "./settings-source";

const nameShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * If the API is, from the `baseUrl`, `edge` and `region` settings of one source; `baseUrl` outranks the other two.
 * @see https://www.twilio.com/docs/global-infrastructure/understanding-twilio-regions
 * @throws {ConfigurationError} for a region without an edge, and for values that are no such names.
 */
export function endpointOf(source: SettingsSource, account: string | undefined): string {
  const baseUrl = source.get("baseUrl");
  if (baseUrl !== undefined) {
    return parseBaseUrl(baseUrl, source.nameOf("baseUrl"), account);
  }
  const edge = nameIn(source, "edge", account);
  const region = nameIn(source, "region", account);
  if (edge === undefined && region === undefined) {
    return "https://conversations.twilio.com";
  }
  if (edge === undefined) {
    throw new ConfigurationError(
      account,
      `${source.nameOf("region")} is set without ${source.nameOf("edge")}: Twilio has no host for a region alone`,
      [
        `Set ${source.nameOf("edge")} too, such as "dublin" for the region "ie1", or remove ${source.nameOf("region")}.`,
      ],
    );
  }
  return `https://conversations.${edge}.${region ?? "us1"}.twilio.com`;
}

function nameIn(source: SettingsSource, key: "edge" | "region", account: string | undefined): string | undefined {
  const value = source.get(key);
  if (value !== undefined && !nameShape.test(value)) {
    throw new ConfigurationError(
      account,
      `${source.nameOf(key)} is not a Twilio ${key}: it has lower-case letters, digits and "-" only`,
    );
  }
  return value;
}
