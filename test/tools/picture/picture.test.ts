import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testInBrowser } from "../../report/html/support/browser";

jest.setTimeout(120_000);

const repository = join(__dirname, "..", "..", "..");

/** The width and height of a picture in PNG. */
function sizeOf(file: string): readonly number[] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

testInBrowser("npm run picture takes the README's pictures, in light and in dark, of the size that they have", () => {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  const picture = join(repository, "tools", "picture.mjs");
  const { status, stderr } = spawnSync(process.execPath, [picture, folder], { encoding: "utf8" });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  for (const name of ["report-light.png", "report-dark.png"]) {
    expect(sizeOf(join(folder, name))).toEqual(sizeOf(join(repository, "docs", "pictures", name)));
  }
  rmSync(folder, { recursive: true, force: true });
});
