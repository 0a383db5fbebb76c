// Runs the finder with an installer that stands in for Pulumi's, which needs the internet, and prints what it found.
import { findEngine } from "../../../../tools/engine/index.mjs";

const install = async () => {
  throw new Error("Pulumi's official installer failed:\n  Failed to download https://get.pulumi.com/install.sh");
};

try {
  console.log(JSON.stringify(await findEngine({ install })));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
