// Tested by test/audit/judging/secrets.test.ts
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import type { LiveAccount } from "../live/live-account";
import type { ServiceFacts } from "./service-facts";
import { SecretTexts } from "./secret-texts";
import { hiddenIn } from "./shown-values";

/** The properties whose value may be told from any other text. Of a method or a list of events that cannot be said. */
const tellable = ["preWebhookUrl", "postWebhookUrl", "accountSid", "url"] as const;

/**
 * Everything that is secret in a report, found before a line of it is made: what one stack recorded as a secret must not
 * be plain in another one's row.
 */
export function reportSecrets(
  facts: readonly ServiceFacts[],
  accounts: readonly LiveAccount[],
  showSecrets: boolean,
): SecretTexts {
  // The credentials of the audit itself are in no report, whatever is asked for: a friendly name or a path may have one.
  const credentials = accounts.map(({ secret }) => secret);
  return new SecretTexts(
    showSecrets
      ? credentials
      : [...credentials, ...facts.flatMap(secretsOfService), ...accounts.flatMap(secretsOfAccount)],
  );
}

function secretsOfService({ chatServiceSid, recorded, live }: ServiceFacts): readonly string[] {
  const values = [recorded?.values, live.kind === "read" ? live.values : null];
  const secret = hiddenIn(values, [...(recorded?.secrets ?? []), ...(recorded?.expectation?.secretProperties ?? [])]);
  return [
    ...(recorded?.hasSecretSid === true ? [chatServiceSid] : []),
    ...tellable
      .filter((property) => secret.has(property))
      .flatMap((property) => values.flatMap((each) => each?.[property] ?? [])),
    ...(recorded?.expectation?.secretTexts ?? []),
  ];
}

function secretsOfAccount({ accountLevel }: LiveAccount): readonly string[] {
  const configuration: GetWebhookConfigurationResult | undefined = accountLevel;
  return configuration === undefined
    ? []
    : [...secretProperties(configuration)].flatMap((property) => configuration[property] ?? []);
}
