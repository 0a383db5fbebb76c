/** The rows that can be asked for by name, in the order of the table. */
export const rowNames = [
  "require",
  "plugin",
  "function",
  "sdk",
  "resource",
  "fleet",
  "plural",
  "reads",
  "audit",
  "expectations",
  "state",
  "verdicts",
  "rules",
  "page-size",
  "page-usable",
  "page-filter",
];
