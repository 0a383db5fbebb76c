import * as pulumi from "@pulumi/pulumi";
import { InvalidInputError } from "../../errors/invalid-input-error";
import type { Enforcement } from "../../verdict/enforcement";
import type { ServiceWebhookExpectationInput } from "../gate/gate-input";
import { asRunError } from "../../errors/run-error";
import { ServiceWebhookConfiguration } from "./service-webhook-configuration";
import type { ServiceWebhookConfigurationArgs } from "./service-webhook-configuration-args";

/**
 * One service behind a gate: what it must be, and how it is reached.
 * @example
 * const chat: WebhookGateService = { chatServiceSid, expect: { method: "POST" }, enforcement: "advisory" };
 */
export interface WebhookGateService extends ServiceWebhookConfigurationArgs {
  readonly expect: ServiceWebhookExpectationInput;
}

/**
 * What a {@link WebhookGate} guards.
 * @example
 * const args: WebhookGateArgs = { services: { chat: { chatServiceSid, expect: { method: "POST" } } } };
 */
export interface WebhookGateArgs {
  /** The services, at least one, by a name of your own; each is recorded as `<gate>-<name>`. */
  readonly services: Readonly<Record<string, WebhookGateService>>;
  /**
   * What a violation leads to, for the services that do not say it themselves.
   * @default "mandatory"
   */
  readonly enforcement?: pulumi.Input<Enforcement | undefined> | undefined;
}

/**
 * A gate that is open while the webhook configurations of all its services are as expected. What `dependsOn` it does not
 * start before that: neither in preview nor in the update.
 *
 * Its own `dependsOn` counts for each of its services.
 * @example
 * const webhooks = new WebhookGate("webhooks", {
 *   services: { chat: { chatServiceSid, expect: { postWebhookUrl: { host: "*.example.com" } } } },
 * });
 * new Backend("backend", {}, { dependsOn: webhooks });
 */
export class WebhookGate extends pulumi.ComponentResource {
  /** What is recorded of each service, by the name it was given. */
  readonly services: Readonly<Record<string, ServiceWebhookConfiguration>>;

  /** @throws {InvalidInputError} where there are no services, or one of them has no `expect`. */
  constructor(name: string, args: WebhookGateArgs, options: pulumi.ComponentResourceOptions = {}) {
    const services = requireServices(args.services);
    super("twilio-conversations:index:WebhookGate", name, {}, options);
    this.services = Object.fromEntries(
      services.map(([key, service]) => {
        const enforcement = service.enforcement ?? args.enforcement;
        const childArgs = { ...service, ...(enforcement === undefined ? {} : { enforcement }) };
        const childOptions = {
          parent: this,
          ...(options.dependsOn === undefined ? {} : { dependsOn: options.dependsOn }),
        };
        return [key, new ServiceWebhookConfiguration(`${name}-${key}`, childArgs, childOptions)];
      }),
    );
    this.registerOutputs({});
  }
}

function requireServices(services: WebhookGateArgs["services"]): [string, WebhookGateService][] {
  const entries = typeof services === "object" && services !== null ? Object.entries(services) : [];
  const without = entries.find(([, service]) => service?.expect === undefined);
  if (entries.length === 0) {
    throw asRunError(
      new InvalidInputError("services", "services must name at least one service: an empty gate guards nothing"),
      "WebhookGate",
    );
  }
  if (without !== undefined) {
    const argument = `services.${without[0]}.expect`;
    throw asRunError(
      new InvalidInputError(argument, `${argument} is missing: the gate would let anything pass`),
      "WebhookGate",
    );
  }
  return entries;
}
