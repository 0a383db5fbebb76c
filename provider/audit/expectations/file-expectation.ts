import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import type { FileLocation } from "../file-location";

/** An expectation of a file. */
export interface FileExpectation {
  readonly compiled: CompiledExpectation;
  /** Where it is. */
  readonly place: FileLocation;
}

/** An expectation for the service of a SID. */
export interface SidExpectation extends FileExpectation {
  /** As the file has it: the case of the digits is the user's. */
  readonly chatServiceSid: string;
}

/** An expectation for services whose friendly name matches a pattern. */
export interface PatternExpectation extends FileExpectation {
  readonly pattern: string;
}
