import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nodeVersions } from "../package-managers/support/node-versions";

const repository = join(__dirname, "..", "..");
const provider = join(repository, "provider");

interface Manifest {
  readonly engines: Readonly<Record<string, string>>;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly repository: { readonly url: string; readonly directory: string };
  readonly homepage: string;
  readonly bugs: { readonly url: string };
  readonly publishConfig: { readonly provenance: boolean };
}

const manifest = JSON.parse(readFileSync(join(provider, "package.json"), "utf8")) as Manifest;
let files: string[];
let size: number;

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json"], {
    cwd: provider,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  const packed = JSON.parse(stdout) as { files: { path: string }[]; unpackedSize: number }[];
  files = (packed[0]?.files ?? []).map(({ path }) => path).sort();
  size = packed[0]?.unpackedSize ?? 0;
}, 60_000);

test("The package holds its license, its readme and its history of changes", () => {
  expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "package.json"]));
  expect(readFileSync(join(provider, "LICENSE"), "utf8")).toContain("Apache License");
  expect(manifest.license).toBe("Apache-2.0");
});

test("Besides those it holds compiled modules, their types and the schemas, and nothing else: no sources, tests or tools", () => {
  const expected =
    /^(LICENSE|README\.md|CHANGELOG\.md|package\.json|bin\/(pulumi-twilio-conversations-plugin|twilio-webhooks)\.js|dist\/[\w./-]+\.(js|cjs|d\.ts)|dist\/(plugin\/)?bundled-licenses\.txt|dist\/plugin\/(LICENSE|schema\.json|pulumi-resource-twilio-conversations(\.cmd)?)|schemas\/[\w.-]+\.json)$/;
  expect(
    files.filter(
      (file) => !expected.test(file) || /(^|\/)(test|tests|__tests__|tools|node_modules)\/|\.test\./.test(file),
    ),
  ).toEqual([]);
  expect(size).toBeLessThan(3_000_000);
});

test("What is bundled comes with its licenses", () => {
  const licenses = readFileSync(join(provider, "dist", "bundled-licenses.txt"), "utf8");
  const names = [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d+\.\d+\.\d+$/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(["node-fetch", "fetch-blob", "commander", "string-width", "wrap-ansi"]));
  expect(files).toContain("dist/bundled-licenses.txt");
});

test("The plugin, which is also an archive of its own, comes with its license and those of what is bundled in it", () => {
  const plugin = join(provider, "dist", "plugin");
  expect(readFileSync(join(plugin, "LICENSE"), "utf8")).toBe(readFileSync(join(provider, "LICENSE"), "utf8"));
  const licenses = readFileSync(join(plugin, "bundled-licenses.txt"), "utf8");
  const names = [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d+\.\d+\.\d+$/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(["@grpc/grpc-js", "@pulumi/pulumi", "google-protobuf", "node-fetch"]));
  expect(files).toEqual(expect.arrayContaining(["dist/plugin/LICENSE", "dist/plugin/bundled-licenses.txt"]));
});

test("No module refers to a source map or a file that is not in the package", () => {
  const modules = files.filter((file) => /\.(js|cjs|d\.ts)$/.test(file));
  const text = (file: string) => readFileSync(join(provider, file), "utf8");
  expect(modules.filter((file) => /^\/\/# sourceMappingURL=/m.test(text(file)))).toEqual([]);
  const relative = modules.flatMap((file) =>
    [...text(file).matchAll(/(?:\bfrom |\brequire\(|\bimport\()"(\.{1,2}\/[^"]+)"/g)].map(([, path = ""]) =>
      join(dirname(file), path).replaceAll("\\", "/"),
    ),
  );
  const there = new Set(files);
  expect(
    relative.filter(
      (path) => ![path, `${path}.js`, `${path}.d.ts`, `${path}/index.d.ts`].some((each) => there.has(each)),
    ),
  ).toEqual([]);
});

test("Nothing runs when it is installed: neither a script of its own nor one of what it depends on", () => {
  expect(Object.keys(manifest.scripts ?? {}).filter((name) => /install|prepare|prepublish/.test(name))).toEqual([]);
  const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
    packages: Record<string, { hasInstallScript?: boolean; dependencies?: Record<string, string> }>;
  };
  for (const name of Object.keys(manifest.dependencies)) {
    const locked = lock.packages[`provider/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
    expect(locked).toBeDefined();
    // Each dependency comes alone: what could be vulnerable stays a list that a person can read.
    expect([name, locked?.hasInstallScript ?? false, Object.keys(locked?.dependencies ?? {})]).toEqual([
      name,
      false,
      [],
    ]);
  }
});

test("Its metadata says where it comes from, so that a registry can prove it", () => {
  expect(manifest.repository.url).toMatch(/^git\+https:\/\/.+\.git$/);
  expect(existsSync(join(repository, manifest.repository.directory, "package.json"))).toBe(true);
  expect(manifest.homepage).toMatch(/^https:/);
  expect(manifest.bugs.url).toMatch(/^https:/);
  expect(manifest.publishConfig.provenance).toBe(true);
});

test("The Node.js and SDK that it asks for are the ones that it is tested with", () => {
  expect(manifest.engines["node"]).toBe(`>=${nodeVersions.lowest.replace(/\.0$/, "")}`);
  expect(manifest.peerDependencies["@pulumi/pulumi"]).toMatch(/^\^3\.\d+\.0$/);
});
