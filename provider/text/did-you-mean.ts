// For a name that is not known: the one that was probably meant.

type Levenshtein = typeof import("fastest-levenshtein");

/**
 * The word that was most likely meant, if one of `words` is at most `maxDistance` changed characters away; undefined
 * where `text` is one of them, or none is near.
 */
export function nearestWord(text: string, words: readonly string[], maxDistance: number): string | undefined {
  if (words.includes(text) || text.length > 100) {
    return undefined;
  }
  const sameButForCase = words.find((word) => word.toLowerCase() === text.toLowerCase());
  if (sameButForCase !== undefined || words.length === 0) {
    return sameButForCase;
  }
  // Only a mistake needs it: a program without one does not pay for loading it.
  const { closest, distance } = require("fastest-levenshtein") as Levenshtein;
  const word = closest(text, words);
  return distance(text, word) <= maxDistance ? word : undefined;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(text: string, words: readonly string[], maxDistance = 3): string {
  const word = nearestWord(text, words, maxDistance);
  return word === undefined ? "" : `; did you mean "${word}"?`;
}
