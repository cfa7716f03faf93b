import { InvalidInput } from '../errors/hub-error.js';

/** A school's unique reference number in the register Get Information about Schools: six digits. */
const urn = /^[1-9]\d{5}$/;

/**
 * An Organisation Data Service code: 3 to 10 capitals and digits. One of three letters alone is a trust (R, T), an
 * integrated care board (Q) or an independent provider (A, N); every other code has a digit.
 */
const ods = /^(?:[ANQRT][A-Z]{2}|(?=.*\d)[A-Z0-9]{3,10})$/;

const kinds = {
  school: { shape: urn, words: '--school takes a URN, which is six digits.' },
  provider: { shape: ods, words: '--provider takes an ODS code, such as RX3 or XAC01.' },
} as const;

/** The code as it was given. InvalidInput for what cannot be one: a token for nowhere would only be answered with nothing. */
export function organisationCode(kind: keyof typeof kinds, text: string): string {
  const { shape, words } = kinds[kind];
  if (!shape.test(text)) throw new InvalidInput(words);
  return text;
}
