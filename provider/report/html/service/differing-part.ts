/** A text in three parts, of which the middle one is where it differs from another. */
export type MarkedText = readonly [before: string, differing: string, after: string];

/** Where two texts differ: what is between the beginning and the end that they share. */
export function differingParts(one: string, other: string): readonly [MarkedText, MarkedText] {
  const [first, second] = [[...one], [...other]];
  const most = Math.min(first.length, second.length);
  let before = 0;
  while (before < most && first[before] === second[before]) {
    before += 1;
  }
  let after = 0;
  while (after < most - before && first[first.length - 1 - after] === second[second.length - 1 - after]) {
    after += 1;
  }
  const parts = (text: readonly string[]): MarkedText => [
    text.slice(0, before).join(""),
    text.slice(before, text.length - after).join(""),
    text.slice(text.length - after).join(""),
  ];
  return [parts(first), parts(second)];
}
