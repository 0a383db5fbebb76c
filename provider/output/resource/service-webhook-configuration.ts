import * as pulumi from "@pulumi/pulumi";
import type { WebhookMethod } from "../../result/service-webhook-configuration";
import type { WebhookFilter } from "../../result/webhook-filter";
import { after } from "../sdk/promise-or-output";
import { knownArguments } from "./known-arguments";
import { isGate } from "../gate/compiled-gate";
import { isMocked, rejectOnFailure } from "../sdk/mocked";
import { requireProviderWithinReach } from "./provider-within-reach";
import { recordedInputs } from "./recorded-inputs";
import { isFirstInTurn, registrationTurn, type Waiting } from "./registration-turn";
import { keepClosed } from "./skipped-check";
import { providerText, resourceType } from "../../recording/recorded-type";
import { serviceProperties, type ServiceWebhookConfigurationArgs } from "./service-webhook-configuration-args";
import { secretWith } from "./secret-with";
import { shortStacks, withStack } from "./short-stacks";
import { isOfType } from "./is-of-type";
import { recordedProperties } from "../../recording/recorded-properties";

/**
 * What {@link ServiceWebhookConfiguration.get} needs besides the service's SID.
 * @example
 * const state: ServiceWebhookConfigurationState = { account: "eu" };
 * const chat = ServiceWebhookConfiguration.get("chat", chatServiceSid, state);
 */
export type ServiceWebhookConfigurationState = Pick<ServiceWebhookConfigurationArgs, "account">;

/**
 * The webhook configuration of a Conversations service, recorded in the stack: a change at Twilio shows as a diff in the
 * next preview. Creating, updating and deleting it change the record only; nothing is ever changed at Twilio.
 *
 * With `expect` or `rules` it is a gate: preview and update stop at a configuration that is different, or wrong by the
 * rules, even with `--continue-on-error`, and nothing that depends on the resource is touched. Where the resource has `dependsOn`, a
 * violation in preview only warns, since one of those may be what puts the webhook right; the update checks it again.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @example
 * const chat = new ServiceWebhookConfiguration("chat", {
 *   chatServiceSid,
 *   expect: { postWebhookUrl: "https://hooks.example.com/post" },
 *   rules: "recommended",
 * });
 * new Backend("backend", { webhookUrl: chat.postWebhookUrl }, { dependsOn: chat });
 */
export class ServiceWebhookConfiguration extends pulumi.CustomResource {
  /** The account responsible for the service, `AC` and 32 hex digits. */
  declare readonly accountSid: pulumi.Output<string | null>;
  /** The service asked for. */
  declare readonly chatServiceSid: pulumi.Output<string>;
  /** The absolute URL that Twilio asks before an event takes effect; secret where it carries a credential. */
  declare readonly preWebhookUrl: pulumi.Output<string | null>;
  /** The absolute URL that Twilio tells after an event; secret where it carries a credential. */
  declare readonly postWebhookUrl: pulumi.Output<string | null>;
  /** The events that are delivered: one that is not listed does not fire. */
  declare readonly filters: pulumi.Output<WebhookFilter[] | null>;
  /** The HTTP method of the webhook requests. */
  declare readonly method: pulumi.Output<WebhookMethod | null>;
  /** The absolute URL of this configuration at Twilio. */
  declare readonly url: pulumi.Output<string | null>;
  /** The named set of credentials that it is read with; undefined for the default one. */
  declare readonly account: pulumi.Output<string | undefined>;

  /** Reads an existing service's configuration by the service's SID, without recording it as managed. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: ServiceWebhookConfigurationState = {},
    options: pulumi.CustomResourceOptions = {},
  ): ServiceWebhookConfiguration {
    // With whatever a JavaScript program gives, so that it is refused and not passed over.
    return existing(name, { ...requireKnown(state), chatServiceSid: id }, { ...options, id });
  }

  /** @internal The type by which Pulumi's policy SDK chooses resources; it asks a class for it by this name. */
  static readonly __pulumiType: string = resourceType;

  /**
   * Whether `value` is one of these, made by whichever copy of the package. Pulumi's policy SDK asks with an object that
   * has nothing but the type.
   */
  static override isInstance(value: unknown): value is ServiceWebhookConfiguration {
    return isOfType(value, resourceType);
  }

