/** Letters that Unicode does not take apart into a base and an accent. */
const plainLetter: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ẞ: 'SS',
};

/** Marks that show nothing and come with copied text: soft hyphen, zero-width space, direction marks, byte order mark. */
const unseen = /[\u00AD\u180E\u200B\u200E\u200F\u2060-\u2064\uFEFF]/g;

/** A joiner or non-joiner shapes the letters of some scripts; beside a Latin letter, or no letter, it is a leftover. */
const strayJoiner =
  /(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}])|(?<=\p{Script=Latin})[\u200C\u200D]/gu;

/** A name as it may be shown: one Unicode form, single spaces, nothing unseen; spelling and case kept. */
export function tidyName(text: string): string {
  return text.normalize('NFC').replace(unseen, '').replace(strayJoiner, '').trim().replace(/\s+/g, ' ');
}

/**
 * Letters by Unicode that stand for an apostrophe or a mark in names: the spacing modifier letters (U+02BC, U+02BB,
 * U+02B9, …), the saltillo, and the apostrophes of N’Ko.
 */
const modifiers = /[\u02B0-\u02FF\uA78B\uA78C\u07F4\u07F5]/g;

/**
 * A name as it is compared: upper case, without accents, hyphens, apostrophes or spaces, so that
 * `O’Brien-Núñez` and `OBRIEN NUNEZ` are one. Never shown. Empty where the text holds no letter or digit.
 */
export function normaliseName(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[ÆŒØŁĐÐÞẞ]/g, (letter) => plainLetter[letter] ?? letter)
    .replace(modifiers, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
