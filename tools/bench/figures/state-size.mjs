// How much of a resource's state is whose. No I/O.

/** What Twilio has and the user gives: the properties of a recorded webhook configuration. */
const valueKeys = ["accountSid", "chatServiceSid", "preWebhookUrl", "postWebhookUrl", "filters", "method", "url"];

/**
 * @param {unknown} value
 * @returns {number} of its JSON, in UTF-8
 */
const bytesOf = (value) => Buffer.byteLength(JSON.stringify(value));

/**
 * @param {{ inputs: Record<string, unknown>, outputs: Record<string, unknown> }} resource as `pulumi stack export` has it
 * @returns {{ own: number, values: number, total: number }} in bytes: what the package adds to the inputs and outputs,
 *   the values in both, and all of it with the engine's own fields
 */
export function resourceBytes(resource) {
  const maps = [resource.inputs, resource.outputs];
  const part = (/** @type {boolean} */ areValues) =>
    maps
      .flatMap((map) => Object.entries(map).filter(([key]) => valueKeys.includes(key) === areValues))
      // A quoted key, a colon and a comma.
      .reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value) + 2, 0);
  return { own: part(false), values: part(true), total: bytesOf(resource) };
}
