import { basename } from "node:path";

/** The rows' files in the folder `rows`, in the order of the table. */
const rowFiles = [
  "previews/require",
  "plugin/plugin",
  "plugin/yaml-read",
  "plugin/yaml-resource",
  "plugin/plugin-plural",
  "previews/function",
  "previews/sdk",
  "previews/resource",
  "previews/fleet",
  "reads/plural",
  "reads/reads",
  "audit/audit",
  "audit/expectations",
  "previews/state",
  "judging/verdicts",
  "judging/rules",
  "audit/audit-rules",
  "audit/stacks",
  "page/page-size",
  "page/page-usable",
  "page/page-filter",
];

const files = new Map(rowFiles.map((file) => [basename(file), `${file}.mjs`]));

/** The names by which rows can be asked for. */
export const rowNames = [...files.keys()];

/**
 * @param {string} name of a row
 * @returns {string} its file, in the folder `rows`
 */
export const rowFile = (name) => String(files.get(name));
