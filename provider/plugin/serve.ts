// Tested by test/plugin/resource.test.ts
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Plugin } from "./plugin";
import { EngineLog } from "./engine-log";
import { providerService } from "./service";

/** A plugin that answers on a port of this machine. */
export interface RunningPlugin {
  readonly port: number;
  close(): void;
}

/** How large a message may be, in bytes; as large as Pulumi's engine takes. */
const longestMessage = 400 * 1024 * 1024;

/**
 * Starts to answer the engine's calls.
 * @param engineAddress where the engine takes log entries; undefined for one that attaches later
 */
export async function serve(
  version: string,
  environment: Readonly<Record<string, string | undefined>>,
  engineAddress?: string,
): Promise<RunningPlugin> {
  const server = new Server({
    "grpc.max_receive_message_length": longestMessage,
    "grpc.max_send_message_length": longestMessage,
  });
  const log = new EngineLog();
  log.connect(engineAddress);
  server.addService(ResourceProviderService, providerService(new Plugin(environment), version, log));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return {
    port,
    close() {
      log.close();
      server.forceShutdown();
    },
  };
}
