import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folders: string[] = [];

afterAll(() => {
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/** A folder with these files, objects as JSON, removed after the last test of the file. */
export function folderWith(files: Readonly<Record<string, string | Buffer | object>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "audit-")));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const isText = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(join(folder, name), isText ? content : JSON.stringify(content));
  }
  return folder;
}
