/**
 * A place in a file that the user gave.
 * @example
 * const text = ({ file, line }: FileLocation) => (line === null ? file : `${file}:${line}`);
 */
export interface FileLocation {
  /** As the user named the file. */
  readonly file: string;
  /** From 1; null if it is about the file as a whole. */
  readonly line: number | null;
  /** From 1; null if it is about the file as a whole. */
  readonly column: number | null;
}

/** `expectations.yaml:7:3` */
export function locationText({ file, line, column }: FileLocation): string {
  return [file, line, column].filter((part) => part !== null).join(":");
}
