// Tested by test/response/service-webhook-configuration.test.ts
import { mismatch, type FieldKind } from "./field-kind";
import { fieldFormatError } from "./format-error";

/** The fields of one of Twilio's objects by their names on the wire, and what each may hold. */
export type FieldTable = Readonly<Record<string, FieldKind<unknown>>>;

/** The object that a table describes. */
export type WireOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]: Table[Name] extends FieldKind<infer Value> ? Value : never;
};

/** If an object came from, for the error. */
export interface ReadContext {
  /** The name of what was read, a noun phrase: `the webhook configuration of service IS…`. */
  readonly subject: string;
  readonly requestId?: string | undefined;
  /**
   * The text before a field's name in the error, such as `services[3].`.
   * @default nothing: the object is the whole answer
   */
  readonly within?: string;
}

/**
 * The fields of `object` that the table names. Further fields are no fault: Twilio adds some without a new API version.
 *
 * An absent field is a fault, even if null is allowed, unless its kind says so (`orAbsent`). Twilio sends every documented field of a resource; an
 * object without one is another resource's, and reading it as "nothing is set" would be a false statement.
 * @throws ResponseFormatError that names the first wrong field, what was expected and what kind of thing came.
 */
export function readFields<Table extends FieldTable>(
  table: Table,
  object: Readonly<Record<string, unknown>>,
  context: ReadContext,
): WireOf<Table> {
  const wire: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(table)) {
    const given = Object.hasOwn(object, name) ? object[name] : undefined;
    const value = kind.read(given);
    if (value === mismatch) {
      const what = `expected ${kind.expected}; got ${given === undefined ? "no such field" : kind.describe(given)}`;
      throw fieldFormatError(context.subject, (context.within ?? "") + name, what, context.requestId);
    }
    wire[name] = value;
  }
  return wire as WireOf<Table>;
}
