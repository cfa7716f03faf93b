import { ATTENDANCE_CODES } from './attendance-codes.js';
import { SESSIONS_A_WEEK } from './register-week.js';
import { Defect } from '../errors/hub-error.js';

/** What stands in a packed week where no mark was made. */
export const NO_MARK = '.';

// Stored in every row: a byte once given to a code is never given to another. All are printable ASCII, so that a row
// can be read by eye; a code of one character is its own byte.
const LETTER_OF_TWO_CHARACTER_CODE: Readonly<Record<string, string>> = {
  C1: 'a',
  C2: 'b',
  J1: 'j',
  Y1: '1',
  Y2: '2',
  Y3: '3',
  Y4: '4',
  Y5: '5',
  Y6: '6',
  Y7: '7',
};

const BYTE_OF_CODE = new Map(
  [...ATTENDANCE_CODES.keys()].map((code) => [code, (LETTER_OF_TWO_CHARACTER_CODE[code] ?? code).charCodeAt(0)]),
);
const CODE_OF_BYTE = new Map([...BYTE_OF_CODE].map(([code, byte]) => [byte, code]));
const NO_MARK_BYTE = NO_MARK.charCodeAt(0);

/**
 * Ten codes, Monday morning to Friday afternoon, as ten bytes; null and missing sessions as NO_MARK.
 * @throws Defect for a code that was never published, or for more than ten.
 */
export function packWeek(codes: readonly (string | null)[]): Buffer {
  if (codes.length > SESSIONS_A_WEEK) throw new Defect('A school week has ten sessions.');
  const packed = Buffer.alloc(SESSIONS_A_WEEK, NO_MARK_BYTE);
  for (const [slot, code] of codes.entries()) {
    const byte = code === null ? NO_MARK_BYTE : BYTE_OF_CODE.get(code);
    if (byte === undefined) throw new Defect('An attendance code was to be stored that was never published.');
    packed[slot] = byte;
  }
  return packed;
}

/**
 * The ten codes of a packed week, null where no mark was made.
 * @throws Defect for bytes that packWeek never wrote.
 */
export function unpackWeek(packed: Uint8Array): (string | null)[] {
  if (packed.length !== SESSIONS_A_WEEK) throw new Defect('A packed week has ten bytes.');
  const codes: (string | null)[] = [];
  for (const byte of packed) codes.push(byte === NO_MARK_BYTE ? null : codeOf(byte));
  return codes;
}

function codeOf(byte: number): string {
  const code = CODE_OF_BYTE.get(byte);
  if (code === undefined) throw new Defect('A packed week holds a byte that stands for no code.');
  return code;
}
