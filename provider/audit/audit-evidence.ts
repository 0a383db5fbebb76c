import type { SeenServers } from "../reach/seen-servers";
import type { AuditNote, AuditSource } from "./audit-report";
import { noExpectations, type Expectations } from "./expectations/expectations";
import type { LiveAccount } from "./live/live-account";
import type { RecordedService } from "./recorded/recorded-service";
import type { FileLocation } from "./file-location";

/** A recorded service, and where it is read. */
export interface RecordedSource {
  readonly source: AuditSource;
  readonly recorded: RecordedService;
  /** The account, or why there is none. */
  readonly account: LiveAccount | string;
  /** Said of a service that is unreadable: the stack's own config was not found. */
  readonly configNote?: string | undefined;
}

/** Everything that an audit has read so far, and what it could not read. */
export class AuditEvidence {
  readonly recorded: RecordedSource[] = [];
  /** The accounts that the environment has the credentials of. */
  readonly environmentAccounts: LiveAccount[] = [];
  /** The services that the expectations file or the audit's options name, and nothing recorded. */
  readonly onlyNamed: string[] = [];
  readonly problems: AuditNote[] = [];
  readonly warnings: AuditNote[] = [];
  /** The looks at the webhooks' servers; undefined if none was asked for. */
  servers: SeenServers | undefined;
  expectations: Expectations = noExpectations;

  problem(subject: string, message: string, place: FileLocation | null = null): void {
    this.problems.push({ subject, message, place });
  }

  warning(subject: string, message: string, place: FileLocation | null = null): void {
    this.warnings.push({ subject, message, place });
  }
}
