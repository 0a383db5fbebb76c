import type {
  FilterConditions,
  ServiceWebhookExpectation,
  UrlConditions,
  UrlPattern,
} from "./service-webhook-expectation";
import { knownWebhookFilters } from "../result/webhook-filter";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** No list in an expectation is longer. */
const maxItems = 1_000;

function listOf(items: JsonSchema): JsonSchema {
  return { type: "array", items, minItems: 1, maxItems };
}

function oneOrMore(item: JsonSchema): JsonSchema {
  return { anyOf: [item, listOf(item)] };
}

/** A schema for each property that the type has, and for no other: the compiler finds one that is left out of either. */
type SchemasOf<Type> = { readonly [Key in keyof Required<Type>]: JsonSchema };

function conditions<Type>(description: string, properties: SchemasOf<Type>): JsonSchema {
  return { type: "object", description, properties, additionalProperties: false, minProperties: 1 };
}

/** Known events complete in an editor; Twilio adds others without notice. */
const event: JsonSchema = { anyOf: [{ enum: [...knownWebhookFilters] }, { type: "string", minLength: 1 }] };
const protocol: JsonSchema = { enum: ["https", "http"] };
const host: JsonSchema = { type: "string", pattern: "^[^/@?#\\\\]+$" };
// Printable ASCII but for ? # \ and the star, which may only be the whole last segment.
const pathCharacters = '[!-"$-)+->@-\\[\\]-~]*';

const exactUrl: JsonSchema = { type: "string", pattern: "^[hH][tT][tT][pP][sS]?://[^\\s\\x00-\\x1f\\x7f-\\x9f]+$" };
const exactEvents: JsonSchema = {
  type: "array",
  items: { anyOf: [{ enum: [...knownWebhookFilters] }, { type: "string" }] },
  maxItems,
};

const urlConditions: JsonSchema = {
  ...conditions<UrlConditions>("Conditions on the URL. All of them must hold.", {
    equals: { ...exactUrl, description: "Exactly this URL; it goes with no other condition." },
    set: { type: "boolean", description: "Whether a URL must be set; false goes with no other condition." },
    protocol: { description: '"https", "http", or a list of which one must apply.', ...oneOrMore(protocol) },
    host: {
      description:
        'The host, "*.example.com" for its subdomains, or a list of which one must apply; by default at the default port.',
      ...oneOrMore(host),
    },
    path: {
      type: "string",
      description: 'The exact path, or a prefix that ends in "/*".',
      pattern: `^/(?:${pathCharacters}|(?:${pathCharacters}/)?\\*)$`,
    },
    query: {
      description: '"none", or the names of parameters that must be there.',
      anyOf: [{ const: "none" }, listOf({ type: "string", pattern: "^[^&=?#]+$" })],
    },
    pattern: {
      type: "object",
      description: "A regular expression over the URL as it came, in RE2 syntax: no lookaround, no backreferences.",
      properties: {
        source: { type: "string", minLength: 1, maxLength: 1_000, description: "The expression." },
        flags: { type: "string", pattern: "^[imsu]{0,4}$", description: "Any of i, m, s and u." },
      } satisfies SchemasOf<UrlPattern>,
      required: ["source"],
      additionalProperties: false,
    },
  }),
  not: {
    anyOf: [
      { properties: { set: { const: false } }, required: ["set"], minProperties: 2 },
      { properties: { equals: {} }, required: ["equals"], minProperties: 2 },
    ],
  },
};

function url(description: string): JsonSchema {
  return {
    description: `${description} An exact http or https URL, null if none may be set, or conditions.`,
    anyOf: [{ type: "null" }, exactUrl, urlConditions],
  };
}

const method: JsonSchema = { enum: ["GET", "POST", null] };

/**
 * The JSON Schema (draft-07) of an expectation, without references, so that it can stand inside another schema.
 *
 * It says what a JSON Schema can say, in regular expressions that JavaScript and Go read alike. Whether a host is one that
 * every client reads alike, a pattern compiles, an excluded event is misspelt or conditions contradict each other, is for
 * `compileExpectation`: what that accepts, this accepts too.
 */
export const expectationSchema: JsonSchema = {
  ...conditions<ServiceWebhookExpectation>(
    "What the webhook configuration of a service must be. What is left out may be anything.",
    {
      preWebhookUrl: url("The URL that Twilio asks before an event takes effect."),
      postWebhookUrl: url("The URL that Twilio tells after an event."),
      method: {
        description: "The method of the webhook requests; null if it was never set; or a list of which one must apply.",
        ...oneOrMore(method),
      },
      filters: {
        description: "Exactly these events, null if they were never set, or conditions.",
        anyOf: [
          { type: "null" },
          exactEvents,
          {
            ...conditions<FilterConditions>("Conditions on the events. All of them must hold.", {
              equals: { ...exactEvents, description: "Exactly these events; it goes with no other condition." },
              includes: { description: "Events that must be delivered.", ...listOf(event) },
              excludes: { description: "Events that must not be delivered.", ...listOf(event) },
              only: { description: "The only events that may be delivered.", ...listOf(event) },
            }),
            not: { properties: { equals: {} }, required: ["equals"], minProperties: 2 },
          },
        ],
      },
      accountSid: {
        description: "The account responsible for the service, exactly; null if Twilio names none.",
        anyOf: [{ type: "null" }, { type: "string", pattern: "^AC[0-9a-fA-F]{32}$" }],
      },
      delivers: {
        description:
          "Events each of which must reach a URL, by the service's own settings; or, if it has no URL, by its account's.",
        ...listOf({ enum: [...knownWebhookFilters] }),
      },
    },
  ),
};
