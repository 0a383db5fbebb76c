// The part of Pulumi's package schema that this plugin uses: https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema/

/** A property's type: one of JSON's, a list of one, or one of the package's own. */
export type TypeSchema =
  | { readonly type: "string" | "boolean" | "integer" | "number" }
  | { readonly type: "array"; readonly items: TypeSchema }
  | { readonly type: "object"; readonly additionalProperties: TypeSchema }
  | { readonly $ref: string };

/** A property of an object, with what stands in the reference of every language. */
export type PropertySchema = TypeSchema & {
  readonly description: string;
  readonly secret?: boolean;
  readonly willReplaceOnChanges?: boolean;
  /** Another name in one language. */
  readonly language?: { readonly csharp: { readonly name: string } };
};

/** The properties of an object. One that is not required may be left out, and an output of it may be null. */
export interface ObjectSchema {
  readonly type?: "object";
  readonly description?: string;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
}

/** A function. */
export interface FunctionSchema {
  readonly description: string;
  readonly inputs: ObjectSchema;
  readonly outputs: ObjectSchema;
}

/** A resource. */
export interface ResourceSchema {
  readonly description: string;
  readonly properties: ObjectSchema["properties"];
  readonly required: readonly string[];
  readonly inputProperties: ObjectSchema["properties"];
  readonly requiredInputs: readonly string[];
}
