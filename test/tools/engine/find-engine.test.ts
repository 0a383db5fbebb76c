import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Machine } from "./support/machine";

jest.setTimeout(60_000);

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

afterEach(() => machine.remove());

test("a working CLI on PATH is taken before everything else", async () => {
  machine.addGo();
  const pulumi = machine.addPulumi("3.260.0");
  const { engine } = await machine.find();
  expect(engine).toMatchObject({ source: "path", pulumi, version: "3.260.0" });
  expect(engine?.folders[0]).toBe(machine.path);
  expect(machine.builds()).toEqual([]);
});

test("an engine that was built stays in the cache and is taken from there, before another build", async () => {
  machine.addGo();
  const first = await machine.find();
  expect(first).toMatchObject({ code: 0, engine: { source: "go", version: "3.230.0" } });
  expect(first.said).toContain("about 6 minutes, once");
  const second = await machine.find();
  expect(second).toMatchObject({ code: 0, said: "", engine: { ...first.engine, source: "cache" } });
  expect(machine.builds()).toHaveLength(2);
  expect(first.engine?.pulumi).toContain(machine.cache);
});

test("a CLI on PATH that is too old is named with the lowest version, and another engine is taken", async () => {
  machine.addGo();
  const old = machine.addPulumi("3.100.0");
  const { said, engine } = await machine.find();
  expect(engine?.source).toBe("go");
  expect(said).toContain(
    `${old}, is passed over: it is version 3.100.0, and the lowest that the tests have run on is 3.230.0`,
  );
});

test("a build that was killed halfway is neither used nor left behind", async () => {
  machine.addGo();
  const run = machine.start({ GO_STOPS_HALFWAY: "yes" });
  const { pid } = await machine.untilBuilding();
  run.process.kill("SIGKILL");
  await run.ended;
  process.kill(pid, "SIGKILL");
  expect(machine.cached().filter((name) => name.includes("unfinished"))).toHaveLength(1);

  const { engine } = await machine.find();
  expect(engine).toMatchObject({ source: "go", version: "3.230.0" });
  expect(machine.cached()).toEqual([expect.stringMatching(/^engine-3\.230\.0-[^.]+$/)]);
});

test("a build that is interrupted ends at once, the compiler with it, and leaves nothing behind", async () => {
  machine.addGo();
  const run = machine.start({ GO_STOPS_HALFWAY: "yes" });
  const { pid } = await machine.untilBuilding();
  run.process.kill("SIGTERM");
  expect(await run.ended).toMatchObject({ code: 143, engine: undefined });
  expect(machine.cached()).toEqual([]);
  await expect(untilGone(pid)).resolves.toBeUndefined();
});

test("of two runs at once one builds, and both have the engine", async () => {
  machine.addGo();
  const found = await Promise.all([machine.find({ GO_TAKES: "1" }), machine.find({ GO_TAKES: "1" })]);
  expect(found.map(({ code }) => code)).toEqual([0, 0]);
  expect(found[0].engine?.pulumi).toBe(found[1].engine?.pulumi);
  expect(machine.builds()).toHaveLength(2);
  expect(found.map(({ said }) => said).join("")).toContain("Another run is making the Pulumi engine: waiting for it.");
});

test("what a build makes is not used when it does not run as the version that was wanted", async () => {
  machine.addGo();
  const { code, said, engine } = await machine.find({ GO_MAKES: "0.0.0" });
  expect({ code, engine }).toEqual({ code: 1, engine: undefined });
  expect(said).toContain("is version 0.0.0, and 3.230.0 was wanted");
  expect(machine.cached()).toEqual([]);
});

test("an engine in the cache that has stopped working is made anew", async () => {
  machine.addGo();
  const first = await machine.find();
  writeFileSync(join(dirname(String(first.engine?.pulumi)), "pulumi-language-nodejs"), "#!/bin/sh\nexit 1\n");
  const second = await machine.find();
  expect(second.engine).toEqual(first.engine);
  expect(machine.builds()).toHaveLength(4);
});

test("a build that fails says why, and the official installer is tried", async () => {
  machine.addGo();
  const { code, said } = await machine.find({ GO_FAILS: "go: go.mod requires go >= 1.25.8 (running go 1.20)" });
  expect(code).toBe(1);
  expect(said).toContain("Go 1.25.8 or newer is needed");
  expect(said).toContain("official installer failed");
});

test("without Go and without the network the message says what to do", async () => {
  const { code, said } = await machine.find();
  expect(code).toBe(1);
  expect(said).toContain(
    "There is no Pulumi engine: PATH has none of version 3.230.0 or newer, and none could be made.",
  );
  expect(said).toContain("https://www.pulumi.com/docs/iac/download-install/");
  expect(said).toContain("Install Go (https://go.dev/dl/)");
});

async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
