import { join } from "node:path";
import { Machine } from "../engine/support/machine";
import { findLanguage } from "./support/find-language";

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

afterEach(() => machine.remove());

const find = (source: string, env: Record<string, string> = {}) =>
  findLanguage("yaml", {
    env: { ...machine.env, ...env },
    engine: { source, pulumi: join(machine.path, "pulumi") },
  });

test("the host of the person's own CLI is taken, and nothing is built", () => {
  machine.addGo();
  machine.addPulumi("3.260.0");
  machine.add("pulumi-language-yaml", "exit 0");
  expect(find("path")).toEqual({ found: {}, logged: [] });
  expect(machine.builds()).toEqual([]);
});

test("a CLI that was built gets a host that serves it, and not the one on PATH, which is another CLI's", () => {
  machine.addGo();
  machine.addPulumi("3.260.0");
  machine.add("pulumi-language-yaml", "exit 0");
  expect(find("go").found?.host?.folder).toContain(machine.cache);
});

test("a CLI without a host gets one, which is built once and kept", () => {
  machine.addGo();
  machine.addPulumi("3.260.0");
  const first = find("path");
  expect(first.found?.host).toEqual({
    folder: expect.stringContaining(join(machine.cache, "pulumi-language-yaml-")),
    version: "1.32.0",
  });
  expect(first.logged.join("\n")).toContain("Building pulumi-language-yaml, once.");
  expect(find("path")).toEqual({ found: first.found, logged: [] });
  expect(machine.builds()).toHaveLength(1);
});

test("a host whose build fails is an error that says so, of which nothing is kept: the next run builds it", () => {
  machine.addGo();
  machine.addPulumi("3.260.0");
  const failed = find("path", { GO_FAILS: "dial tcp: lookup modules.example.com: no such host" });
  expect(failed.error).toBe(
    `Building pulumi-language-yaml with ${join(machine.path, "go")} failed. Go could not fetch the modules: check the network, and GOPROXY and HTTPS_PROXY if you need a proxy.`,
  );
  expect(machine.cached()).toEqual([]);
  expect(find("path").found?.host).toBeDefined();
});

test("a build that says it is done without a host is an error, too", () => {
  machine.add("go", "exit 0");
  machine.addPulumi("3.260.0");
  expect(find("path").error).toContain("there is no pulumi-language-yaml");
  expect(machine.cached()).toEqual([]);
});