  constructor(name: string, args: ServiceWebhookConfigurationArgs, options: pulumi.CustomResourceOptions = {}) {
    requireProviderWithinReach();
    const known = requireKnown(args);
    requireSenseOf(known, options);
    const waiting: Waiting = { resource: undefined };
    const isExisting = options.id !== undefined || options.urn !== undefined;
    const recorded = isExisting ? undefined : recordedInputs(name, known, options, waiting);
    const inputs = recorded?.inputs ?? placeholders(known);
    const usualStacks = shortStacks(options, options.parent ?? pulumi.runtime.getStackResource());
    try {
      super(resourceType, name, { ...inputs, __provider: providerText }, inTurn(options, waiting));
    } catch (error) {
      usualStacks();
      throw withStack(error, new.target);
    } finally {
      usualStacks();
    }
    waiting.resource = this;
    if (recorded === undefined) {
      secretWith(this, options.id);
      return;
    }
    // Without an input the SDK makes no output, and one of an input without a value would be unknown in preview.
    this.account ??= pulumi.output<string | undefined>(undefined);
    void after(recorded.decision, ({ warning }) => {
      if (warning !== null) {
        void pulumi.log.warn(warning, this);
      }
    });
    if (isGate(known) && !isMocked()) {
      keepClosed(this, name, recorded);
    }
    if (isMocked()) {
      rejectOnFailure(this, pulumi.output(recorded.decision));
    }
  }
}

/** A JavaScript program may leave the arguments out: that is then an error about the SID that is missing. */
function requireKnown(args: ServiceWebhookConfigurationArgs | ServiceWebhookConfigurationState) {
  const given: unknown = args ?? {};
  return knownArguments<ServiceWebhookConfigurationArgs>(given, serviceProperties, "ServiceWebhookConfiguration");
}

/** Refuses what Pulumi would pass over in silence, or end with a page of its own internals. */
function requireSenseOf(args: ServiceWebhookConfigurationArgs, options: pulumi.CustomResourceOptions) {
  if (options.import !== undefined) {
    throw new pulumi.RunError(
      "ServiceWebhookConfiguration cannot be imported: make it without the option import, which records what is live too, " +
        "or read it with ServiceWebhookConfiguration.get",
    );
  }
  for (const option of ["id", "urn"] as const) {
    if (options[option] !== undefined) {
      requireExisting(args, option, options[option]);
    }
  }
}

function requireExisting(args: ServiceWebhookConfigurationArgs, option: "id" | "urn", value: unknown): void {
  const unjudged = (["expect", "rules", "enforcement"] as const).find((key) =>
    key === "enforcement" ? args.enforcement !== undefined : key in args,
  );
  if (unjudged !== undefined) {
    throw new pulumi.RunError(
      `${unjudged} is for a ServiceWebhookConfiguration that is recorded: nothing would be judged by it with the option ` +
        `${option}${option === "id" ? " or with get" : ""}. Leave the option out, or hand what was read to ` +
        "assertServiceWebhookConfigurationOutput",
    );
  }
  if (value === "" || value === null) {
    throw new pulumi.RunError(
      option === "id"
        ? "ServiceWebhookConfiguration.get needs the service's SID, but the id is empty"
        : "the option urn of a ServiceWebhookConfiguration is empty: leave it out, or give the URN of the one to look up",
    );
  }
}

/** A resource that exists is read when its turn comes, too: with an id that is not known yet, Pulumi waits with the read. */
function inTurn(options: pulumi.CustomResourceOptions, waiting: Waiting): pulumi.CustomResourceOptions {
  if (options.id === undefined || isFirstInTurn(options)) {
    return options;
  }
  const { id } = options;
  return { ...options, id: registrationTurn(options, waiting).apply(() => pulumi.output(id)) };
}

// Not inside the class: the bundler gives a class that names itself another name.
function existing(...args: ConstructorParameters<typeof ServiceWebhookConfiguration>): ServiceWebhookConfiguration {
  return new ServiceWebhookConfiguration(...args);
}

/** The provider reads; a property that has no place among the inputs would have no output. */
function placeholders(args: ServiceWebhookConfigurationArgs): pulumi.Inputs {
  const unread = Object.fromEntries([...recordedProperties, "chatServiceSid"].map((key) => [key, undefined]));
  return { ...unread, account: args.account };
}
