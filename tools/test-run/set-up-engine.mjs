// Jest runs this before the tests on the Pulumi engine. Without an engine the others still run: these then fail by the
// message that says what to do.
import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { build } from "../build.mjs";
import { findEngine, NoEngineError } from "../engine/index.mjs";
import { packPackage } from "../package/published-package.mjs";
import { startKeyService } from "./key-service.mjs";
import { prepareStack } from "./prepare-stack.mjs";

export default async function setUpEngine() {
  if (process.env["ENGINE_FOLDERS"] !== undefined) {
    // Another project of this run has set it up.
    return;
  }
  await build();
  try {
    const engine = await findEngine();
    console.error(`Pulumi ${engine.version}: ${engine.pulumi}`);
    process.env["ENGINE_FOLDERS"] = engine.folders.join(delimiter);
    const keyService = await startKeyService();
    process.env["KEY_SERVICE"] = JSON.stringify(keyService);
    process.env["PREPARED_STACK"] = await prepareStack(engine, keyService);
    const packed = join(process.env["PREPARED_STACK"], "pulumi-twilio-conversations.tgz");
    writeFileSync(packed, await packPackage());
    process.env["PACKED_PACKAGE"] = packed;
  } catch (error) {
    if (!(error instanceof NoEngineError)) {
      throw error;
    }
    process.env["NO_ENGINE"] = error.message;
  }
}
