// Tested by test/engine/plugin/yaml.test.ts
import { endWithParent } from "./lifetime";
import { serve } from "./serve";

/** Set by the build: the package's version. */
declare const PACKAGE_VERSION: string;

void (async () => {
  try {
    endWithParent();
    const { port } = await serve(PACKAGE_VERSION, process.env, process.argv.at(-1));
    // The engine waits for this line, and takes the first one for it.
    process.stdout.write(`${port}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
})();
