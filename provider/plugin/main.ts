// Tested by test/engine/plugin/yaml.test.ts
import { endWithParent } from "./lifetime";
import { listen } from "./listening";

/** Set by the build: the package's version. */
declare const PACKAGE_VERSION: string;

void (async () => {
  try {
    endWithParent();
    const listening = await listen();
    // The engine waits for this line, and takes the first one for it. The rest is loaded while it connects.
    process.stdout.write(`${listening.port}\n`);
    const { serve } = require("./serve") as typeof import("./serve");
    serve(listening, PACKAGE_VERSION, process.env, process.argv.at(-1));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
})();
