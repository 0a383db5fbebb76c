// `npm run plugin-archives`: the archives that a release uploads, for who installs the plugin without npm.
import { join } from "node:path";
import { writePluginArchives } from "./package/plugin-archives.mjs";
import { repository } from "./set-up/repository.mjs";

const folder = join(repository, "plugin-archives");
try {
  for (const name of await writePluginArchives(folder)) {
    console.log(join(folder, name));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
