import type { SeenReach } from "../../rules/lint-subject";
import type { ExpectedHosts } from "../expectations/expected-hosts";
import type { Acceptances } from "../rules/acceptance";
import type { ServiceRules } from "../rules/file-rules";
import type { FailingCause } from "../verdict";
import type { TwilioProfile } from "./remedy-account";
import type { SecretTexts } from "./secret-texts";
import type { ShownExpectations } from "./shown-expectations";

/** How a service is judged. */
export interface JudgingOptions {
  /** The secrets of the report as a whole. */
  readonly secrets: SecretTexts;
  readonly showSecrets: boolean;
  /** The expectations of the report's services, as they may be shown. */
  readonly expectations: ShownExpectations;
  readonly failOn: readonly FailingCause[];
  readonly rules: ServiceRules;
  readonly acceptances: Acceptances;
  /** The hosts to which every service must lead; undefined if any may be. */
  readonly expectedHosts: ExpectedHosts | undefined;
  /** The profile of the Twilio CLI whose credentials the audit uses. */
  readonly profile: TwilioProfile | undefined;
  /** The looks at the webhooks' servers; undefined if there were none. */
  readonly reach: SeenReach | undefined;
}
