// Jest runs this before the tests on the Pulumi engine. Without an engine the others still run: these then fail by the
// message that says what to do.
import { delimiter } from "node:path";
import { build } from "../build.mjs";
import { findEngine, NoEngineError } from "../engine/index.mjs";
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
    process.env["PREPARED_STACK"] = await prepareStack(engine);
  } catch (error) {
    if (!(error instanceof NoEngineError)) {
      throw error;
    }
    process.env["NO_ENGINE"] = error.message;
  }
}
