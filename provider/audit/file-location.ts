/**
 * A place in a file that the user gave.
 * @example
 * const text = ({ file, line }: Place) => (line === null ? file : `${file}:${line}`);
 */
export interface Place {
  /** As the user named the file. */
  readonly file: string;
  /** From 1; null where it is about the file as a whole. */
  readonly line: number | null;
  /** From 1; null where it is about the file as a whole. */
  readonly column: number | null;
}

/** `expectations.yaml:7:3` */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== null).join(":");
}
