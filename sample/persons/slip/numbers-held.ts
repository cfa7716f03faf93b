import type { Clerk } from '../clerk.js';
import type { TrueChild } from '../person.js';
import type { PersonRecord } from '../person-table.js';
import { habits, slips } from '../rates.js';
import { digitMistyped } from './typing.js';

/** The digits after a UPN's check letter and authority, and after an NHS number's range, are where the eye slips. */
const firstOpenUpnDigit = 4;
const firstOpenNhsDigit = 3;

/** The identifiers in one record: blank, right, mistyped so that the check fails, or a brother's or sister's. */
export function numbersHeld(
  clerk: Clerk,
  child: TrueChild,
  siblings: readonly TrueChild[],
): Pick<PersonRecord, 'upn' | 'nhsNumber'> {
  const { random, agency } = clerk;
  const upnHeld = random.chance(habits.upnHeld[agency]);
  const nhsNumberHeld = random.chance(habits.nhsNumberHeld[agency]);
  const upns = siblings.map((sibling) => sibling.upn).filter((upn) => upn !== null);
  const nhsNumbers = siblings.filter((sibling) => sibling.born).map((sibling) => sibling.nhsNumber);
  return {
    upn: upnHeld && child.upn !== null ? written(clerk, child.upn, upns, firstOpenUpnDigit) : '',
    nhsNumber: nhsNumberHeld ? written(clerk, child.nhsNumber, nhsNumbers, firstOpenNhsDigit) : '',
  };
}

function written({ random, slip }: Clerk, own: string, siblings: readonly string[], firstOpen: number): string {
  if (siblings.length > 0 && random.chance(slips.siblingsIdentifier * slip)) return random.pick(siblings);
  return random.chance(slips.mistypedIdentifier * slip) ? digitMistyped(random, own, firstOpen) : own;
}
