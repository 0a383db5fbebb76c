type Refusal = readonly [construct: RegExp, why: string];

/*
 * What would mean one thing to JavaScript and another to the engine that matches, or that the engine does not know. Each
 * is looked for outside of the others, left to right: an escaped bracket opens no class.
 */
const escapes: readonly Refusal[] = [
  [/^\\(?:[1-9]|k)/, "has a backreference, which cannot be matched in linear time"],
  [/^\\[pP]/, "has \\p, which the matching engine reads differently; a URL is ASCII: write the characters out"],
  [/^\\[uc]/, "has \\u or \\c, which the matching engine does not know; a URL is ASCII: write the characters out"],
];
const inClass: readonly Refusal[] = [
  ...escapes,
  [/^\[:/, "has [: in a class, which the matching engine reads differently; write \\[ for the bracket"],
];
const outsideOfClass: readonly Refusal[] = [
  ...escapes,
  [/^\(\?<?[=!]/, "has a lookahead or lookbehind, which cannot be matched in linear time"],
  [/^\(\?(?!:|<[A-Za-z_])/, "has a group with modifiers; give flags in `flags`"],
  [/^\[\^?\]/, "has an empty class, which the matching engine reads differently"],
];

/** Why a pattern that JavaScript accepts is refused; undefined where both engines read it alike. */
export function dialectComplaint(source: string): string | undefined {
  let isInClass = false;
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index];
    const rest = source.slice(index, index + 8);
    const [, why] = (isInClass ? inClass : outsideOfClass).find(([construct]) => construct.test(rest)) ?? [];
    if (why !== undefined) {
      return why;
    }
    if (character === "\\") {
      index += 1;
    } else if (character === "[") {
      isInClass = true;
    } else if (character === "]") {
      isInClass = false;
    }
  }
  return undefined;
}
