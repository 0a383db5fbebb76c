type Quantifier = "" | "?" | "*" | "+";

/** A part of a pattern that stands for one character, and how often. */
interface Atom {
  /** `a`, `\.`, `[a-z]` or `.` */
  readonly character: string;
  readonly quantifier: Quantifier;
}

// A class has letters, digits, and what has no meaning in one.
const atomShape =
  /([\w/:@!%&,;=~#"'<>`-]|\\[^A-Za-z0-9\s]|\\[dw]|\.|\[\^?(?:[A-Za-z0-9]-[A-Za-z0-9]|[\w./:@!%,;=~-])+\])([?*+]?)/y;

/**
 * A pattern as JavaScript's own, which is many times quicker than RE2, if it is so plain that it means the same there and
 * cannot take long: a row of single characters, in which one that may repeat or be left out is followed by another than
 * it can be itself. Then there is but one way to match a text, and to fail takes no longer. Groups, alternatives and
 * counts are left to RE2.
 *
 * It is for texts of printable ASCII alone, where the flags `m`, `s` and `u` change nothing.
 * @param source a pattern that RE2 has taken
 * @returns undefined if the pattern is not as plain as that
 */
export function plainPattern(source: string, flags: string): RegExp | undefined {
  const isAnchored = source.startsWith("^");
  const isClosed = source.endsWith("$") && !source.endsWith("\\$");
  const atoms = atomsOf(source.slice(isAnchored ? 1 : 0, isClosed ? -1 : undefined));
  const caseFlag = flags.includes("i") ? "i" : "";
  return atoms !== undefined && hasOneWay(atoms, isAnchored, caseFlag) ? new RegExp(source, caseFlag) : undefined;
}

function atomsOf(source: string): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  atomShape.lastIndex = 0;
  while (atomShape.lastIndex < source.length) {
    const [, character, quantifier] = atomShape.exec(source) ?? [];
    if (character === undefined) {
      return undefined;
    }
    atoms.push({ character, quantifier: quantifier as Quantifier });
  }
  return atoms;
}

/** Without `^` a search begins anew at each character, so nothing may repeat. */
function hasOneWay(atoms: readonly Atom[], isAnchored: boolean, caseFlag: string): boolean {
  return atoms.every(({ character, quantifier }, index) => {
    if (quantifier === "") {
      return true;
    }
    const next = atoms[index + 1];
    return (
      (isAnchored || quantifier === "?") &&
      (next === undefined || (isMandatory(next) && areApart(character, next.character, caseFlag)))
    );
  });
}

function isMandatory({ quantifier }: Atom): boolean {
  return quantifier === "" || quantifier === "+";
}

const printable = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index));

/** Whether no character can be both. */
function areApart(one: string, other: string, caseFlag: string): boolean {
  const [isOne, isOther] = [new RegExp(`^${one}$`, caseFlag), new RegExp(`^${other}$`, caseFlag)];
  return !printable.some((character) => isOne.test(character) && isOther.test(character));
}
