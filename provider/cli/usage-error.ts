// Tested by test/cli/audit-command.test.ts
/** An invalid command line. */
export class UsageError extends Error {}
