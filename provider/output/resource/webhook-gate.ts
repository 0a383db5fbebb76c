import * as pulumi from "@pulumi/pulumi";
import { InvalidInputError } from "../../errors/invalid-input-error";
import type { Enforcement } from "../../verdict/enforcement";
import type { ServiceWebhookExpectationInput } from "../gate/gate-input";
import { asRunError } from "../../errors/run-error";
import { isOfType } from "./is-of-type";
import { knownArguments, namesIn, type PropertiesOf } from "./known-arguments";
import { ServiceWebhookConfiguration } from "./service-webhook-configuration";
import { serviceProperties, type ServiceWebhookConfigurationArgs } from "./service-webhook-configuration-args";

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

const gateType = "twilio-conversations:index:WebhookGate";
const gateProperties: PropertiesOf<WebhookGateArgs> = { services: true, enforcement: true };

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

  /** @internal The type by which Pulumi's policy SDK chooses resources; it asks a class for it by this name. */
  static readonly __pulumiType: string = gateType;

  /** Whether `value` is one of these, made by whichever copy of the package. */
  static override isInstance(value: unknown): value is WebhookGate {
    return isOfType(value, gateType);
  }

  /**
   * @throws {InvalidInputError} if there are no services, if one of them has no `expect`, or if anything is given that a
   * gate does not know.
   */
  constructor(name: string, args: WebhookGateArgs, options: pulumi.ComponentResourceOptions = {}) {
    const known = knownArguments<WebhookGateArgs>(args ?? {}, gateProperties, "WebhookGate");
    const services = requireServices(known.services);
    super(gateType, name, {}, options);
    this.services = Object.fromEntries(
      services.map(([key, service]) => {
        const enforcement = service.enforcement ?? known.enforcement;
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

function requireServices(services: unknown): [string, WebhookGateService][] {
  if (services instanceof Promise || pulumi.Output.isInstance(services)) {
    throw invalid("services", "services is an output or a promise: name each service, whose properties may be outputs");
  }
  const names = typeof services === "object" && services !== null ? namesIn(services) : [];
  if (names.length === 0) {
    throw invalid("services", "services must name at least one service: an empty gate guards nothing");
  }
  return names.map((key) => {
    const name = `services.${key}`;
    const given: unknown = Reflect.get(services as object, key);
    const service = knownArguments<WebhookGateService>(given, serviceProperties, "WebhookGate", name);
    if (service.expect === undefined) {
      throw invalid(`${name}.expect`, `${name}.expect is missing: the gate would let anything pass`);
    }
    return [key, service];
  });
}

function invalid(argument: string, summary: string): unknown {
  return asRunError(new InvalidInputError(argument, summary), "WebhookGate");
}
