import { generateKeyPairSync } from "node:crypto";
import tls, { type SecureContextOptions } from "node:tls";
import { md, pki } from "node-forge";

/** A certificate with its key, as Node's servers take them. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** What a certificate says. */
export interface CertificateOptions {
  /** Host names and IP addresses. */
  readonly names: readonly string[];
  /** @default an hour ago */
  readonly notBefore?: Date;
  /** @default in an hour */
  readonly notAfter?: Date;
}

const hour = 3_600_000;
let serialNumber = 1;

/** A certificate authority of the test's own. */
export class Authority {
  readonly #identity: Identity;

  constructor(name: string) {
    this.#identity = sign({ name, extensions: [{ name: "basicConstraints", cA: true, critical: true }] });
  }

  /** The authority's certificate, in PEM. */
  get cert(): string {
    return this.#identity.cert;
  }

  issue(options: CertificateOptions): Identity {
    return sign({
      ...options,
      name: options.names[0] ?? "",
      extensions: [alternativeNames(options)],
      issuer: this.#identity,
    });
  }
}

/** A certificate that vouches for itself. */
export function selfSigned(options: CertificateOptions): Identity {
  return sign({ ...options, name: options.names[0] ?? "", extensions: [alternativeNames(options)] });
}

function alternativeNames({ names }: CertificateOptions): object {
  const isAddress = (name: string) => /^[\d.]+$|:/.test(name);
  return {
    name: "subjectAltName",
    altNames: names.map((name) => (isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name })),
  };
}

const newKeys = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
/** All servers' certificates have the same keys: making new ones takes long, and nothing here depends on it. */
let serverKeys: ReturnType<typeof newKeys> | undefined;

interface SigningRequest extends Omit<CertificateOptions, "names"> {
  readonly name: string;
  readonly extensions: readonly object[];
  readonly issuer?: Identity;
}

function sign({ name, extensions, issuer, notBefore, notAfter }: SigningRequest): Identity {
  const { publicKey, privateKey: key } = issuer === undefined ? newKeys() : (serverKeys ??= newKeys());
  const certificate = pki.createCertificate();
  const subject = [{ name: "commonName", value: name }];
  certificate.publicKey = pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = (serialNumber++).toString(16).padStart(4, "0");
  certificate.validity.notBefore = notBefore ?? new Date(Date.now() - hour);
  certificate.validity.notAfter = notAfter ?? new Date(Date.now() + hour);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer === undefined ? subject : pki.certificateFromPem(issuer.cert).subject.attributes);
  certificate.setExtensions([...extensions]);
  certificate.sign(pki.privateKeyFromPem(issuer?.key ?? key), md.sha256.create());
  return { key, cert: pki.certificateToPem(certificate) };
}

/**
 * Has this process trust an authority, as NODE_EXTRA_CA_CERTS would have it from the start. Gives what undoes it.
 * The package under test has no setting for it, and must not have one.
 */
export function trust(authority: Authority): () => void {
  const original = tls.createSecureContext;
  tls.createSecureContext = (options?: SecureContextOptions) => {
    const context = original(options);
    (context.context as { addCACert(cert: string): void }).addCACert(authority.cert);
    return context;
  };
  return () => {
    tls.createSecureContext = original;
  };
}
