import { createHash } from 'node:crypto';
import { normaliseName, tidyName } from '../identity-client/identifier/name.js';
import { isNhsNumber, normaliseNhsNumber } from '../identity-client/identifier/nhs-number.js';
import { normalisePostcode } from '../identity-client/identifier/postcode.js';
import { normaliseUpn, upnFault, type UpnFault } from '../identity-client/identifier/upn.js';
import type { EvidenceIdentifierType, PersonEvidence } from './record.js';
import type { RecordDraft } from './record-draft.js';

type Sex = PersonEvidence['sex'];

/** The sex codes of our own formats, of the census and of SSDA903 from 2025. */
export const letterSex: Readonly<Record<string, Sex>> = { F: 'FEMALE', M: 'MALE', U: 'UNKNOWN' };

/** A name as it may be shown, or null where blank. */
export function nameIn<Name extends string>(draft: RecordDraft<Name>, column: Name): string | null {
  const value = draft.text(column);
  return value === null ? null : tidyName(value);
}

const upnFaults: Readonly<Record<UpnFault, (column: string) => string>> = {
  shape: (column) => `${column} has not the shape of a unique pupil number.`,
  council: (column) => `Characters 2 to 4 of ${column} are the code of no council.`,
  'check-letter': (column) => `The check letter of ${column} is wrong.`,
};

/** A right unique pupil number; a wrong one is left out, under a published rule or `upn-` and what is wrong. */
export function upnIn<Name extends string>(
  draft: RecordDraft<Name>,
  column: Name,
  published: Readonly<Partial<Record<UpnFault, string>>> = {},
): string | null {
  const value = draft.text(column);
  if (value === null) return null;
  const upn = normaliseUpn(value);
  const fault = upnFault(upn);
  if (fault === null) return upn;
  draft.leaveOut(published[fault] ?? `upn-${fault}`, upnFaults[fault](column));
  return null;
}

/** A right NHS number; a wrong one is left out. */
export function nhsNumberIn<Name extends string>(draft: RecordDraft<Name>, column: Name): string | null {
  const value = draft.text(column);
  if (value === null) return null;
  const number = normaliseNhsNumber(value);
  if (isNhsNumber(number)) return number;
  draft.leaveOut('nhs-number-check-digit', `${column} is not a valid NHS number.`);
  return null;
}

/** A postcode in its one written form; what is not one is left out. */
export function postcodeIn<Name extends string>(draft: RecordDraft<Name>, column: Name): string | null {
  const value = draft.text(column);
  if (value === null) return null;
  const postcode = normalisePostcode(value);
  if (postcode === null) draft.leaveOut('postcode-shape', `${column} has not the shape of a postcode.`);
  return postcode;
}

/** The sex a code stands for; an unknown code is left out. */
export function sexIn<Name extends string>(draft: RecordDraft<Name>, column: Name, codes = letterSex): Sex {
  const value = draft.text(column);
  if (value === null) return 'UNKNOWN';
  const sex = Object.hasOwn(codes, value) ? codes[value] : undefined;
  if (sex === undefined) draft.leaveOut('sex-unknown', `${column} is not one of its codes.`);
  return sex ?? 'UNKNOWN';
}

/** The identifiers that are there, each once; of one type, the one in force is to be named last. */
export function identifiersOf(
  ...found: readonly (readonly [EvidenceIdentifierType, string | null])[]
): PersonEvidence['identifiers'] {
  const identifiers: { type: EvidenceIdentifierType; value: string }[] = [];
  for (const [type, value] of found) {
    const known = identifiers.some((other) => other.type === type && other.value === value);
    if (value !== null && !known) identifiers.push({ type, value });
  }
  return identifiers;
}

/**
 * A stable key for a person whom a source gives no number. Hashed, so that no name stands in a key; names are
 * compared as elsewhere, so that a change of case or an accent makes no second person.
 */
export function hashedKey(place: string, family: string, given: string, dateOfBirth: string): string {
  const parts = [place, normaliseName(family), normaliseName(given), dateOfBirth];
  return createHash('sha256').update(parts.join('|')).digest('hex');
}
