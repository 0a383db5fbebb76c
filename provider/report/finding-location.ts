// Tested by test/report/sarif.test.ts
import type { AuditedService } from "../audit/audit-report";
import type { FileLocation } from "../audit/file-location";

/** Where in the user's files a finding belongs: to the expectation that is broken, or to what names the service. */
export function findingLocation({ source, violations }: AuditedService): FileLocation | null {
  const broken = violations.find(({ place }) => place !== null)?.place;
  if (broken != null) {
    return broken;
  }
  switch (source.kind) {
    case "expectations":
      return { file: source.file, line: source.line, column: source.column };
    case "state":
      return { file: source.file, line: null, column: null };
    default:
      return null;
  }
}
