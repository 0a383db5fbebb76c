import { connect } from "node:net";
import { once } from "node:events";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { listen } from "../../provider/plugin/listening";
import { serve } from "../../provider/plugin/serve";

const closing: (() => void)[] = [];

afterEach(() => closing.splice(0).forEach((close) => close()));

async function listening() {
  const made = await listen();
  closing.push(() => made.close());
  return made;
}

/** Asks a plugin for its version. */
function ask(port: number): Promise<string> {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  closing.push(() => client.close());
  return new Promise((resolve, reject) => {
    client.getPluginInfo(new Empty(), (error: ServiceError | null, info: PluginInfo) =>
      error === null ? resolve(info.getVersion()) : reject(error),
    );
  });
}

/** Long enough for whoever connects to have sent its first bytes. */
const connected = () => new Promise((resolve) => setTimeout(resolve, 300));

test("An engine that connects and asks before the plugin has loaded what answers it is answered then", async () => {
  const port = await listening();
  const [early, another] = [ask(port.port), ask(port.port)];
  await connected();
  closing.push(serve(port, "1.2.3", {}));
  expect(await Promise.all([early, another, ask(port.port)])).toEqual(["1.2.3", "1.2.3", "1.2.3"]);
});

test("One that is gone before it is answered is no error, and keeps nobody else from an answer", async () => {
  const port = await listening();
  const reset = connect(port.port, "127.0.0.1");
  await once(reset, "connect");
  const ended = connect(port.port, "127.0.0.1").end();
  await once(ended, "connect");
  await connected();
  reset.resetAndDestroy();
  await connected();
  closing.push(serve(port, "1.2.3", {}));
  expect(await ask(port.port)).toBe("1.2.3");
});
