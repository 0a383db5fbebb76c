import * as pulumi from "@pulumi/pulumi";
import { InvalidInputError } from "../../errors/invalid-input-error";
import type { Enforcement } from "../../verdict/enforcement";
import { isGate } from "../gate/compiled-gate";
import { layeredSettings } from "../gate/layered-settings";
import type { RuleSettingsInput, ServiceWebhookExpectationInput } from "../gate/gate-input";
import { asRunError } from "../../errors/run-error";
import { isOfType } from "./is-of-type";
import { knownArguments, namesIn, type PropertiesOf } from "./known-arguments";
import { ServiceWebhookConfiguration } from "./service-webhook-configuration";
import { serviceProperties, type ServiceWebhookConfigurationArgs } from "./service-webhook-configuration-args";

/**
 * One service behind a gate: what it must be, and how it is reached. It has `expect` or `rules`, or both.
 * @example
 * const chat: WebhookGateService = { chatServiceSid, expect: { method: "POST" }, enforcement: "advisory" };
 */
export type WebhookGateService = ServiceWebhookConfigurationArgs &
  (
    | {
        /** The expectation. */
        readonly expect: ServiceWebhookExpectationInput;
      }
    | {
        /** Which rules apply; on top of those of the gate, if it has any. */
        readonly rules: RuleSettingsInput;
      }
  );

/**
 * The arguments of a {@link WebhookGate}: the services that it guards. Each has `expect` or `rules`, unless the gate has
 * `rules` for all of them.
 * @example
 * const args: WebhookGateArgs = { services: { chat: { chatServiceSid } }, rules: "recommended" };
 */
export type WebhookGateArgs = {
  /**
   * How strictly it is enforced, for the services that do not say it themselves.
   * @default "mandatory"
   */
  readonly enforcement?: pulumi.Input<Enforcement | undefined> | undefined;
} & (
  | {
      /** The services, at least one, by a name of your own; each is recorded as `<gate>-<name>`. */
      readonly services: Readonly<Record<string, WebhookGateService>>;
    }
  | {
      /** The same; what the gate demands by its rules need not be said again. */
      readonly services: Readonly<Record<string, ServiceWebhookConfigurationArgs>>;
      /**
       * Which rules apply to all of the services. What a service says itself comes on top of it; "recommended" and "off"
       * there take its place.
       * @see https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md
       */
      readonly rules: RuleSettingsInput;
    }
);

const gateType = "twilio-conversations:index:WebhookGate";

/** The arguments as they are read, in whichever way the types allow them. */
interface GivenArgs extends Pick<WebhookGateArgs, "enforcement"> {
  readonly services: unknown;
  readonly rules?: unknown;
}

const gateProperties: PropertiesOf<GivenArgs> = { services: true, rules: true, enforcement: true };

/**
 * A gate that is open while the webhook configurations of all its services are as expected, and nothing is wrong with them
 * by the rules that it names. What `dependsOn` it does not start before that: neither in preview nor in the update.
 *
 * Its own `dependsOn` counts for each of its services.
 * @example
 * const webhooks = new WebhookGate("webhooks", {
 *   services: { chat: { chatServiceSid, expect: { postWebhookUrl: { host: "*.example.com" } } } },
 * });
 * new Backend("backend", {}, { dependsOn: webhooks });
 */
export class WebhookGate extends pulumi.ComponentResource {
  /** The recorded configuration of each service, by the name it was given. */
  readonly services: Readonly<Record<string, ServiceWebhookConfiguration>>;

  /** @internal The type by which Pulumi's policy SDK chooses resources; it asks a class for it by this name. */
  static readonly __pulumiType: string = gateType;

  /** Whether `value` is one of these, made by whichever copy of the package. */
  static override isInstance(value: unknown): value is WebhookGate {
    return isOfType(value, gateType);
  }

  /**
   * @throws {InvalidInputError} if there are no services, if nothing is demanded of one of them, or if anything is given
   * that a gate does not know.
   */
  constructor(name: string, args: WebhookGateArgs, options: pulumi.ComponentResourceOptions = {}) {
    const known = knownArguments<GivenArgs>(args ?? {}, gateProperties, "WebhookGate");
    const services = requireServices(known);
    super(gateType, name, {}, options);
    this.services = Object.fromEntries(
      services.map(([key, service]) => {
        const enforcement = service.enforcement ?? known.enforcement;
        const childArgs = {
          ...service,
          ...rulesFor(service, known),
          ...(enforcement === undefined ? {} : { enforcement }),
        };
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

function requireServices({ services, ...gate }: GivenArgs): [string, ServiceWebhookConfigurationArgs][] {
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
    const service = knownArguments<ServiceWebhookConfigurationArgs>(given, serviceProperties, "WebhookGate", name);
    if ("expect" in service && service.expect === undefined) {
      throw invalid(`${name}.expect`, `${name}.expect is missing: the gate would let anything pass`);
    }
    if (!isGate(service) && !isGate(gate)) {
      throw invalid(
        `${name}.expect`,
        `${name}.expect is missing, and there are no rules: the gate would let anything pass`,
      );
    }
    return [key, service];
  });
}

/** The service's rules on top of the gate's, if there are any. */
function rulesFor(service: ServiceWebhookConfigurationArgs, gate: GivenArgs): { readonly rules?: RuleSettingsInput } {
  if (!("rules" in gate)) {
    return {};
  }
  const rules = "rules" in service ? layeredSettings(gate.rules, service.rules) : gate.rules;
  return { rules: rules as RuleSettingsInput };
}

function invalid(argument: string, summary: string): unknown {
  return asRunError(new InvalidInputError(argument, summary), "WebhookGate");
}
