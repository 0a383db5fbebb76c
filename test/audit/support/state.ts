import { resourceType } from "../../../provider/recording/recorded-type";
import type { EmulatedService } from "../../../provider/testing";
import type { WebhookValues } from "../../../provider/audit/webhook-values";

const signature = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** A secret as a state has it that was exported with `--show-secrets`. */
export function plainSecret(value: unknown): object {
  return { ...signature, plaintext: JSON.stringify(value) };
}

/** A secret as a state has it otherwise. */
export function lockedSecret(): object {
  return { ...signature, ciphertext: "v1:AAAA:BBBB" };
}

export interface RecordedArgs {
  readonly name: string;
  readonly sid: string;
  /** What is recorded; a service records what it is at the emulator. */
  readonly values: Partial<Record<keyof WebhookValues, unknown>> | EmulatedService;
  /** Further outputs, or ones in another form. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** Further fields of the resource itself. */
  readonly resource?: Readonly<Record<string, unknown>>;
}

/** The values of a service at which nothing was ever set. */
export const unset: WebhookValues = {
  accountSid: null,
  preWebhookUrl: null,
  postWebhookUrl: null,
  filters: null,
  method: null,
  url: null,
};

/** An exported state that has recorded these services. */
export function stateOf(services: readonly RecordedArgs[], project = "shop"): Record<string, unknown> {
  const resources = services.map(({ name, sid, values, outputs, resource }) => ({
    urn: `urn:pulumi:dev::${project}::${resourceType}::${name}`,
    custom: true,
    id: sid,
    type: resourceType,
    outputs: {
      ...("webhook" in values
        ? values.webhook
        : {
            ...unset,
            ...values,
          }),
      chatServiceSid: sid,
      __provider: "exports.handler = () => {}",
      ...outputs,
    },
    ...resource,
  }));
  const stack = { urn: `urn:pulumi:dev::${project}::pulumi:pulumi:Stack::${project}-dev`, type: "pulumi:pulumi:Stack" };
  return { version: 3, deployment: { manifest: {}, resources: [stack, ...resources] } };
}
