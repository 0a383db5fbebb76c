import type { UpdateTarget } from "../delivery/update-command";
import {
  isWebhookTarget,
  listedEvents,
  setUrl,
  type AccountWebhookSettings,
  type WebhookSettings,
} from "../delivery/webhook-settings";
import type { HostReach } from "../reach/host-reach";
import type { FindingProperty } from "./finding";
import { webhookUrl, type WebhookUrl } from "./webhook-url";

/** The outcome of a look at the servers of webhook URLs. */
export interface SeenReach {
  /** Of the server that a URL leads to; undefined if it was not looked at. */
  readonly of: (url: string) => HostReach | undefined;
  /** Certificates are judged by this moment. */
  readonly now: Date;
}

/** A configuration's owner. */
export interface SubjectOwner {
  readonly owner: "service" | "account";
  /** For the remedies' commands. */
  readonly target: UpdateTarget;
  /** Where an account's configuration leads. */
  readonly leadsTo?: unknown;
}

/** Knowledge besides the values. */
export interface SubjectContext {
  /** The configuration of a service's account; undefined if it is not known. */
  readonly account?: AccountWebhookSettings | undefined;
  /** The properties that must not be shown. URLs that carry a credential are not shown in any case. */
  readonly secretProperties?: ReadonlySet<string> | undefined;
  /** Whether nothing is hidden, for a reader who asked to see secrets. */
  readonly showSecrets?: boolean | undefined;
  /** Undefined if no server was looked at. */
  readonly reach?: SeenReach | undefined;
}

/** A webhook configuration as the rules look at it. */
export interface LintSubject {
  readonly owner: "service" | "account";
  readonly target: UpdateTarget;
  readonly pre: WebhookUrl | undefined;
  readonly post: WebhookUrl | undefined;
  /** Those of the two that are set. */
  readonly urls: readonly WebhookUrl[];
  readonly method: unknown;
  /** The events that are listed, each once, without blank entries. */
  readonly events: readonly string[];
  /** Whether it leads to something else than the URLs, such as Twilio Flex. */
  readonly leadsElsewhere: boolean;
  readonly account: AccountWebhookSettings | undefined;
  readonly reach: SeenReach | undefined;
  /** The settings themselves. */
  readonly settings: WebhookSettings;
  /** Whether a property must not be shown. */
  readonly hides: (property: FindingProperty) => boolean;
}

/** Looks at a configuration once, for all rules. */
export function lintSubject(
  settings: WebhookSettings,
  { owner, target, leadsTo }: SubjectOwner,
  { account, secretProperties, showSecrets = false, reach }: SubjectContext,
): LintSubject {
  const hides = (property: FindingProperty) => !showSecrets && secretProperties?.has(property) === true;
  const read = (property: WebhookUrl["property"]) => {
    const text = setUrl(settings[property]);
    return text === undefined ? undefined : webhookUrl(property, text, { isHidden: hides(property), showSecrets });
  };
  const pre = read("preWebhookUrl");
  const post = read("postWebhookUrl");
  return {
    owner,
    target,
    pre,
    post,
    urls: pre === undefined ? (post === undefined ? [] : [post]) : post === undefined ? [pre] : [pre, post],
    method: settings.method,
    events: listedEvents(settings.filters),
    leadsElsewhere: !isWebhookTarget(leadsTo),
    account,
    reach,
    settings,
    hides,
  };
}
