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

/** A name as it may be shown: one Unicode form, single spaces, spelling and case kept. */
export function tidyName(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

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
    .replace(/[^\p{L}\p{N}]/gu, '');
}
