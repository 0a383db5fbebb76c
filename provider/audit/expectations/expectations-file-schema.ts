// Tested by test/audit/schemas.test.ts
import { expectationSchema, type JsonSchema } from "../../expectation/expectation-schema";

/** The JSON Schema of an expectations file, which is published as `schemas/expectations.schema.json`. */
export const expectationsFileSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "urn:pulumi-twilio-conversations:expectations:1",
  title: "What the webhooks of Twilio Conversations services must be",
  description:
    "An expectations file of `twilio-webhooks audit`. Of its expectations the most specific one applies, alone.",
  type: "object",
  properties: {
    $schema: { type: "string", description: "Where this schema is, for editors." },
    default: {
      description: "For every service that has no expectation of its own in this file.",
      allOf: [{ $ref: "#/definitions/expectation" }],
    },
    services: {
      type: "object",
      description: "By service SID. A service named here is looked for, and reported as missing if there is none.",
      patternProperties: { "^IS[0-9a-fA-F]{32}$": { $ref: "#/definitions/expectation" } },
      additionalProperties: false,
      minProperties: 1,
    },
    friendlyNames: {
      type: "object",
      description:
        "By friendly name, in which * stands for any characters. If several match, the first in the file applies.",
      propertyNames: { minLength: 1 },
      additionalProperties: { $ref: "#/definitions/expectation" },
      minProperties: 1,
    },
  },
  patternProperties: { "^x-": { description: "Ignored: a place for YAML's anchors." } },
  additionalProperties: false,
  anyOf: [{ required: ["default"] }, { required: ["services"] }, { required: ["friendlyNames"] }],
  definitions: { expectation: expectationSchema },
};
