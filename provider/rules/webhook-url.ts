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
export class WebhookUrl {
  /** Whether it carries a user name, a password or a parameter whose name says secret. */
  readonly hasCredential: boolean;
  /** Whether no part of it may be shown. */
  readonly isSecret: boolean;
  /** Of an ambiguous URL, what browsers would use. */
  readonly protocol: string | undefined;
  /** Where it leads; of an ambiguous URL, where browsers would go. */
  readonly hostKind: HostKind;
  /** Why HTTP clients may read it in different ways, or not at all; follows "the URL". Undefined if all read it alike. */
  readonly ambiguity: string | undefined;
  readonly #host: string | undefined;

  constructor(
    readonly property: "preWebhookUrl" | "postWebhookUrl",
    readonly text: string,
    isHidden: boolean,
    showSecrets: boolean,
  ) {
    const read = readUrl(text);
    const { protocol, host } = read.isReadable ? read : asBrowsersRead(text);
    // Without one of these there is neither user info nor a parameter.
    this.hasCredential = /[@?#;]/.test(text) && isSecretUrl(text);
    this.isSecret = !showSecrets && (isHidden || this.hasCredential);
    this.protocol = protocol;
    this.#host = host;
    this.hostKind = host === undefined ? ordinary : hostKind(host);
    this.ambiguity = read.isReadable ? undefined : read.because;
  }

  /** The host for a message; `[secret]` if the URL is one. */
  get shownHost(): string {
    return this.isSecret ? secretPlaceholder : printableText(this.#host ?? "");
  }

  /** Whether everybody reads it alike, and it has no port of its own. */
  get isAtDefaultPort(): boolean {
    return this.ambiguity === undefined && !/^[a-z]+:\/\/[^/?#]*:\d+(?:[/?#]|$)/i.test(this.text);
  }
}

function asBrowsersRead(text: string): { readonly protocol: string | undefined; readonly host: string | undefined } {
  const url = text.length > longest ? undefined : parseUrl(text);
  return url !== undefined && /^https?:$/.test(url.protocol)
    ? { protocol: url.protocol.slice(0, -1), host: url.hostname.replace(/\.$/, "") }
    : { protocol: undefined, host: undefined };
}
