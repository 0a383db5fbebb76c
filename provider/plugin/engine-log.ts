// Tested by test/engine/plugin/yaml.test.ts
import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** The log that the engine shows to the user. Nobody sees what is logged before there is an engine. */
export class EngineLog {
  #client: EngineClient | undefined;

  /** @param address where the engine takes log entries, such as `127.0.0.1:40123`; anything else is passed over */
  connect(address: string | undefined): void {
    if (address !== undefined && /^[\w.[\]:-]+:\d+$/.test(address)) {
      this.#client?.close();
      this.#client = new EngineClient(address, credentials.createInsecure());
    }
  }

  /** Warns the user on a resource. */
  warn(text: string, urn: string): void {
    const request = new LogRequest();
    request.setSeverity(LogSeverity.WARNING);
    request.setUrn(urn);
    request.setMessage(text);
    // An engine that does not take it has gone: there is nobody to tell.
    this.#client?.log(request, () => {});
  }

  close(): void {
    this.#client?.close();
  }
}
