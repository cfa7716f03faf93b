import { InvalidInput } from '../errors/hub-error.js';

const startsWith = (bytes: Buffer, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Plain text has no null bytes; where every other byte is one, it is text of two bytes a letter without a mark. */
function nullsAlternate(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 64);
  const nulls = [0, 1].map((odd) => start.filter((byte, at) => at % 2 === odd && byte === 0).length);
  return start.length >= 4 && Math.max(...nulls) >= start.length / 2 - 1 && Math.min(...nulls) === 0;
}

const asCsv = 'save it as CSV UTF-8';

/** Files that are taken for text and are none: what each is, and what its sender can do. */
const kinds: readonly { readonly is: (bytes: Buffer) => boolean; readonly what: string; readonly instead: string }[] = [
  {
    is: (bytes) => startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || nullsAlternate(bytes),
    what: 'is text in UTF-16',
    instead: 'save it as UTF-8',
  },
  { is: (bytes) => startsWith(bytes, 0x1f, 0x8b), what: 'is compressed (gzip)', instead: 'unpack it first' },
  {
    is: (bytes) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) && /xl\/|\[Content_Types\]/.test(bytes.toString('latin1')),
    what: 'is an Excel workbook (xlsx)',
    instead: asCsv,
  },
  { is: (bytes) => startsWith(bytes, 0x50, 0x4b), what: 'is compressed (zip)', instead: 'unpack it first' },
  { is: (bytes) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0), what: 'is an Excel workbook (xls)', instead: asCsv },
  { is: (bytes) => startsWith(bytes, 0x25, 0x50, 0x44, 0x46), what: 'is a PDF', instead: asCsv },
];

/** Throws InvalidInput, in one sentence, where a file's first bytes say that it is not text at all. */
export function refuseNonText(file: string, firstBytes: Buffer): void {
  const found = kinds.find(({ is }) => is(firstBytes));
  if (found) throw new InvalidInput(`${file} ${found.what}: ${found.instead}.`, { file });
}

/** The refusal of a file with nothing in it. */
export function emptyFile(file: string): InvalidInput {
  return new InvalidInput(`${file} is empty.`, { file });
}

const separators = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
] as const;

/**
 * Throws InvalidInput where a header lacks the columns because it is no CSV's: it is another kind of text, or something
 * other than commas stands between at least two of the columns' names.
 */
export function refuseOtherText(file: string, header: readonly string[], names: readonly string[]): void {
  if (/^<[!?/\w]/.test(header[0] ?? ''))
    throw new InvalidInput(`${file} is XML or a web page, not a CSV file.`, { file });
  const line = header.join(',').replaceAll('"', '');
  for (const [separator, word] of separators) {
    const parts = new Set(line.split(separator).map((name) => name.trim()));
    if (parts.size > 1 && names.filter((name) => parts.has(name)).length >= Math.min(2, names.length))
      throw separatedBy(file, word);
  }
}

/** As `refuseOtherText`, of a header in quotes, which cannot be read at all where something else follows them. */
export function refuseQuotedText(file: string, start: string): void {
  const after = /^\s*"[^"]*" *(.)/s.exec(start)?.[1];
  const found = separators.find(([separator]) => separator === after);
  if (found) throw separatedBy(file, found[1]);
}

function separatedBy(file: string, word: string): InvalidInput {
  return new InvalidInput(`${file} separates its values by ${word}: save it with commas.`, { file });
}
