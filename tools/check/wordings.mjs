/**
 * Wordings that a native engineer would not write, each with what one would write.
 *
 * @type {readonly { readonly pattern: RegExp, readonly better: string }[]}
 */
export const wordings = [
  { pattern: /^\s*(\/\*\*|\*|\/\/) What (?!is new\b)[a-z]/, better: "start the comment with the noun, not with What" },
  {
    pattern: /(?<!\b[Tt]here )\bis no (?!longer\b|more\b|such\b|way\b|one\b|need\b)[A-Za-z]+/,
    better: 'write "is not a …"',
  },
  { pattern: /\balso where\b/i, better: 'write "even if" or "also when"' },
  { pattern: /\blest\b/i, better: 'write "so that … does not"' },
  { pattern: /\bmend(s|ed|ing)?\b/i, better: 'write "fix"' },
  { pattern: /\bin the place of\b/i, better: 'write "instead of"' },
  { pattern: /\bthey part\b/i, better: 'write "differ"' },
  { pattern: /\bmay not be read\b/i, better: 'write "permission denied" or "cannot be read"' },
];
