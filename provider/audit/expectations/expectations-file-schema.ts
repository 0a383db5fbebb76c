// Tested by test/audit/schemas.test.ts
import { ruleIds } from "../../rules/finding";
import { failingVerdicts } from "../verdict";
import { expectationSchema, type JsonSchema } from "../../expectation/expectation-schema";

const severity: JsonSchema = { enum: ["error", "warning", "note", "off"] };
const severities: Readonly<Record<string, JsonSchema>> = Object.fromEntries(ruleIds.map((id) => [id, severity]));
const allOrNone: JsonSchema = { enum: ["recommended", "off"] };
const sidPattern = "^IS[0-9a-fA-F]{32}$";

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
      patternProperties: { [sidPattern]: { $ref: "#/definitions/expectation" } },
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
    rules: {
      description:
        "Which rules apply: recommended, off, or an object of rules and their severities on top of what is recommended.",
      anyOf: [
        allOrNone,
        {
          type: "object",
          properties: {
            ...severities,
            services: {
              type: "object",
              description: "By service SID, on top of what is set for all and by friendly name.",
              patternProperties: { [sidPattern]: { $ref: "#/definitions/rules" } },
              additionalProperties: false,
              minProperties: 1,
            },
            friendlyNames: {
              type: "object",
              description: "By friendly name, in which * stands for any characters; the first that matches.",
              additionalProperties: { $ref: "#/definitions/rules" },
              minProperties: 1,
            },
          },
          additionalProperties: false,
        },
      ],
    },
    accept: {
      type: "array",
      description: "Findings and verdicts that count as passed, each with a reason.",
      minItems: 1,
      items: {
        type: "object",
        properties: {
          rule: { enum: [...ruleIds] },
          verdict: { enum: [...failingVerdicts] },
          service: { type: "string", pattern: sidPattern },
          friendlyName: { type: "string", minLength: 1, description: "* stands for any characters." },
          account: {
            type: "string",
            pattern: "^[A-Za-z][A-Za-z0-9-]*$",
            description: "default, or the name of an account.",
          },
          reason: { type: "string", pattern: "\\S", description: "Why this may be so." },
          until: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "The last day on which it counts." },
        },
        required: ["reason"],
        additionalProperties: false,
        allOf: [
          { oneOf: [{ required: ["rule"] }, { required: ["verdict"] }] },
          { oneOf: [{ required: ["service"] }, { required: ["friendlyName"] }, { required: ["account"] }] },
        ],
      },
    },
  },
  patternProperties: { "^x-": { description: "Ignored: a place for YAML's anchors." } },
  additionalProperties: false,
  anyOf: ["default", "services", "friendlyNames", "rules", "accept"].map((section) => ({ required: [section] })),
  definitions: {
    expectation: expectationSchema,
    rules: { anyOf: [allOrNone, { type: "object", properties: severities, additionalProperties: false }] },
  },
};
