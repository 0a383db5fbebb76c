// Tested by test/plugin/schema.test.ts
import type { ObjectSchema, PropertySchema } from "./schema-types";
import { typeReference } from "./names";

const text = { type: "string" } as const;
const texts = { type: "array", items: text } as const;

/** Expectations without null and without unions, which not every language of Pulumi's can send. */
export const expectationTypes = {
  UrlPattern: {
    type: "object",
    description: "A regular expression over the URL as it came from Twilio, in RE2 syntax.",
    properties: {
      source: { ...text, description: "The pattern, 1 to 1,000 characters. It is found anywhere in the URL." },
      flags: { ...text, description: "Any of `i` (case does not matter), `m`, `s` and `u`. Default: none." },
    },
    required: ["source"],
  },
  UrlConditions: {
    type: "object",
    description:
      "Conditions on a URL. All of them must hold, and each but `set: false` is violated if no URL is set. An empty object is an error.",
    properties: {
      equals: { ...text, description: "Exactly this absolute http or https URL; it goes with no other condition." },
      set: {
        type: "boolean",
        description: "Whether a URL must be set (true) or must not be (false, which goes with no other condition).",
      },
      protocol: { ...texts, description: "`https`, `http` or both: which one must apply." },
      host: {
        ...texts,
        description:
          "Hosts, of which one must apply: `hooks.example.com`, or `*.example.com` for its subdomains; with a port if it is not the protocol's default one.",
      },
      path: { ...text, description: "The exact path, such as `/twilio/post`, or a prefix that ends in `/*`." },
      query: { ...texts, description: "The names of parameters that must be there, whatever else is." },
      noQuery: {
        type: "boolean",
        description: "True: the URL must have no `?`. It does not go with `query`. Default: false.",
      },
      pattern: { ...typeReference("UrlPattern"), description: "A regular expression over the URL as it came." },
    },
  },
  FilterConditions: {
    type: "object",
    description: "Conditions on the events that are delivered. All of them must hold. An empty object is an error.",
    properties: {
      equals: { ...texts, description: "Exactly these events, in any order; it goes with no other condition." },
      includes: { ...texts, description: "Events that must be delivered." },
      excludes: { ...texts, description: "Events that must not be delivered." },
      only: { ...texts, description: "The only events that may be delivered; not all of them need to be." },
    },
  },
  Expectation: {
    type: "object",
    description:
      "What the webhook configuration of a service must be. What is left out may be anything; an expectation of nothing at all is an error. That nothing is set is `set: false`.",
    properties: {
      preWebhookUrl: {
        ...typeReference("UrlConditions"),
        description: "The URL that Twilio asks before an event takes effect.",
      },
      postWebhookUrl: { ...typeReference("UrlConditions"), description: "The URL that Twilio tells after an event." },
      method: { ...texts, description: "`POST`, `GET` or both: which one must apply." },
      filters: { ...typeReference("FilterConditions"), description: "The events that are delivered." },
      accountSid: { ...text, description: "The account responsible for the service: `AC` and 32 hexadecimal digits." },
      delivers: {
        ...texts,
        description:
          "Events each of which must reach a URL, such as `onMessageAdded`. If the service has no URL of its own, its account's settings are read and judged.",
      },
    },
  },
} as const satisfies Readonly<
  Record<string, ObjectSchema & { readonly properties: Readonly<Record<string, PropertySchema>> }>
>;
