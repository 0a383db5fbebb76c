/** The first `#` of `##[group]` or `##vso[task…]`, which is obeyed anywhere in a line. */
const numberSign = /#(?=\p{M}*#[\p{L}\p{M}]*\[)/gu;
/** The first `:` of `::error::`, which is obeyed if only white space is before it. */
const firstColon = /(?<=^[\s\p{M}]*):(?=\p{M}*:)/gmu;

/**
 * Text from outside without the commands that a CI system obeys in a job's log: GitHub Actions' `::error::` and
 * `##[group]`, Azure Pipelines' `##vso[…]`, TeamCity's `##teamcity[…]`. Their first character becomes the JSON escape
 * `\u003a` or `\u0023`, so that the text still shows what it is, and can be read back. Marks that combine with the
 * character before them are looked through: the agents' comparison of texts passes over some of them.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * @see https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 * @see https://www.jetbrains.com/help/teamcity/service-messages.html
 */
export function withoutCommands(text: string): string {
  return text.replace(numberSign, "\\u0023").replace(firstColon, "\\u003a");
}

/** Whether a line would be a command of GitHub Actions. */
export function beginsCommand(line: string): boolean {
  return /^[\s\p{M}]*:\p{M}*:/u.test(line);
}

/** The text in which no `::` is left: if it is broken into lines, each of them might begin with one. */
export function withoutDoubleColons(text: string): string {
  return text.replace(/:(?=\p{M}*:)/gu, "\\u003a");
}
