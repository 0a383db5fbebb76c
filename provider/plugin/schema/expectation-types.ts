// Tested by test/plugin/schema.test.ts
import type { ObjectSchema, PropertySchema } from "./schema-types";
import { typeReference } from "./names";

const text = { type: "string" } as const;
const texts = { type: "array", items: text } as const;

/** In C#, `Equals` would hide the method that every object has. */
const equalTo = { language: { csharp: { name: "EqualTo" } } } as const;

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
      equals: {
        ...text,
        description: "Exactly this absolute http or https URL; it goes with no other condition. Default: any URL.",
        ...equalTo,
      },
      set: {
        type: "boolean",
        description:
          "Whether a URL must be set (true) or must not be (false, which goes with no other condition). Default: either, if there is no other condition.",
      },
      protocol: { ...texts, description: "`https`, `http` or both: one of those listed must apply. Default: either." },
      host: {
        ...texts,
        description:
          "Hosts, of which one must apply: `hooks.example.com`, or `*.example.com` for its subdomains; with a port if it is not the protocol's default one. Default: any host.",
      },
      path: {
        ...text,
        description: "The exact path, such as `/twilio/post`, or a prefix that ends in `/*`. Default: any path.",
      },
      query: {
        ...texts,
        description: "The names of parameters that must be there, whatever else is. Default: any query.",
      },
      noQuery: {
        type: "boolean",
        description: "True: the URL must have no `?`. It does not go with `query`. Default: false.",
      },
      pattern: {
        ...typeReference("UrlPattern"),
        description: "A regular expression over the URL as it came. Default: none.",
      },
    },
  },
  FilterConditions: {
    type: "object",
    description: "Conditions on the events that are delivered. All of them must hold. An empty object is an error.",
    properties: {
      equals: {
        ...texts,
        description: "Exactly these events, in any order; it goes with no other condition. Default: any events.",
        ...equalTo,
      },
      includes: { ...texts, description: "Events that must be delivered. Default: none." },
      excludes: { ...texts, description: "Events that must not be delivered. Default: none." },
      only: {
        ...texts,
        description: "The only events that may be delivered; not all of them need to be. Default: any events.",
      },
    },
  },
  Expectation: {
    type: "object",
    description:
      "What the webhook configuration of a service must be. What is left out may be anything; an expectation of nothing at all is an error. That nothing is set is `set: false`.",
    properties: {
      preWebhookUrl: {
        ...typeReference("UrlConditions"),
        description: "The URL that Twilio asks before an event takes effect. Default: it may be anything.",
      },
      postWebhookUrl: {
        ...typeReference("UrlConditions"),
        description: "The URL that Twilio tells after an event. Default: it may be anything.",
      },
      method: {
        ...texts,
        description: "`POST`, `GET` or both: one of those listed must apply. Default: it may be anything.",
      },
      filters: { ...typeReference("FilterConditions"), description: "The events that are delivered. Default: any." },
      accountSid: {
        ...text,
        description: "The account responsible for the service: `AC` and 32 hexadecimal digits. Default: any account.",
      },
      delivers: {
        ...texts,
        description:
          "Events each of which must reach a URL, such as `onMessageAdded`. If the service has no URL of its own, its account's settings are read and judged. Default: none.",
      },
    },
  },
} as const satisfies Readonly<
  Record<string, ObjectSchema & { readonly properties: Readonly<Record<string, PropertySchema>> }>
>;
