// Tested by test/plugin/resource.test.ts
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Plugin } from "./plugin";
import { EngineLog } from "./engine-log";
import type { Listening } from "./listening";
import { providerService } from "./service";

/** How large a message may be, in bytes; as large as Pulumi's engine takes. */
const longestMessage = 400 * 1024 * 1024;

/**
 * Answers the engine's calls to a port.
 * @param engineAddress where the engine takes log entries; undefined for one that attaches later
 * @returns what ends it
 */
export function serve(
  listening: Listening,
  version: string,
  environment: Readonly<Record<string, string | undefined>>,
  engineAddress?: string,
): () => void {
  const server = new Server({
    "grpc.max_receive_message_length": longestMessage,
    "grpc.max_send_message_length": longestMessage,
  });
  const log = new EngineLog();
  log.connect(engineAddress);
  server.addService(ResourceProviderService, providerService(new Plugin(environment), version, log));
  const connections = server.createConnectionInjector(ServerCredentials.createInsecure());
  listening.handTo((connection) => connections.injectConnection(connection));
  return () => {
    listening.close();
    log.close();
    server.forceShutdown();
  };
}
