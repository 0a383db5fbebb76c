// Tested by test/plugin/functions.test.ts
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** Properties, as the protocol carries them. */
export function toStruct(properties: Readonly<Record<string, unknown>>): Struct {
  // The library knows no undefined: a property without a value is one that is not there.
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Struct.fromJavaScript(Object.fromEntries(given) as Record<string, JavaScriptValue>);
}

/** The properties of a message; none if the message has no such part. */
export function fromStruct(struct: Struct | undefined): Record<string, unknown> {
  return struct?.toJavaScript() ?? {};
}
