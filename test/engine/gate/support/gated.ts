import { sid } from "../../support/service";

/** What `gated` expects; the emulated service has it. */
export const good = "https://hooks.example.com/post";
/** One letter is another. */
export const hijacked = "https://hooks.examp1e.com/post";

export const imports = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
`;

/** A program with one gated resource, and one that depends on it. */
export function gated({
  expect = `{ postWebhookUrl: "${good}" }`,
  more = "",
  options = "{}",
  before = "",
} = {}): string {
  return `${imports}
    ${before}
    const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}", expect: ${expect}, ${more} }, ${options});
    new pulumi.Stash("dependent", { input: chat.method });
    exports.postWebhookUrl = chat.postWebhookUrl;
  `;
}
