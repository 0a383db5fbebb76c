// Tested by test/recording/recorded-resource.test.ts
/**
 * An error on its way out of the dynamic-provider process. The engine shows the message on the resource; the process
 * also prints the error and its stack, where the same lines once more would only be noise. It carries nothing else:
 * a `code` would be taken for a gRPC status.
 */
export class ReadFailure {
  readonly name: string;
  readonly message: string;
  readonly stack = "see the resource's own error";

  constructor(cause: unknown) {
    this.name = cause instanceof Error ? cause.name : "Error";
    this.message = cause instanceof Error ? cause.message : String(cause);
  }

  toString(): string {
    return this.name;
  }
}
