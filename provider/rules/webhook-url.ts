import { hostKind, type HostKind } from "../url/hosts/host-kind";
import { parseUrl } from "../url/parse-url";
import { readUrl } from "../url/readable-url";
import { isSecretUrl } from "../url/secret-url";
import { printableText } from "../text/printable";
import { secretPlaceholder } from "../text/secret-placeholder";

/** No longer text is worth another look: nothing reads it. */
const longest = 8_192;

const ordinary: HostKind = { kind: "ordinary" };

/** A URL that is set, as the rules look at it. */
export interface WebhookUrl {
  readonly property: "preWebhookUrl" | "postWebhookUrl";
  readonly text: string;
  /** Whether it carries a user name, a password or a parameter whose name says secret. */
  readonly hasCredential: boolean;
  /** Whether no part of it may be shown. */
  readonly isSecret: boolean;
  /** Of an ambiguous URL, what browsers would use. */
  readonly protocol: string | undefined;
  /** Of an ambiguous URL, where browsers would go. Messages show `shownHost`. */
  readonly host: string | undefined;
  /** Where it leads; of an ambiguous URL, where browsers would go. */
  readonly hostKind: HostKind;
  /** Why HTTP clients may read it in different ways, or not at all; follows "the URL". Undefined if all read it alike. */
  readonly ambiguity: string | undefined;
}

/** Looks at a URL once, for all rules. */
export function webhookUrl(
  property: WebhookUrl["property"],
  text: string,
  { isHidden, showSecrets }: { readonly isHidden: boolean; readonly showSecrets: boolean },
): WebhookUrl {
  const read = readUrl(text);
  const { protocol, host } = read.isReadable ? read : asBrowsersRead(text);
  // Without one of these there is neither user info nor a parameter.
  const hasCredential = /[@?#;]/.test(text) && isSecretUrl(text);
  return {
    property,
    text,
    hasCredential,
    isSecret: !showSecrets && (isHidden || hasCredential),
    protocol,
    host,
    hostKind: host === undefined ? ordinary : hostKind(host),
    ambiguity: read.isReadable ? undefined : read.because,
  };
}

/** The host for a message; `[secret]` if the URL is one. */
export function shownHost({ isSecret, host = "" }: WebhookUrl): string {
  return isSecret ? secretPlaceholder : printableText(host);
}

/** Whether everybody reads it alike, and it has no port of its own. */
export function isAtDefaultPort({ ambiguity, text }: WebhookUrl): boolean {
  return ambiguity === undefined && !/^[a-z]+:\/\/[^/?#]*:\d+(?:[/?#]|$)/i.test(text);
}

function asBrowsersRead(text: string): { readonly protocol: string | undefined; readonly host: string | undefined } {
  const url = text.length > longest ? undefined : parseUrl(text);
  return url !== undefined && /^https?:$/.test(url.protocol)
    ? { protocol: url.protocol.slice(0, -1), host: url.hostname.replace(/\.$/, "") }
    : { protocol: undefined, host: undefined };
}
