// Opens the keys of the tests' stacks, over the part of HashiCorp Vault's API that Pulumi uses. A stack whose key comes
// from a service starts a third of a second sooner than one with a passphrase, from which the CLI derives a key each time.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

const prefix = "vault:v1:";

/**
 * The key in an `encryptedkey` of a stack's config file. This service only gives keys another form: the tests have nothing
 * to hide.
 *
 * @param {string} encryptedKey
 * @returns {string} in hexadecimal digits
 */
export function keyIn(encryptedKey) {
  const ciphertext = Buffer.from(encryptedKey, "base64").toString();
  return Buffer.from(ciphertext.slice(prefix.length), "base64").toString("hex");
}

/**
 * It keeps no process running, and ends with this one.
 *
 * @returns {Promise<Record<string, string>>} the variables by which the CLI finds it
 */
export async function startKeyService() {
  const server = createServer((request, response) => {
    void json(request).then((/** @type {any} */ body) => {
      const data = request.url?.startsWith("/v1/transit/encrypt/")
        ? { ciphertext: `${prefix}${body.plaintext}` }
        : { plaintext: body.ciphertext.slice(prefix.length) };
      response.setHeader("Content-Type", "application/json").end(JSON.stringify({ data }));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  server.unref();
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { VAULT_ADDR: `http://127.0.0.1:${port}`, VAULT_TOKEN: "tests" };
}
