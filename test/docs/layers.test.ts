import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readDocument, repository } from "./support/documents";

const { forbidden } = require("../../.dependency-cruiser.cjs") as { readonly forbidden: readonly { name: string }[] };

/** The order of the folders by the rules that are checked, and what stands beside them. */
const order = [
  ...forbidden.flatMap(({ name }) => /^(.+)-knows-nothing-below$/.exec(name)?.slice(1, 2) ?? []),
  "testing",
];

test("The rules have an order of all folders of the provider", () => {
  const folders = readdirSync(join(repository, "provider"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => !["bin", "dist", "schemas", "node_modules"].includes(name));
  expect([...order].sort()).toEqual([...folders].sort());
});

test("CONTRIBUTING.md has the folders in the order of the rules", () => {
  const table = /\| folder in `provider\/`[^\n]*\n([\s\S]*?)\n\n/.exec(readDocument("CONTRIBUTING.md").text)?.[1] ?? "";
  expect([...table.matchAll(/^\| `([\w-]+)\/`/gm)].map(([, name]) => name)).toEqual(order);
});

test("The README has the folders in the order of the rules", () => {
  const sentence = /The folders of `provider\/`[^:]*:([^.]*)\./.exec(readDocument("README.md").text)?.[1] ?? "";
  expect([...sentence.matchAll(/`([\w-]+)`/g)].map(([, name]) => name)).toEqual(order);
});

test("Each folder that CONTRIBUTING.md names is there", () => {
  const { text } = readDocument("CONTRIBUTING.md");
  const named = [...text.matchAll(/`((?:[\w-]+\/)+[\w-]+|(?:[\w-]+\/)+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(20);
  const missing = named
    .filter((path) => !["support/", "coverage/", "reports/"].includes(path) && !path.startsWith("@"))
    .filter((path) => !["", "provider"].some((root) => existsSync(join(repository, root, path))));
  expect(missing).toEqual([]);
});
