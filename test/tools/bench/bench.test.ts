import { spawnSync } from "node:child_process";
import { join } from "node:path";

jest.setTimeout(300_000);

const repository = join(__dirname, "..", "..", "..");

function bench(...args: string[]) {
  const options = { cwd: repository, encoding: "utf8" } as const;
  return spawnSync(process.execPath, [join("tools", "bench.mjs"), ...args], options);
}

test("npm run bench -- ROW measures one row and prints its goal, figure, spread and whether it holds", () => {
  const { status, stdout } = bench("require", "--rounds", "1");
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    expect.stringMatching(/^row +what +goal +figure +spread$/),
    expect.stringMatching(/^-+( +-+)+$/),
    expect.stringMatching(
      /^require .*at most 15 ms and 3 MB +[\d.]+ ms, [\d.]+ MB +[\d.]+ to [\d.]+ ms +(holds|does not hold)$/,
    ),
  ]);
  expect(status).toBe(0);
});

test("with --json it prints an object for machines, and nothing else on standard output", () => {
  const { status, stdout } = bench("state", "--json", "--rounds", "1");
  const { rows, versions } = JSON.parse(stdout) as { rows: unknown[]; versions: Record<string, string> };
  expect(rows).toEqual([
    expect.objectContaining({ name: "state", goal: "at most 400 bytes", figure: expect.any(String), holds: true }),
  ]);
  expect(Object.keys(versions)).toEqual(["pulumi-twilio-conversations", "node", "pulumi", "@pulumi/pulumi", "twilio"]);
  expect(status).toBe(0);
});

test("a row that it does not have is a usage error, which names those that it has", () => {
  const { status, stderr } = bench("speed");
  expect(stderr).toContain('There is no row or option "speed".');
  expect(stderr).toContain("one of require, plugin,");
  expect(status).toBe(2);
});
