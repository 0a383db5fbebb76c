import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const tools = join(__dirname, "..", "..", "..", "..", "tools", "languages");

interface Finding {
  readonly env: Readonly<Record<string, string>>;
  /** Where the CLI comes from, and its file. */
  readonly engine?: { readonly source: string; readonly pulumi: string };
}

/** What is found of a language, or the error of the search; and what was logged meanwhile. */
export function findLanguage(language: string, { env, engine = { source: "cache", pulumi: "pulumi" } }: Finding) {
  const script = `
    const { findLanguage } = await import(process.argv[1]);
    const [language, engine, env] = JSON.parse(process.argv[2]);
    const logged = [];
    const options = { env, log: (line) => logged.push(line) };
    const end = (end) => console.log(JSON.stringify({ ...end, logged }));
    await findLanguage(language, engine, options).then((found) => end({ found }), ({ message }) => end({ error: message }));`;
  const module = pathToFileURL(join(tools, "index.mjs")).href;
  const args = ["--input-type=module", "-e", script, module, JSON.stringify([language, engine, env])];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([stderr, status]).toEqual(["", 0]);
  return JSON.parse(stdout) as {
    readonly found?: { readonly host?: { readonly folder: string; readonly version: string } };
    readonly error?: string;
    readonly logged: readonly string[];
  };
}
