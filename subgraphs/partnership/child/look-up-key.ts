import { normaliseNhsNumber } from '../../../platform/identity-client/identifier/nhs-number.js';
import { normaliseUln } from '../../../platform/identity-client/identifier/uln.js';
import { normaliseUpn } from '../../../platform/identity-client/identifier/upn.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { isAmong } from '../../../platform/vocabulary/role-groups.js';
import { mayHold } from './identifier-roles.js';

const normalise: Readonly<Record<IdentifierType, (value: string) => string>> = {
  [IdentifierType.UPN]: normaliseUpn,
  [IdentifierType.NHS_NUMBER]: normaliseNhsNumber,
  [IdentifierType.SOCIAL_CARE_ID]: (value) => value.trim(),
  [IdentifierType.ULN]: normaliseUln,
};

/**
 * A number as a role looks a child up by it, before it is hashed. A number of another agency's is not confirmed to
 * anyone: the same path, towards nobody.
 */
export function lookUpKey(role: string, type: IdentifierType, value: string): string {
  return keyOf(mayHold(role, type), type, value);
}

/**
 * A number as a role takes a child on by it: as it looks a child up, but that whoever parts records of two children, which
 * may be of any agency, has been told any of its numbers, and the date of birth with it.
 */
export function claimKey(role: string, type: IdentifierType, value: string): string {
  return keyOf(isAmong(role, ['match-reviewer']) || mayHold(role, type), type, value);
}

function keyOf(known: boolean, type: IdentifierType, value: string): string {
  return `${known ? type : 'NOBODY'}|${normalise[type](value)}`;
}
