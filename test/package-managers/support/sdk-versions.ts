import { readFileSync } from "node:fs";
import { join } from "node:path";

const manifest = JSON.parse(readFileSync(join(__dirname, "..", "..", "..", "provider", "package.json"), "utf8")) as {
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** The lowest SDK of the range that the package states. */
export const lowestSdk = /^\^(\S+)$/.exec(manifest.peerDependencies["@pulumi/pulumi"] ?? "")?.[1] ?? "none is stated";

/** The newest SDK that there was when the tests were written. It asks for Node.js 22 or newer. */
export const newestSdk = "3.270.0";

/** The newest SDK that says it runs on Node.js 20. */
export const newestSdkOnNode20 = "3.248.0";
