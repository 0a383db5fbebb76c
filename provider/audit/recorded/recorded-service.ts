import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import type { ConfigSource } from "../../credentials/settings-source";
import type { WebhookProperty, WebhookValues } from "../webhook-values";

/** A service that a stack has recorded. */
export interface RecordedService {
  readonly chatServiceSid: string;
  /** Whether the program marked the SID as a secret. */
  readonly hasSecretSid: boolean;
  /** The named account that it is read with; undefined for the default one. */
  readonly account: string | undefined;
  /** The settings of the explicit provider that it was recorded with; undefined if it has none. */
  readonly providerSettings: ConfigSource | undefined;
  /** The resource's name in its program. */
  readonly resource: string;
  readonly urn: string;
  /** The name of the Pulumi project that the resource belongs to. */
  readonly project: string;
  /** Null where they cannot be known. */
  readonly values: WebhookValues | null;
  /** The properties that are recorded as a secret. */
  readonly secrets: ReadonlySet<WebhookProperty>;
  /** The stack's own expectation. */
  readonly expectation: CompiledExpectation | undefined;
  /** Why what is recorded cannot be judged; undefined where it can. */
  readonly fault: string | undefined;
}
