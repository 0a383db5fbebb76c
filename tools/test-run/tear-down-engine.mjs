// Jest runs this after the tests on the Pulumi engine.
import { rmSync } from "node:fs";

export default function tearDownEngine() {
  const folder = process.env["PREPARED_STACK"];
  if (folder !== undefined) {
    rmSync(folder, { recursive: true, force: true });
  }
}
