// Tested by test/plugin/functions.test.ts
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { structBytes } from "./struct-bytes";

/** The field `return` of the response. */
const returnTag = 0x0a;

/** The response to a call of a function that has a result. */
export class ReturnResponse extends InvokeResponse {
  readonly #result: Readonly<Record<string, unknown>>;

  constructor(result: Readonly<Record<string, unknown>>) {
    super();
    this.#result = result;
  }

  override serializeBinary(): Uint8Array {
    return structBytes(returnTag, this.#result);
  }
}
