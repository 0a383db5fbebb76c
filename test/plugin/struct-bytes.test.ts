import fc from "fast-check";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { structBytes } from "../../provider/plugin/wire/struct-bytes";

const returned = 0x0a;

function decoded(bytes: Uint8Array): unknown {
  return InvokeResponse.deserializeBinary(bytes).getReturn()?.toJavaScript();
}

test("What is sent to the engine is what the protocol's library reads, whatever its values are", () => {
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("json"), { maxLength: 5 }),
      fc.dictionary(fc.string({ unit: "binary" }), tie("json"), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json, { noNullPrototype: true }), (properties) => {
      const viaLibrary = new InvokeResponse();
      viaLibrary.setReturn(Struct.fromJavaScript(properties));
      const expected = viaLibrary.serializeBinary();
      expect(decoded(structBytes(returned, properties))).toEqual(decoded(expected));
    }),
  );
});

test("It is as long as what the library sends, also where there is much of it", () => {
  const properties = {
    services: Array.from({ length: 300 }, (_, index) => ({
      name: `é${"x".repeat(index)}`,
      filters: ["onMessageAdded"],
      url: null,
      isSet: index % 2 === 0,
      index,
    })),
  };
  const viaLibrary = new InvokeResponse();
  viaLibrary.setReturn(Struct.fromJavaScript(properties));
  const bytes = structBytes(returned, properties);
  expect(decoded(bytes)).toEqual(properties);
  expect(bytes).toHaveLength(viaLibrary.serializeBinary().length);
});

test("A property that is undefined is not sent, and what JSON does not have is refused", () => {
  expect(decoded(structBytes(returned, { one: undefined, other: { one: undefined } }))).toEqual({ other: {} });
  expect(() => structBytes(returned, { one: () => 1 })).toThrow(
    "a value of type function cannot be sent to the engine",
  );
  expect(() => structBytes(returned, { list: [undefined] })).toThrow(
    "a value of type undefined cannot be sent to the engine",
  );
});
